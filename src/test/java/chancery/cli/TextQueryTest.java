package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextQueryTest {
    private static final String PREFIXES =
            "PREFIX text: <http://jena.apache.org/text#>"
                    + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

    @Test
    void aTextQueryAnswersWithoutAServerAndFromAPointOfView() throws IOException {
        String query =
                PREFIXES
                        + "SELECT DISTINCT ?name { (?s ?score ?name) text:query (rdfs:label 'Mutallibow~1')"
                        + " . ?s a <https://w3id.org/chancery/ontology#Person> }";
        String releases = SeedRelease.releases().toString();
        for (String[] more : new String[][] {{}, {"--according-to", "wikipedia-2016"}}) {
            Result found = query(releases, query, more);
            assertEquals(0, found.exit(), found.err());
            assertEquals("name\nAyaz Mutallibov\n", found.out().replace("\r", ""));
        }
    }

    @Test
    void aTextQueryThatCannotBeReadIsRefusedInALine() throws IOException {
        Result refused =
                query(
                        SeedRelease.releases().toString(),
                        PREFIXES + "SELECT ?s { ?s text:query ('Aliyev' 20000) }");
        assertEquals(3, refused.exit());
        assertEquals(
                "text:query: found the limit 20000, expected at most 10000", refused.err().strip());
    }

    private static Result query(String releases, String query, String... more) {
        String[] all = new String[6 + more.length];
        String[] first = {"query", "--releases", releases, "--format", "csv", query};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return Result.of(all);
    }
}
