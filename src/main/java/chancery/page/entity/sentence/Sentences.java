package chancery.page.entity.sentence;

import chancery.page.entity.Surroundings;
import chancery.page.entity.picture.Chronology;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// What is known of a thing in a few plain sentences, made from accepted triples alone: what it is,
/// who, when, where, and what it belongs to.
public final class Sentences {
    /// Tenures told one by one.
    private static final int TENURES = 6;

    private final Surroundings it;
    private final List<Sentence> all = new ArrayList<>();

    private Sentences(Surroundings it) {
        this.it = it;
    }

    /// @return at least one where the graph knows anything that a sentence of ours can say
    public static List<Sentence> of(Surroundings it) {
        Sentences sentences = new Sentences(it);
        sentences.tell();
        return List.copyOf(sentences.all);
    }

    private void tell() {
        switch (it.kind()) {
            case "state" -> state();
            case "person" -> person();
            case "agreement" -> agreement();
            case "event" -> event();
            case "office" -> office();
            case "organisation" -> organisation();
            case "place" -> place();
            case "facility" -> facility();
            case "observation" -> observation();
            case "possibility" -> possibility();
            default -> SentencesOfNodes.tell(it, this::add);
        }
    }

    private void add(Telling sentence) {
        Optional<Sentence> told = sentence.end();
        told.ifPresent(all::add);
    }

    private Telling telling() {
        return new Telling(it);
    }

    private void state() {
        add(telling().kind("stateKind", "state").with(", begun ", "begin").with(", ended ", "end"));
        add(telling().with("Its capital is ", "capital"));
        add(telling().with("It came after ", "predecessor"));
        add(telling().from("It was followed by ", "predecessor"));
        add(
                telling()
                        .count("It is a party to ", "party", "agreement")
                        .count(", takes part in ", "participant", "event")
                        .count(" and has ", "officeOf", "office"));
    }

    private void person() {
        List<Node> tenures = new Chronology(it.graph()).inOrder(it.pointing("holder"));
        for (Node tenure : tenures.stream().limit(TENURES).toList()) {
            add(tenure(tenure));
        }
        if (tenures.size() > TENURES) {
            add(telling().count("Altogether ", "holder", "tenure"));
        }
        add(telling().with("Parent of ", "parentOf"));
        add(telling().from("Child of ", "parentOf"));
        add(
                telling()
                        .count("Took part in ", "participant", "event")
                        .count("; signed ", "signatory", "agreement")
                        .count("; speaks in ", "speaker", "statement"));
        if (all.isEmpty()) {
            add(telling().tell("A person, of whom no accepted claim says more"));
        }
    }

    /// One holding of an office, as its holder sees it.
    private Telling tenure(Node tenure) {
        Telling sentence = new Telling(it, tenure);
        List<Node> office = it.graph().objects(tenure, Chy.term("office"));
        if (office.isEmpty()) {
            sentence.say("Tenure: ").name(tenure);
        } else {
            sentence.with("Held the office of ", "office");
        }
        return SentencesOfNodes.period(sentence);
    }

    private void agreement() {
        add(
                telling()
                        .kind("agreementType", "agreement")
                        .with(
                                it.values("party").size() == 1 ? ", a party is " : " between ",
                                "party")
                        .with(", signed ", "signed")
                        .with(" in ", "signedAt")
                        .with(" by ", "signatory"));
        add(
                telling()
                        .with("It entered into force ", "entryIntoForce")
                        .with("; it ended ", "ended"));
        add(telling().with("It covers the time ", "covers").with("; it was to last ", "duration"));
        add(telling().with("It is about ", "subjectMatter"));
        add(telling().with("It concerns ", "concerns"));
        add(telling().with("It carries out ", "implements"));
        add(telling().with("It is part of ", "partOf"));
        add(telling().with("Its status: ", "status"));
        add(telling().count("It lays down ", "provisionOf", "provision"));
    }

    private void event() {
        add(
                telling()
                        .as("Recorded as ", "eventType", "an event")
                        .with(", ", "time")
                        .with(" in ", "place"));
        add(
                telling()
                        .with("The agent is ", "agent")
                        .with("; the target is ", "target")
                        .with("; the host is ", "host"));
        add(telling().with("Taking part: ", "participant"));
        add(telling().with("It concerns ", "concerns").with("; the topic is ", "topic"));
        add(telling().with("It came after ", "after"));
        add(telling().with("It came before ", "before"));
        add(telling().with("It came about by ", "cause"));
        add(telling().with("It led to ", "result"));
        add(telling().with("It was done under ", "under"));
        add(telling().with("It is part of ", "partOf"));
    }

    private void office() {
        add(
                telling()
                        .kind("officeKind", "office")
                        .with(" of ", "officeOf")
                        .with("; holders at one time: ", "seats"));
        for (Node tenure :
                new Chronology(it.graph())
                        .inOrder(it.pointing("office")).stream().limit(TENURES).toList()) {
            add(SentencesOfNodes.period(new Telling(it, tenure).with("Held by ", "holder")));
        }
        add(telling().count("Altogether ", "office", "tenure"));
    }

    private void organisation() {
        add(
                telling()
                        .kind("organisationKind", "organisation")
                        .with(", part of ", "partOf")
                        .with(", in ", "locatedIn"));
        add(telling().count("Told of it: ", "organisation", "membership"));
        add(telling().count("It takes part in ", "participant", "event"));
    }

    private void place() {
        add(
                telling()
                        .kind("placeKind", "place")
                        .with(" in ", "locatedIn")
                        .with(", part of ", "partOf"));
        add(telling().from("The capital of ", "capital"));
        add(
                telling()
                        .count("Told of it: ", "place", "event")
                        .count(" and ", "signedAt", "agreement"));
        add(telling().count("Told to lie in it: ", "locatedIn", "thing"));
    }

    private void facility() {
        add(
                telling()
                        .kind("facilityType", "facility")
                        .with(" in ", "locatedIn")
                        .with(", begun ", "begin")
                        .with(", ended ", "end"));
        String is = it.values("end").isEmpty() ? "is" : "was";
        add(
                telling()
                        .with(is.equals("is") ? "It belongs to " : "It belonged to ", "owner")
                        .with("; it " + is + " operated by ", "operator")
                        .with("; it " + is + " leased to ", "leasedTo"));
        add(telling().with("It was sent by ", "sendingState"));
        add(telling().with("It connects ", "connects").with(" by way of ", "via"));
    }

    private void observation() {
        add(
                telling()
                        .as("A figure: ", "indicator", "of no accepted kind")
                        .with(", ", "quantity")
                        .with(", ", "time"));
        add(telling().with("It is about ", "concerns").with("; the partner is ", "partner"));
        add(telling().with("It was reported by ", "reporter"));
        add(telling().with("It is compared with ", "comparedWith"));
    }

    private void possibility() {
        add(
                telling()
                        .say("Not a fact but a possibility")
                        .with(", told as ", "status")
                        .with(", of the kind ", "ofKind"));
        add(telling().with("Parties: ", "party").with("; place: ", "place"));
        add(telling().with("When: ", "time"));
        add(telling().with("It concerns ", "concerns"));
        add(telling().from("It came true as ", "realises"));
    }
}
