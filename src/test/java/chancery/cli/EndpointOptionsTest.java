package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --endpoint | 127.0.0.1:8890 | --endpoint: found "127.0.0.1:8890", expected an address such as http://127.0.0.1:8890/sparql
                    --endpoint | file:///srv/store | --endpoint: found "file:///srv/store", expected an address such as http://127.0.0.1:8890/sparql
                    --endpoint | http://ann:secret@localhost/sparql | --endpoint: found "http://ann:secret@localhost/sparql", expected an address such as http://127.0.0.1:8890/sparql
                    --endpoint | http://localhost/sparql?x=1 | --endpoint: found "http://localhost/sparql?x=1", expected an address such as http://127.0.0.1:8890/sparql
                    --endpoint-default-graph | https://example.org/g | --endpoint-default-graph: found no --endpoint, expected one
                    """)
    void whatCannotBeMeantIsRefused(String option, String value, String message) {
        Result result = Result.of("serve", option, value);
        assertEquals(ExitCode.USAGE.number(), result.exit());
        assertEquals(message + "\n", result.err());
    }

    @Test
    void aDefaultGraphIsAnIri() {
        Result result =
                Result.of(
                        "serve",
                        "--endpoint",
                        "http://localhost:9/sparql",
                        "--endpoint-default-graph",
                        "a> <b");
        assertEquals(ExitCode.USAGE.number(), result.exit());
        assertEquals(
                "--endpoint: default graph: found \"a> <b\", expected an absolute IRI\n",
                result.err());
    }

    @Test
    void oneThatFollowsStandsBeforeNoEndpoint() {
        Result result =
                Result.of(
                        "serve",
                        "--endpoint",
                        "http://localhost:9/sparql",
                        "--follow",
                        "http://localhost:9/");
        assertEquals(ExitCode.USAGE.number(), result.exit());
        assertEquals(
                "--endpoint: found --follow as well, expected one of them: the endpoint holds one"
                        + " release\n",
                result.err());
    }

    @Test
    void anEndpointThatIsNotThereEndsTheServerAtOnce() throws Exception {
        Result result =
                Result.of(
                        "serve",
                        "--endpoint",
                        "http://localhost:1/sparql",
                        "--releases",
                        SeedRelease.releases().toString(),
                        "--port",
                        "0");
        assertEquals(ExitCode.REFUSAL.number(), result.exit());
        assertEquals("endpoint http://localhost:1/sparql: found nobody there\n", result.err());
    }
}
