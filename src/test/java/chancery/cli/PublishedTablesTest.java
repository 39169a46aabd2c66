package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.CanonicalQuads;
import chancery.release.dump.Dumps;
import chancery.release.dump.Edition;
import chancery.release.dump.SubjectSink;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tables of a release, read with our own `check` and `map`, are the triples they were made of.
class PublishedTablesTest {
    private static final Edition EDITION =
            new Edition(
                    Base.DEFAULT, "0123456789abcdef", LocalDate.of(2026, 1, 31), 10, 2, Map.of());

    @TempDir private Path folder;

    private static Graph turtle(String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(
                        """
                        PREFIX chy: <https://w3id.org/chancery/ontology#>
                        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX geo: <http://www.opengis.net/ont/geosparql#>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        PREFIX id: <https://w3id.org/chancery/id/>
                        """
                                + turtle,
                        Lang.TURTLE)
                .parse(graph);
        return graph;
    }

    private static Path tables(Path folder, Graph graph) throws IOException {
        CanonicalQuads canonical = new CanonicalQuads();
        List<Triple> sorted = new ArrayList<>(graph.find().toList());
        sorted.sort(canonical.tripleOrder());
        try (Dumps dumps = new Dumps(folder, EDITION, canonical)) {
            try (SubjectSink sink = dumps.things()) {
                SubjectSink.each(sorted.iterator(), sink);
            }
            dumps.finish();
        }
        return folder.resolve("tables");
    }

    /// The lines of N-Triples that the tables are mapped to.
    private static Set<String> mapped(Path tables) {
        String metadata = tables.resolve("csv-metadata.json").toString();
        Result check = Result.of("check", metadata);
        assertEquals(0, check.exit(), check.out() + check.err());
        Result map = Result.of("map", metadata, "--mode", "minimal");
        assertEquals(0, map.exit(), map.err());
        return map.out().lines().collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasTable(Node type) {
        String iri = type.toString();
        return iri.startsWith("https://w3id.org/chancery/ontology#")
                || iri.startsWith("http://www.w3.org/2004/02/skos/core#")
                || iri.startsWith("http://www.w3.org/ns/adms#")
                || iri.startsWith("http://www.opengis.net/ont/geosparql#");
    }

    /// Of all things that have a class of which there are tables.
    private static Set<String> expected(Graph graph) {
        CanonicalQuads canonical = new CanonicalQuads();
        Set<String> lines = new TreeSet<>();
        for (Triple typed : graph.find(Node.ANY, RDF.Nodes.type, Node.ANY).toList()) {
            if (hasTable(typed.getObject())) {
                graph.find(typed.getSubject(), Node.ANY, Node.ANY)
                        .forEach(
                                t ->
                                        lines.add(
                                                "%s %s %s ."
                                                        .formatted(
                                                                canonical.term(t.getSubject()),
                                                                canonical.term(t.getPredicate()),
                                                                canonical.term(t.getObject()))));
            }
        }
        return lines;
    }

    private static void assertSame(Set<String> expected, Set<String> found) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> more = new TreeSet<>(found);
        more.removeAll(expected);
        assertEquals(Set.of(), missing, "lost; instead " + more);
        assertEquals(Set.of(), more, "added");
    }

    @Test
    void theTablesOfTheSeedsGiveBackEveryTripleOfTheirThings() throws IOException {
        Path dumps = SeedRelease.folder().resolve("dumps");
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.source(dumps.resolve("chancery.ttl")).parse(graph);
        Set<String> expected = expected(graph);
        assertFalse(expected.isEmpty());
        assertSame(expected, mapped(dumps.resolve("tables")));
    }

    @Test
    void languagesDatatypesListsAndSeveralClassesComeBack() throws IOException {
        Graph graph =
                turtle(
                        """
                        id:a a chy:State , chy:Actor ; rdfs:label "A, \\"a\\""@en , "ə"@az , "А"@ru ;
                          chy:note "one|two" , "three;four" , " with spaces " , "two\\nlines" ;
                          chy:party id:b , id:c ; chy:signed id:d ; chy:signed "unknown" ;
                          chy:count 7 , "007"^^xsd:integer ; chy:share 7.50 ; chy:sure true ;
                          chy:day "2026-01-31"^^xsd:date ; chy:sum 1.0e1 ;
                          geo:asWKT "POINT(1 2)"^^geo:wktLiteral .
                        id:b a chy:State , chy:Actor ; chy:note "all of |;¦‖␟" , "x" .
                        id:c a chy:State , chy:Leader .
                        id:nothing rdfs:label "no class" .
                        """);
        Path tables = tables(folder, graph);
        assertSame(expected(graph), mapped(tables));
        assertEquals(
                "id,geo_asWKT_wktLiteral,rdf_type,rdfs_label_az,rdfs_label_en,rdfs_label_ru,"
                        + "count_integer,day_date,note,party,share_decimal,signed,signed_text,"
                        + "sum_double,sure_boolean",
                Files.readAllLines(tables.resolve("State.csv")).getFirst());
        assertTrue(
                Files.readAllLines(tables.resolve("State-party.csv"))
                        .contains("https://w3id.org/chancery/id/a,https://w3id.org/chancery/id/b"));
    }

    @Test
    void theDescriptionSaysOfWhichReleaseTheTablesAre() throws IOException {
        Path tables = tables(folder, turtle("id:a a chy:State ."));
        String text = Files.readString(tables.resolve("csv-metadata.json"));
        for (String said :
                List.of(
                        "release 0123456789abcdef of 2026-01-31",
                        "\"dc:issued\":{\"@value\":\"2026-01-31\"",
                        "\"@id\":\"https://w3id.org/chancery/release/0123456789abcdef\"",
                        "\"@id\":\"https://creativecommons.org/publicdomain/zero/1.0/\"")) {
            assertTrue(text.contains(said), said + " in " + text);
        }
    }

    @Test
    void theArchiveHoldsTheTablesWithTheDateOfTheRelease() throws IOException {
        Path tables = tables(folder, turtle("id:a a chy:State ; chy:party id:b , id:c ."));
        try (ZipFile zip = new ZipFile(folder.resolve("tables.zip").toFile())) {
            List<String> names = new ArrayList<>();
            zip.stream()
                    .forEach(
                            entry -> {
                                names.add(entry.getName());
                                assertEquals("2026-01-31T00:00", entry.getTimeLocal().toString());
                            });
            assertEquals(List.of("csv-metadata.json", "State.csv", "State-party.csv"), names);
            for (String name : names) {
                assertEquals(
                        Files.readString(tables.resolve(name)),
                        new String(
                                zip.getInputStream(zip.getEntry(name)).readAllBytes(),
                                StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void noTableIsLeftWaiting() throws IOException {
        Path tables = tables(folder, turtle("id:a a chy:State ."));
        try (var all = Files.list(tables)) {
            assertEquals(
                    Set.of("State.csv", "csv-metadata.json"),
                    all.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }
}
