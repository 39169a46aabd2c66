package chancery.view;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.release.Release;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What would change in the release of the seeds if its disagreements had ended otherwise.
class WhatIfTest {
    private static final Base BASE = Base.DEFAULT;

    private static Release release;
    private static WhatIf judge;

    @BeforeAll
    static void open() throws Exception {
        release = Release.open(SeedRelease.folder());
        judge = release.read(dataset -> new WhatIf(dataset, BASE));
    }

    @AfterAll
    static void close() {
        release.close();
    }

    @Test
    void asItIsTheReleaseComesOutAgain() {
        assertEquals(named("best"), judge.accepted());
        assertEquals(named("derived"), new HashSet<>(judge.derived()));
    }

    @Test
    void otherValueTakesThePlaceOfThePreferredOne() {
        Node disagreement = thing("disagreement/437e71e631451293f940");
        Node border = thing("observation/length-of-the-total-border");
        Consequences changes = otherWay(disagreement);
        assertEquals(
                List.of(quantity(border, "exactly_336x2E5_km_r0x2E1")), changes.gone(), "the 336");
        assertEquals(
                List.of(quantity(border, "exactly_209x2E1_mi_r0x2E1")), changes.come(), "the 209");
        assertEquals(List.of(), changes.goneComputed());
        assertEquals(
                Set.of(Chy.term("Accepted"), Chy.term("Outweighed")),
                changes.rejudged().stream().map(Consequences.Rejudged::then).collect(toSet()));
    }

    @Test
    void whatFollowsFromAValueGoesWithIt() {
        Consequences changes = otherWay(thing("disagreement/8a59001a7dfbd5da2b1c"));
        Node declaration = thing("agreement/alma-ata-declaration");
        assertTrue(
                changes.gone()
                        .contains(
                                Triple.create(
                                        declaration, Chy.term("signed"), thing("time/1991-12"))),
                changes.toString());
        assertEquals(
                Set.of(Chy.term("earliest"), Chy.term("latest")),
                changes.goneComputed().stream().map(Triple::getPredicate).collect(toSet()));
        Node begin = Chy.term("begin");
        assertEquals(
                List.of(Triple.create(thing("state/azerbaijan"), begin, thing("time/1992x3F"))),
                changes.come());
    }

    @Test
    void anotherDisagreementCanEndOtherwiseWithIt() {
        Consequences changes = otherWay(thing("disagreement/a16f8eb7477fb44a09f4"));
        assertEquals(List.of(thing("disagreement/c50ddc5bce201bf47a36")), changes.disagreements());
    }

    @Test
    void claimThatIsAlreadyPreferredChangesNothing() {
        Node disagreement = thing("disagreement/8655cd250b7dc173fef6");
        Consequences changes =
                judge.preferring(disagreement, objects(disagreement, "preferred").getFirst())
                        .orElseThrow();
        assertEquals(List.of(), changes.gone());
        assertEquals(List.of(), changes.come());
        assertEquals(List.of(), changes.rejudged());
        assertEquals(List.of(), changes.disagreements());
    }

    /// For the first of the claims that were set aside.
    private static Consequences otherWay(Node disagreement) {
        Node claim =
                objects(disagreement, "outweighed").stream()
                        .min(Comparator.comparing((Node it) -> it.toString()))
                        .orElseThrow();
        return judge.preferring(disagreement, claim).orElseThrow();
    }

    private static Triple quantity(Node of, String id) {
        return Triple.create(of, Chy.term("quantity"), thing("quantity/" + id));
    }

    /// Whoever is right, no more is accepted than may be: what was accepted and is gone, and what
    /// came, are of claims whose verdicts changed.
    @Test
    void everyDisagreementCanEndForEachOfItsClaims() {
        int tried = 0;
        List<String> wrong = new ArrayList<>();
        for (Node disagreement : disagreements()) {
            for (Node claim : objects(disagreement, "position")) {
                Optional<Consequences> changes = judge.preferring(disagreement, claim);
                if (changes.isEmpty()) {
                    wrong.add(disagreement + " is not found again");
                } else if (changes.get().rejudged().isEmpty()
                        && !(changes.get().gone().isEmpty() && changes.get().come().isEmpty())) {
                    wrong.add(disagreement + " changes the graph but no verdict");
                }
                tried++;
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(tried > 30, tried + " claims");
    }

    @Test
    void whatIsNoDisagreementCannotBeSupposed() {
        assertFalse(judge.preferring(thing("state/russia"), thing("state/russia")).isPresent());
    }

    private static Node thing(String id) {
        return NodeFactory.createURI(BASE.iri() + "id/" + id);
    }

    private static Set<Triple> named(String graph) {
        return release.read(dataset -> dataset.getGraph(BASE.graph(graph)).find().toSet());
    }

    private static List<Node> disagreements() {
        return release.read(
                dataset ->
                        dataset.getDefaultGraph()
                                .find(Node.ANY, RDF.Nodes.type, Chy.DISAGREEMENT)
                                .mapWith(Triple::getSubject)
                                .toList());
    }

    private static List<Node> objects(Node subject, String property) {
        return release.read(
                dataset ->
                        dataset.getDefaultGraph()
                                .find(subject, Chy.term(property), Node.ANY)
                                .mapWith(Triple::getObject)
                                .toList());
    }
}
