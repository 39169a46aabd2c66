package chancery.release.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import chancery.release.CanonicalQuads;
import chancery.release.dump.SubjectSink;
import chancery.release.graph.QuadEntries;
import chancery.release.graph.SortedGraph;
import chancery.release.sort.EntrySort;
import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicesTest {
    private static final String SOURCE =
            """
            source:gazette a chy:Source ; rdfs:label "Gazette"@en .
            passage:gazette-0-9 a chy:Passage ; chy:source source:gazette ; chy:cites work:book .
            work:book a chy:Work ; chy:title "Book" .
            statement:said a chy:Statement ; chy:statedIn source:gazette ; chy:speaker person:a .
            claim:1 a chy:Claim ; chy:statedIn source:gazette ; rdf:subject agreement:t ;
              rdf:predicate chy:party ; rdf:object state:russia .
            """;
    private static final String LABELS_OF_THE_SOURCE =
            """
            person:a rdfs:label "A"@en . agreement:t rdfs:label "T"@en .
            state:russia rdfs:label "Russia"@en .
            """;
    private static final String REST =
            """
            person:a a chy:Person .
            agreement:t a chy:Agreement ; chy:party state:russia ; chy:signed time:2002 .
            time:2002 a chy:Time ; chy:edtf "2002" ; rdfs:label "2002" .
            state:russia a chy:State ; chy:begin time:1991 .
            time:1991 a chy:Time ; chy:edtf "1991" .
            state:iran a chy:State ; rdfs:label "Iran"@en .
            source:later a chy:Source ; chy:revisionOf source:gazette ; rdfs:label "Later"@en .
            claim:2 a chy:Claim ; chy:statedIn source:later ; rdf:subject agreement:t ;
              rdf:predicate chy:signed ; rdf:object time:2002 .
            event:other a chy:Event ; chy:time time:1991 .
            """;

    @TempDir private Path folder;

    private static List<Triple> graph(String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        StringBuilder prefixes = new StringBuilder();
        List.of("source", "passage", "work", "statement", "claim", "person", "agreement", "state")
                .forEach(kind -> prefixes.append(prefix(kind)));
        List.of("time", "event", "disagreement", "concept", "scheme")
                .forEach(kind -> prefixes.append(prefix(kind)));
        RDFParser.fromString(
                        prefixes
                                + """
                                PREFIX chy: <https://w3id.org/chancery/ontology#>
                                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                                """
                                + turtle,
                        Lang.TURTLE)
                .parse(graph);
        return graph.find().toList();
    }

    private static String prefix(String kind) {
        return "PREFIX %s: <https://w3id.org/chancery/id/%s/>%n".formatted(kind, kind);
    }

    private Map<String, List<Triple>> slices(String turtle) throws IOException {
        return slices(graph(turtle), 1 << 20);
    }

    /// @param bytes memory of each sort
    private Map<String, List<Triple>> slices(List<Triple> triples, long bytes) throws IOException {
        Node register = Base.DEFAULT.graph("register");
        Map<String, List<Triple>> slices = new LinkedHashMap<>();
        try (Workroom room = new Workroom(() -> Files.createTempDirectory(folder, "sort"), bytes)) {
            QuadEntries entries = new QuadEntries();
            EntrySort sort = room.sort();
            for (Triple triple : triples) {
                sort.add(entries.of(Quad.create(register, triple)));
            }
            Slices.write(
                    Base.DEFAULT,
                    SortedGraph.of(Base.DEFAULT, sort, room),
                    room,
                    name -> {
                        List<Triple> slice = new ArrayList<>();
                        assertNull(slices.put(name, slice), name);
                        return new SubjectSink() {
                            @Override
                            public void subject(Node subject, List<Triple> all) {
                                all.forEach(t -> assertEquals(subject, t.getSubject()));
                                slice.addAll(all);
                            }

                            @Override
                            public void close() {
                                // nothing is held
                            }
                        };
                    });
        }
        return slices;
    }

    private List<Triple> slice(String name) throws IOException {
        return slices(SOURCE + LABELS_OF_THE_SOURCE + REST).getOrDefault(name, List.of());
    }

    private static void assertTriples(String expected, List<Triple> found) {
        assertEquals(new HashSet<>(graph(expected)), new HashSet<>(found));
        List<Triple> sorted = new ArrayList<>(new HashSet<>(found));
        sorted.sort(new CanonicalQuads().tripleOrder());
        assertEquals(sorted, found);
    }

    @Test
    void aSourceHasItsPassagesStatementsClaimsAndCitedWorksWithTheLabelsOfWhatTheyName()
            throws Exception {
        assertTriples(SOURCE + LABELS_OF_THE_SOURCE, slice("sources/gazette"));
    }

    @Test
    void anotherEditionIsASliceOfItsOwn() throws Exception {
        assertTriples(
                """
                source:later a chy:Source ; chy:revisionOf source:gazette ; rdfs:label "Later"@en .
                source:gazette rdfs:label "Gazette"@en .
                claim:2 a chy:Claim ; chy:statedIn source:later ; rdf:subject agreement:t ;
                  rdf:predicate chy:signed ; rdf:object time:2002 .
                agreement:t rdfs:label "T"@en . time:2002 chy:edtf "2002" ; rdfs:label "2002" .
                """,
                slice("sources/later"));
    }

    @Test
    void aStateHasWhatNamesItAndTheClaimsAboutThat() throws Exception {
        assertTriples(
                """
                state:russia a chy:State ; chy:begin time:1991 ; rdfs:label "Russia"@en .
                time:1991 chy:edtf "1991" .
                agreement:t a chy:Agreement ; chy:party state:russia ; chy:signed time:2002 ;
                  rdfs:label "T"@en .
                time:2002 chy:edtf "2002" ; rdfs:label "2002" .
                claim:1 a chy:Claim ; chy:statedIn source:gazette ; rdf:subject agreement:t ;
                  rdf:predicate chy:party ; rdf:object state:russia .
                source:gazette rdfs:label "Gazette"@en .
                claim:2 a chy:Claim ; chy:statedIn source:later ; rdf:subject agreement:t ;
                  rdf:predicate chy:signed ; rdf:object time:2002 .
                source:later rdfs:label "Later"@en .
                """,
                slice("states/russia"));
        assertTriples("state:iran a chy:State ; rdfs:label \"Iran\"@en .", slice("states/iran"));
    }

    @Test
    void aDisagreementHasItsClaimsAndAllTheyRestOnAndTheRuleThatDecided() throws Exception {
        String disagreement =
                """
                disagreement:d a chy:Disagreement ; chy:about agreement:t ; chy:rule "own-voice" ;
                  chy:position claim:3 ; chy:preferred claim:3 .
                claim:3 a chy:Claim ; chy:statedIn source:gazette ; rdf:subject agreement:t ;
                  chy:passage passage:gazette-0-9 ; chy:saidIn statement:said .
                statement:said chy:saidIn statement:quoted .
                statement:quoted a chy:Statement ; chy:speaker state:iran .
                concept:rule-own-voice skos:inScheme scheme:rule ; skos:notation "own-voice" ;
                  skos:scopeNote "It answers for it."@en .
                """;
        String other =
                "concept:own-voice skos:inScheme scheme:voice ; skos:notation \"own-voice\" .";
        String all = SOURCE + LABELS_OF_THE_SOURCE + REST + disagreement + other;
        assertTriples(
                disagreement
                        + """
                        source:gazette a chy:Source ; rdfs:label "Gazette"@en .
                        passage:gazette-0-9 a chy:Passage ; chy:source source:gazette ;
                          chy:cites work:book .
                        statement:said a chy:Statement ; chy:statedIn source:gazette ;
                          chy:speaker person:a .
                        person:a rdfs:label "A"@en . agreement:t rdfs:label "T"@en .
                        state:iran rdfs:label "Iran"@en .
                        """,
                slices(all).getOrDefault("disagreements", List.of()));
    }

    @Test
    void slicesComeByNameAndThatOfDisagreementsAlsoWithout() throws Exception {
        assertEquals(
                List.of(
                        "sources/gazette",
                        "sources/later",
                        "states/iran",
                        "states/russia",
                        "disagreements"),
                List.copyOf(slices(SOURCE + LABELS_OF_THE_SOURCE + REST).keySet()));
        assertEquals(Map.of("disagreements", List.of()), slices(""));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 500, 5_000})
    void slicesDoNotDependOnTheMemoryOfTheSorts(long bytes) throws Exception {
        List<Triple> all = graph(SOURCE + LABELS_OF_THE_SOURCE + REST);
        assertEquals(slices(all, 1 << 20), slices(all, bytes));
    }
}
