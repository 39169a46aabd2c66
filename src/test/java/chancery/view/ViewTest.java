package chancery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.evidence.ClaimKey;
import chancery.release.Release;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Points of view on the release of the seeds.
class ViewTest {
    private static final Base BASE = Base.DEFAULT;
    private static final List<String> SOURCES =
            List.of(
                    "country-study-1994",
                    "mamedzade-2024",
                    "wikipedia-2010",
                    "wikipedia-2016",
                    "wikipedia-2022");
    private static Release release;

    @BeforeAll
    static void open() throws Exception {
        release = Release.open(SeedRelease.folder());
    }

    @AfterAll
    static void close() {
        release.close();
    }

    private static Graph seen(String accordingTo, String asOf, String knownOn) {
        PointOfView view = PointOfView.of(accordingTo, asOf, knownOn);
        return release.read(dataset -> new View(dataset, BASE).of(view).graph());
    }

    private static Set<Triple> named(String graph) {
        return release.read(dataset -> dataset.getGraph(BASE.graph(graph)).find().toSet());
    }

    private static Node thing(String id) {
        return NodeFactory.createURI(BASE.iri() + "id/" + id);
    }

    private static Set<Node> objects(Graph graph, String subject, String property) {
        return graph.find(thing(subject), Chy.term(property), Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
    }

    private static Set<String> sourcesOfClaims(Graph graph) {
        return graph.find(Node.ANY, Chy.term("statedIn"), Node.ANY)
                .mapWith(t -> t.getObject().getURI().replaceFirst("^.*/", ""))
                .toSet();
    }

    @Test
    void claimsThatAreReadBackHaveTheirNames() {
        Set<String> wrong =
                release.read(
                        dataset -> {
                            Released released = new Released(dataset, BASE);
                            return SOURCES.stream()
                                    .flatMap(source -> released.claims(source).entrySet().stream())
                                    .filter(e -> !e.getKey().node(BASE).equals(e.getValue()))
                                    .map(e -> e.getValue().toString())
                                    .collect(Collectors.toSet());
                        });
        assertEquals(Set.of(), wrong);
    }

    @Test
    void whoLooksFromAllSourcesSeesWhatTheReleaseHas() {
        Graph all = seen(String.join(",", SOURCES), "", "");
        Set<Triple> best = named("best");
        assertTrue(best.stream().allMatch(all::contains));
        Set<Triple> judged = new HashSet<>(named("disagreements"));
        assertTrue(judged.stream().allMatch(all::contains), "verdicts and disagreements");
        Set<Triple> known = release.read(dataset -> dataset.getDefaultGraph().find().toSet());
        assertEquals(
                Set.of(),
                all.find().filterDrop(known::contains).toSet(),
                "nothing that the release has not");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"country-study-1994", "mamedzade-2024", "wikipedia-2010", "wikipedia-2016"})
    void nothingOfAnotherSourceIsSeen(String source) {
        Graph graph = seen(source, "", "");
        assertEquals(Set.of(source), sourcesOfClaims(graph));
        Set<Node> others =
                SOURCES.stream()
                        .filter(other -> !other.equals(source))
                        .flatMap(other -> namesIn(other).stream())
                        .collect(Collectors.toSet());
        Set<Triple> leaks =
                graph.find()
                        .filterKeep(
                                t ->
                                        others.contains(t.getSubject())
                                                || others.contains(t.getObject()))
                        .toSet();
        assertEquals(Set.of(), leaks);
        Set<Triple> claimed =
                release.read(
                        dataset ->
                                new Released(dataset, BASE)
                                        .claims(source).keySet().stream()
                                                .map(ClaimKey::triple)
                                                .collect(Collectors.toSet()));
        Set<Triple> alien =
                named("best").stream()
                        .filter(graph::contains)
                        .filter(triple -> !claimed.contains(triple))
                        .filter(triple -> !named("derived").contains(triple))
                        .collect(Collectors.toSet());
        assertEquals(Set.of(), alien, "plain triples that this source does not claim");
    }

    /// Claims and passages of a source.
    private static Set<Node> namesIn(String source) {
        Set<Node> names =
                release.read(
                        dataset ->
                                new HashSet<>(new Released(dataset, BASE).claims(source).values()));
        named("register").stream()
                .filter(t -> t.getPredicate().equals(Chy.term("source")))
                .filter(t -> t.getObject().equals(BASE.id("source", source)))
                .forEach(t -> names.add(t.getSubject()));
        names.add(BASE.id("source", source));
        return names;
    }

    @Test
    void aValueThatLostIsJudgedAnewWithoutTheOneThatWon() {
        String border = "observation/length-of-the-agreed-boundary";
        assertEquals(
                Set.of(thing("quantity/exactly_301x2E1_km_r0x2E1")),
                objects(seen("wikipedia-2016,wikipedia-2010", "", ""), border, "quantity"));
        Graph early = seen("wikipedia-2010", "", "");
        assertEquals(Set.of(), objects(early, border, "quantity"), "two values, nobody decided");
        assertTrue(
                early.contains(Node.ANY, Chy.term("about"), thing(border)),
                "their disagreement is listed");
    }

    @Test
    void theWorldOfADayHasNothingOfLaterDays() {
        Graph then = seen("", "1996-01-01", "");
        assertFalse(
                then.contains(thing("agreement/gabala-radar-station-2002"), Node.ANY, Node.ANY));
        assertFalse(
                then.contains(Node.ANY, Node.ANY, thing("agreement/gabala-radar-station-2002")));
        Set<Triple> late =
                then.find(Node.ANY, Chy.term("earliest"), Node.ANY)
                        .filterKeep(
                                t ->
                                        LocalDate.parse(t.getObject().getLiteralLexicalForm())
                                                .isAfter(LocalDate.of(1996, 1, 1)))
                        .filterDrop(t -> t.getSubject().getURI().contains("/tenure/"))
                        .toSet();
        assertEquals(Set.of(), late);
    }

    @Test
    void whatHoldsOnTheDayIsMarked() {
        Graph then = seen("", "2008-01-01", "");
        Set<Node> how =
                then.find(Node.ANY, Chy.term("holds"), Node.ANY).mapWith(Triple::getObject).toSet();
        assertTrue(how.contains(Chy.term("Possibly")));
        Graph inTheMonth = seen("", "2007-06-08", "");
        assertEquals(
                Set.of(Chy.term("Definitely")),
                objects(inTheMonth, "tenure/vladimir-putin-president-of-russia", "holds"),
                "attested on that very day");
    }

    @Test
    void whatWasKnownOnADayIsWhatSourcesHadSaid() {
        assertEquals(Set.of("country-study-1994"), sourcesOfClaims(seen("", "", "2000-01-01")));
        assertEquals(
                Set.of("country-study-1994", "wikipedia-2010"),
                sourcesOfClaims(seen("", "", "2012-01-01")));
        assertEquals(
                Set.of("wikipedia-2010"),
                sourcesOfClaims(seen("wikipedia-2010,wikipedia-2016", "", "2012-01-01")));
        assertEquals(Set.of(), sourcesOfClaims(seen("wikipedia-2016", "", "2000-01-01")));
    }

    @Test
    void tripleTermsAreThoseOfTheClaimsSeen() {
        Viewed viewed =
                release.read(
                        dataset ->
                                new View(dataset, BASE)
                                        .of(PointOfView.of("country-study-1994", "", "")));
        long claims = viewed.graph().find(Node.ANY, RDF.Nodes.type, Chy.CLAIM).toList().size();
        assertEquals(claims, viewed.reifiers().size());
        assertNotEquals(0, claims);
        assertTrue(viewed.dataset(true).getDefaultGraph().size() > viewed.graph().size());
        assertEquals(viewed.graph().size(), viewed.dataset(false).getDefaultGraph().size());
    }

    @Test
    void aSourceThatIsNotThereIsNamedWithThoseThatAre() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> seen("nobody", "", ""));
        assertEquals(
                "according-to: found \"nobody\", expected of the sources "
                        + String.join(", ", SOURCES),
                refused.getMessage());
    }
}
