package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIndexTest {
    private static final String DATA =
            """
            PREFIX : <http://example.org/>
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            :heydar a chy:Person, chy:Leader ; rdfs:label "Heydar Aliyev"@en .
            :ilham a chy:Person, chy:Leader ; rdfs:label "Ilham Aliyev"@en .
            :elchibey a chy:Person ; rdfs:label "Abulfaz Elchibey"@en ; skos:altLabel "Elchibay"@en .
            :azerbaijan a chy:State ; rdfs:label "Azerbaijan"@en, "Azərbaycan"@az .
            :karabakh a chy:Place ; rdfs:label "Nagorno-Karabakh"@en .
            :khojaly a chy:Place ; rdfs:label "Khojaly" .
            :iran a chy:State ; rdfs:label "Iran"@en .
            :claim a chy:Claim ; chy:gist "The radar station of Gabala was leased."@en .
            """;

    @TempDir static Path folder;
    private SearchIndex index;
    private DatasetGraph dataset;

    @BeforeAll
    void write() throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(DATA, Lang.TURTLE).parse(graph);
        assertEquals(10, IndexWriting.write(graph, folder));
        index = SearchIndex.open(folder);
        dataset = DatasetGraphFactory.wrap(graph);
    }

    @AfterAll
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Heydar Aliyev, heydar",
        "Гейдар Алиев, heydar",
        "Һејдәр Әлијев, heydar",
        "HEYDƏR ƏLİYEV, heydar",
        "Heydar Aliyew, heydar",
        "Эльчибей, elchibey",
        "Elçibəy, elchibey",
        "AZERBAYCAN, azerbaijan",
        "Азербайджан, azerbaijan",
        "Азербаиджан, azerbaijan",
        "Xocalı, khojaly",
        "Ходжалы, khojaly",
        "NagornoKarabakh, karabakh",
        "Karabach, karabakh"
    })
    void aNameIsFoundInAnyLettersAndWithSlips(String typed, String expected) {
        assertEquals("http://example.org/" + expected, first(names(typed)).iri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hey", "Heyd", "Heydar Al", "Гейд", "nak", "Kho", "Khoj", "Хо"})
    void aBeginningIsEnoughWhileTyping(String typed) {
        List<Hit> found =
                index.search(
                        new Asked(typed, Asked.Scope.NAMES, Set.of(), "", true, 10),
                        Deadline.none());
        assertEquals(typed.equals("nak"), found.isEmpty(), found.toString());
    }

    @Test
    void allWordsAreWantedAndSomeAreBetterThanNone() {
        assertEquals(1, names("Ilham Aliyev").size());
        assertEquals(2, names("Aliyev").size());
        assertTrue(names("Mehriban Aliyeva").size() >= 2);
        assertEquals(List.of(), names("Reykjavik"));
    }

    @Test
    void kindAndLanguageNarrowIt() {
        String ns = "https://w3id.org/chancery/ontology#";
        assertEquals(
                List.of(),
                index.search(
                        new Asked("Aliyev", Asked.Scope.NAMES, Set.of(ns + "State"), "", false, 10),
                        Deadline.none()));
        List<Hit> azerbaijani =
                index.search(
                        new Asked("Azerbaijan", Asked.Scope.NAMES, Set.of(), "az", false, 10),
                        Deadline.none());
        assertEquals(List.of("Azərbaycan"), azerbaijani.stream().map(Hit::text).toList());
    }

    @Test
    void gistsAreFoundWhereTheyAreAskedFor() {
        assertEquals(List.of(), names("radar station"));
        List<Hit> found =
                index.search(
                        new Asked(
                                "radar station",
                                Asked.Scope.NAMES_AND_GISTS,
                                Set.of(),
                                "",
                                false,
                                10),
                        Deadline.none());
        assertEquals(Part.GIST, first(found).part());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?!", "\"", "AND OR NOT", "*", "(((", "\\", "a:b", "~~~"})
    void whatIsNoWordFindsNothingAndBreaksNothing(String typed) {
        assertTrue(names(typed).size() <= 8);
    }

    @Test
    void aLongQueryIsCutAtItsThirtySecondWord() {
        assertTrue(names("Heydar ".repeat(5_000)).size() <= 1);
    }

    @Test
    void sparqlFindsByTextQuery() {
        assertEquals(List.of("heydar", "ilham"), sparql("?s text:query 'Алиев'"), "all names");
        assertEquals(List.of("elchibey"), sparql("?s text:query (skos:altLabel 'Elchibay')"));
        assertEquals(List.of(), sparql("?s text:query (rdfs:label 'Elchibay~0')"));
        assertEquals(List.of("azerbaijan"), sparql("?s text:query (rdfs:label 'azer*' 'lang:az')"));
        assertEquals(
                List.of("elchibey", "karabakh"),
                sparql(
                        "?s text:query (rdfs:label skos:altLabel 'elchibay OR \"nagorno karabakh\"')"));
        assertEquals(List.of("claim"), sparql("(?s ?score ?text) text:query (chy:gist 'leased')"));
        assertEquals(
                List.of("heydar"),
                sparql("?s text:query 'Aliyev' . ?s rdfs:label 'Heydar Aliyev'@en"));
    }

    @Test
    void slipsAreAllowedWhereTheyAreAskedFor() {
        assertEquals(List.of("elchibey"), sparql("?s text:query (rdfs:label 'Elchibej~1')"));
        assertEquals(List.of("elchibey"), sparql("?s text:query (rdfs:label 'Элчыбей~2')"));
        assertEquals(List.of(), sparql("?s text:query (rdfs:label 'Elxxibej~1')"));
    }

    @Test
    void theLimitOfTextQueryIsKept() {
        assertEquals(1, sparql("?s text:query ('Aliyev' 1)").size());
    }

    /// Query and what its refusal says.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?s text:query '(Aliyev' | text:query: found \"(Aliyev\", expected a query of Lucene",
                "?s text:query '*liyev' | expected a query of Lucene",
                "?s text:query '/a+b/' | no regular expression is in it",
                "?s text:query '[a TO b]' | no range is in it",
                "?s text:query 'uri:x' | no field is named in it",
                "?s text:query 'gist:leas*' | no field is named in it",
                "?s text:query 'uri:http*' | no field is named in it",
                "?s text:query 'gist:l?ase' | no field is named in it",
                "?s text:query 'gist:leese~1' | no field is named in it",
                "?s text:query '*:*' | no field is named in it",
                "?s text:query ('Aliyev' 20000) | found the limit 20000, expected at most 10000",
                "?s text:query (chy:begin 'Aliyev') | found the property <https://w3id.org",
                "?s text:query ('Aliyev' 'highlight:s:<em>') | found highlight:, expected none"
            })
    void whatCannotBeAnsweredIsRefusedWithTheReason(String pattern, String reason) {
        QueryException refusal = assertThrows(QueryException.class, () -> sparql(pattern));
        assertTrue(String.valueOf(refusal.getMessage()).contains(reason), refusal.getMessage());
    }

    @Test
    void aLongTextQueryIsRefused() {
        QueryException refusal =
                assertThrows(
                        QueryException.class,
                        () -> sparql("?s text:query '" + "a".repeat(1_001) + "'"));
        assertEquals(
                "text:query: found 1001 characters, expected at most 1000", refusal.getMessage());
    }

    @Test
    void withoutAnIndexATextQueryIsRefused() {
        TextRefused refusal =
                assertThrows(
                        TextRefused.class,
                        () -> sparql("?s text:query 'Aliyev'", Optional.empty()));
        assertEquals(
                "text:query: found no text index in release r1, expected one made by a newer build",
                refusal.getMessage());
    }

    @Test
    void aDamagedIndexDoesNotOpen(@TempDir Path other) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(
                        other.resolve(file.getFileName().toString()),
                        Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        IOException broken = assertThrows(IOException.class, () -> SearchIndex.open(other));
        assertTrue(
                String.valueOf(broken.getMessage()).endsWith("found no readable text index"),
                broken.getMessage());
        assertFalse(Files.exists(folder.resolve("write.lock")));
    }

    private List<Hit> names(String typed) {
        return index.search(
                new Asked(typed, Asked.Scope.NAMES, Set.of(), "", false, 10), Deadline.none());
    }

    private static Hit first(List<Hit> found) {
        return found.stream().findFirst().orElseThrow(() -> new AssertionError("found nothing"));
    }

    private List<String> sparql(String pattern) {
        return sparql(pattern, Optional.of(index));
    }

    private List<String> sparql(String pattern, Optional<SearchIndex> searched) {
        String query =
                """
                PREFIX chy: <https://w3id.org/chancery/ontology#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX text: <http://jena.apache.org/text#>
                SELECT DISTINCT ?s { %s } ORDER BY ?s
                """
                        .formatted(pattern);
        new SparqlText(searched, "r1").offerTo(dataset.getContext());
        try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
            return run.select().stream()
                    .map(row -> row.get("s").getURI().replace("http://example.org/", ""))
                    .toList();
        }
    }

    @Test
    void aSparqlQueryOutOfTimeIsNotSearched() {
        new SparqlText(Optional.of(index), "r1", Deadline.in(Duration.ZERO))
                .offerTo(dataset.getContext());
        String query = "SELECT * { ?s <http://jena.apache.org/text#query> \"treaty\" }";
        try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
            assertThrows(Deadline.OutOfTime.class, () -> run.select().stream().toList());
        }
    }
}
