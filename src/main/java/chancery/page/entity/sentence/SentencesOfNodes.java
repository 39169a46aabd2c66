package chancery.page.entity.sentence;

import chancery.page.Dates;
import chancery.page.entity.Surroundings;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;

/// Sentences about what holds for a time, and about all that has no sentences of its own.
final class SentencesOfNodes {
    private SentencesOfNodes() {}

    static void tell(Surroundings it, Consumer<Telling> add) {
        switch (it.kind()) {
            case "tenure" -> {
                add.accept(period(new Telling(it).with("", "holder").with(" as ", "office")));
                seen(it, add);
                add.accept(new Telling(it).with("It came after ", "predecessor"));
            }
            case "membership" ->
                    add.accept(
                            period(
                                    new Telling(it)
                                            .with("", "member")
                                            .with(" in ", "organisation")
                                            .with(" as ", "membershipKind")));
            case "condition" ->
                    add.accept(
                            period(
                                    new Telling(it)
                                            .as("What holds for a time: ", "quality", "something")
                                            .with("; of ", "bearer")
                                            .with(" toward ", "toward")
                                            .with("; on ", "issue")));
            case "relation" -> add.accept(new Telling(it).with("Relations between ", "between"));
            case "provision" -> provision(it, add);
            case "statement" -> statement(it, add);
            case "group" ->
                    add.accept(
                            new Telling(it)
                                    .with("A group of people in ", "locatedIn")
                                    .with(", part of ", "partOf"));
            default -> {
                add.accept(new Telling(it).with("Of the kind ", "ofKind"));
                add.accept(new Telling(it).with("Located in ", "locatedIn"));
                add.accept(new Telling(it).with("Part of ", "partOf"));
            }
        }
    }

    private static void provision(Surroundings it, Consumer<Telling> add) {
        add.accept(
                new Telling(it)
                        .with("Laid down in ", "provisionOf")
                        .with(": ", "provisionType")
                        .with(", for ", "duration"));
        add.accept(new Telling(it).with("It binds ", "bearer").with("; it concerns ", "concerns"));
    }

    private static void statement(Surroundings it, Consumer<Telling> add) {
        add.accept(
                new Telling(it)
                        .with("Said by ", "speaker")
                        .with(" as ", "manner")
                        .with(", to ", "addressee")
                        .with(", ", "time")
                        .with(" in ", "place"));
        add.accept(new Telling(it).with("In short: ", "gist"));
        add.accept(new Telling(it).with("It is about ", "about"));
        add.accept(new Telling(it).with("It is told inside ", "saidIn"));
    }

    /// Begin, end, length, and when it was seen to hold.
    static Telling period(Telling sentence) {
        return sentence.with(", begun ", "begin")
                .with(", ended ", "end")
                .with(", for ", "duration")
                .with(", seen ", "attested");
    }

    /// What is seen to last is not to be taken for all the time it lasted.
    static void seen(Surroundings it, Consumer<Telling> add) {
        String first = it.value("earliest").map(day -> day(it, day)).orElse("");
        String last = it.value("latest").map(day -> day(it, day)).orElse("");
        if (!it.isOnlySeen() || first.isEmpty() || last.isEmpty()) {
            return;
        }
        String seen = it.kind().equals("tenure") ? "Seen in office" : "Seen to hold";
        String when =
                first.equals(last)
                        ? " on %s only".formatted(first)
                        : " between %s and %s".formatted(first, last);
        add.accept(new Telling(it).tell(seen + when + "; no source tells when it began and ended"));
    }

    private static String day(Surroundings it, Node day) {
        return Dates.inWords(it.graph().link(day).text());
    }
}
