package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Options from a file and from the environment, seen by what commands say of the folder that they
/// look into.
class SettingsTest {
    private static final String NONE = ": found no release";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "releases = fromFile | '' | '' | fromFile",
                "release.verify.releases = fromFile | '' | '' | fromFile",
                "# a remark; ;releases=plain;release.verify.releases=full | '' | '' | full",
                "releases = fromFile | CHANCERY_RELEASES | '' | fromVariable",
                "releases = fromFile | CHANCERY_RELEASE_VERIFY_RELEASES | '' | fromVariable",
                "releases = fromFile | CHANCERY_RELEASES | fromLine | fromLine",
                "serve.releases = other | CHANCERY_RELEASES | '' | fromVariable",
            })
    void commandLineGoesBeforeVariableAndThatBeforeFile(
            String lines, String variable, String argument, String expected) throws IOException {
        Path file = settings(lines.replace(';', '\n'));
        Map<String, String> environment =
                variable.isEmpty() ? Map.of() : Map.of(variable, "fromVariable");
        Result result =
                argument.isEmpty()
                        ? Result.in(environment, "release", "verify", "--config", file.toString())
                        : Result.in(
                                environment,
                                "--config=" + file,
                                "release",
                                "verify",
                                "--releases",
                                argument);
        assertEquals(ExitCode.REFUSAL.number(), result.exit(), result.err());
        assertTrue(result.err().startsWith(expected + NONE), result.err());
    }

    @Test
    void fileCanBeNamedByAVariable() throws IOException {
        Path file = settings("releases = elsewhere");
        Result result = Result.in(Map.of("CHANCERY_CONFIG", file.toString()), "release", "verify");
        assertTrue(result.err().startsWith("elsewhere" + NONE), result.err());
    }

    @Test
    void flagStaysOnWhenTheLineSaysItAgain() throws IOException {
        Path file = settings("check.coverage = true");
        String config = "--config=" + file;
        Result byFile = Result.of("check", config);
        Result twice = Result.of("check", config, "--coverage");
        assertTrue(byFile.err().contains("--coverage"), byFile.err());
        assertEquals(byFile, twice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prot = 1 | :1: found \"prot\", expected an option without its dashes",
                "serve.releaes = x | :1: found \"serve.releaes\", expected an option",
                "releases | :1: found \"releases\", expected name = value",
                "port = 1;;port = 2 | :3: found port again, expected it once",
            })
    void mistakeInTheFileIsToldWithItsLine(String lines, String expected) throws IOException {
        Path file = settings(lines.replace(';', '\n'));
        Result result = Result.of("release", "list", "--config", file.toString());
        assertEquals(ExitCode.USAGE.number(), result.exit());
        assertTrue(result.err().startsWith(file + expected), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void missingFileIsTold() {
        Path file = folder.resolve("none.conf");
        Result result = Result.of("--config", file.toString(), "release", "list");
        assertEquals(ExitCode.USAGE.number(), result.exit());
        assertEquals(
                file + ": found no such file, expected one of settings\n",
                result.err().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void valueThatDoesNotFitIsToldWithItsOrigin() throws IOException {
        Path file = settings("\nserve.port = many");
        Result result = Result.of("serve", "--config", file.toString());
        assertEquals(ExitCode.USAGE.number(), result.exit());
        String first = result.err().lines().findFirst().orElse("");
        assertTrue(first.contains("'many' is not an int"), first);
        assertTrue(first.endsWith("(from " + file + ":2)"), first);
        Result variable = Result.in(Map.of("CHANCERY_PORT", "several"), "serve");
        String told = variable.err().lines().findFirst().orElse("");
        assertTrue(told.endsWith("(from CHANCERY_PORT)"), told);
    }

    @Test
    void helpShowsWhatHoldsAndNamesTheFile() throws IOException {
        Path file = settings("serve.port = 4711");
        Result result = Result.of("serve", "--help", "--config", file.toString());
        assertEquals(ExitCode.GOOD.number(), result.exit(), result.err());
        String help = result.out().replaceAll("\\s+", " ");
        assertTrue(help.contains("(default: 4711)"), help);
        assertTrue(result.out().contains("--config=FILE"), result.out());
        assertFalse(Result.of("serve", "--help").out().contains("4711"));
    }

    private Path settings(String lines) throws IOException {
        return Files.writeString(folder.resolve("chancery.conf"), lines + "\n");
    }
}
