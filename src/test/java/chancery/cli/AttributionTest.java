package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.Release;
import chancery.release.ReleaseQuery;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who says so, through how many mouths: the seeds have a text that tells what WikiLeaks published
/// of a minister's claim that his counterpart admitted something.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttributionTest {
    private static final String PREFIXES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX statement: <https://w3id.org/chancery/id/statement/>
            PREFIX possibility: <https://w3id.org/chancery/id/possibility/>
            PREFIX concept: <https://w3id.org/chancery/id/concept/>
            """;

    private static final String ALLEGED =
            "possibility:russian-weapons-transfers-to-armenia-2008 chy:eventType"
                    + " concept:weapons-transfer";

    private Release release;

    @BeforeAll
    void open() throws Exception {
        release = Release.open(SeedRelease.folder());
    }

    @AfterAll
    void close() {
        release.close();
    }

    @ParameterizedTest
    @CsvSource({
        "wp2010-counterpart-admission, sergei-serdyukov",
        "wp2016-counterpart-admission, sergei-ivanov",
        "wp2022-serdyukov-admission,   anatoliy-serdyukov",
    })
    void aChainNamesEveryoneThroughWhomItCame(String admission, String minister) {
        String query =
                """
                SELECT DISTINCT ?who WHERE {
                  ?claim a chy:Claim ; chy:saidIn statement:%s .
                  ?claim chy:saidIn/chy:saidIn*/chy:speaker ?who
                }
                """
                        .formatted(admission);
        assertEquals(Set.of(minister, "safar-abiyev", "wikileaks"), answers(query));
    }

    @Test
    void whatIsOnlyToldInAChainIsNotAccepted() {
        String query =
                """
                SELECT DISTINCT ?verdict WHERE {
                  ?claim chy:saidIn/chy:saidIn/chy:saidIn ?told ; chy:verdict ?verdict
                }
                """;
        assertEquals(Set.of("ontology#NotAsserted"), answers(query));
    }

    @Test
    void claimsOnOneTripleKeepTheirOwnIrisInBothForms() {
        Set<String> rdf11 =
                answers(
                        "SELECT ?claim { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
                                + " VALUES (?s ?p ?o) { ("
                                + ALLEGED
                                + ") } }");
        Set<String> rdf12 = answers("SELECT ?claim { ?claim rdf:reifies <<( " + ALLEGED + " )>> }");
        assertTrue(rdf11.size() > 5, rdf11.toString());
        assertEquals(rdf11, rdf12);
    }

    @Test
    void everyChainIsAnsweredAlikeThroughTheTriple() {
        String chain = "?claim chy:saidIn/chy:saidIn*/chy:speaker ?who";
        Set<String> rdf11 = answers("SELECT ?claim ?who { ?claim a chy:Claim . " + chain + " }");
        Set<String> rdf12 =
                answers(
                        "SELECT ?claim ?who { ?claim rdf:reifies <<( ?s ?p ?o )>> . "
                                + chain
                                + " }");
        assertFalse(rdf11.isEmpty());
        assertEquals(rdf11, rdf12);
    }

    /// Each row as one text: the last parts of its IRIs.
    private Set<String> answers(String text) {
        ReleaseQuery query = ReleaseQuery.parse(PREFIXES + text);
        DatasetGraph dataset = release.dataset();
        return Txn.calculateRead(
                dataset,
                () -> {
                    Set<String> answers = new HashSet<>();
                    try (QueryExec run = query.over(dataset)) {
                        RowSet rows = run.select();
                        rows.forEachRemaining(
                                row -> {
                                    Set<String> parts = new TreeSet<>();
                                    for (Var column : rows.getResultVars()) {
                                        String iri = row.get(column).getURI();
                                        parts.add(iri.substring(iri.lastIndexOf('/') + 1));
                                    }
                                    answers.add(String.join(" ", parts));
                                });
                    }
                    return answers;
                });
    }
}
