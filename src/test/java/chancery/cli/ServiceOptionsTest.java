package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceOptionsTest {
    @TempDir private Path empty;

    /// There is nothing to serve, so that good options end with that.
    private Result serve(String option, String value) {
        return Result.of(
                "serve", "--no-build", "--releases", empty.toString(), option + "=" + value);
    }

    @ParameterizedTest
    @CsvSource({
        "--service-timeout, 0, expected 1 or more",
        "--service-calls, 0, expected 1 or more",
        "--service-concurrent, -1, expected 1 or more",
        "--service-rows, 0, expected 1 or more",
        "--service-answer, 0, expected 1 or more",
        "--service-answer, 1025, expected at most 1024",
        "--service, ftp://example.org/, expected a host such as query.wikidata.org",
        "--service, http://me:secret@example.org/, expected a host such as query.wikidata.org",
        "--service, *.example.org, expected a host such as query.wikidata.org",
        "--service, https://example.org/?query=x, expected a host such as query.wikidata.org",
        "--service, a/b://example.org, expected a host such as query.wikidata.org",
        "--service-private, http://, expected a host such as query.wikidata.org",
        "--service-private, two words, expected a host such as query.wikidata.org"
    })
    void whatCannotBeMeantIsToldInOneLine(String option, String value, String expected) {
        Result result = serve(option, value);
        String line = option + ": found \"" + value + "\", " + expected;
        assertTrue(result.err().startsWith(line), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertEquals("", result.out());
        assertEquals(2, result.exit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--service-timeout",
                "--service-calls",
                "--service-concurrent",
                "--service-rows",
                "--service-answer"
            })
    void aLimitIsANumber(String option) {
        Result result = serve(option, "many");
        assertEquals(2, result.exit());
        assertEquals(
                "Invalid value for option '" + option + "'",
                result.err().lines().findFirst().orElse("").split(" \\(|:")[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "--service, query.wikidata.org",
        "--service, '" + "query.wikidata.org,https://example.org/sparql'",
        "--service-private, http://localhost:3031/sparql",
        "--service-answer, 1024",
        "--service-calls, 1"
    })
    void whatIsMeantGoesOnToTheReleases(String option, String value) {
        Result result = serve(option, value);
        assertTrue(result.err().contains("found no release"), result.err());
        assertEquals(3, result.exit());
    }

    @Test
    void helpTellsOfEachWithItsUsualValue() {
        String help = Result.of("serve", "--help").out().replaceAll("\\s+", " ");
        for (String line :
                new String[] {
                    "--service=HOST[,HOST...]",
                    "--service-private=HOST[,HOST...]",
                    "--service-timeout=SECONDS How long one call may take (default: 10).",
                    "--service-calls=N Calls of one query (default: 20).",
                    "--service-concurrent=N Calls of all queries at one time (default: 4).",
                    "--service-rows=N How many rows one call may bring (default: 100000).",
                    "--service-answer=MIB How much one call may bring, uncompressed (default: 16)."
                }) {
            assertTrue(help.contains(line), line + " in " + help);
        }
    }
}
