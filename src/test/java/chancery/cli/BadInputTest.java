package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each kind of bad input gives one message that says where, what was found and what was expected,
/// a non-zero exit code, and leaves the former release as it was.
class BadInputTest {
    @TempDir private Path folder;
    private Path seeds = Path.of("");

    @BeforeEach
    void copySeeds() {
        seeds = Folders.copy(Path.of("seeds"), folder.resolve("seeds"));
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                bad(
                        "empty table",
                        "states.csv",
                        t -> "",
                        3,
                        "states.csv",
                        "found an empty file, expected a header"),
                bad(
                        "wrong delimiter",
                        "states.csv",
                        t -> t.replace(',', ';'),
                        1,
                        "states.csv:1",
                        "expected",
                        "[header-mismatch]"),
                bad(
                        "quote never closed",
                        "people.csv",
                        t -> t + "somebody,\"Somebody",
                        3,
                        "people.csv:",
                        "a quote opened here is never closed"),
                bad(
                        "row too short",
                        "people.csv",
                        t -> t + "somebody,Somebody\n",
                        1,
                        "people.csv:",
                        "found 2 fields",
                        "[field-count]"),
                bad(
                        "unknown column",
                        "people.csv",
                        t -> t.replaceFirst("\n", ",shoe_size\n"),
                        1,
                        "shoe_size",
                        "[unknown-column]"),
                bad(
                        "duplicate id",
                        "states.csv",
                        t -> t + t.lines().skip(1).findFirst().orElseThrow() + "\n",
                        1,
                        "states.csv:",
                        "[duplicate-key]"),
                bad(
                        "source that does not exist",
                        "event-facts.csv",
                        t -> t.replaceFirst(",country-study-1994,", ",no-such-study,"),
                        1,
                        "event-facts.csv:",
                        "no-such-study",
                        "[dangling-reference]"),
                bad(
                        "impossible date",
                        "agreement-facts.csv",
                        t -> t.replaceFirst("2002-01-25", "2002-02-30"),
                        1,
                        "agreement-facts.csv:",
                        "2002-02-30",
                        "expected"),
                bad(
                        "IRI with a space",
                        "agreement-facts.csv",
                        t -> t.replaceFirst("state/russia", "state/rus sia"),
                        1,
                        "agreement-facts.csv:",
                        "rus sia",
                        "expected"),
                bad(
                        "metadata that is not JSON",
                        "states.csv-metadata.json",
                        t -> t.substring(0, t.length() / 2),
                        3,
                        "states.csv-metadata.json",
                        "expected"));
    }

    private static Arguments bad(
            String name, String file, UnaryOperator<String> spoil, int exit, String... words) {
        return Arguments.of(name, file, spoil, exit, List.of(words));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiled")
    void isNamedWithPlaceFoundAndExpected(
            String name, String file, UnaryOperator<String> spoil, int exit, List<String> words)
            throws IOException {
        Path path = seeds.resolve(file);
        String before = Files.readString(path);
        String after = spoil.apply(before);
        assertFalse(after.equals(before), "the test spoils nothing");
        Files.writeString(path, after);

        Result result = Result.of("check", "--seeds", seeds.toString());

        assertEquals(exit, result.exit(), result.out() + result.err());
        String printed = result.out() + result.err();
        words.forEach(word -> assertTrue(printed.contains(word), word + " not in: " + printed));
    }

    @Test
    void aMissingTableIsNamed() throws IOException {
        Files.delete(seeds.resolve("states.csv"));
        Result result = Result.of("check", "--seeds", seeds.toString());
        assertEquals(3, result.exit());
        assertTrue(result.err().contains("states.csv"), result.err());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        Path path = seeds.resolve("states.csv");
        Files.writeString(path, "\uFEFF" + Files.readString(path), StandardCharsets.UTF_8);
        assertEquals(0, Result.of("check", "--seeds", seeds.toString()).exit());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Result result = Result.of("check", "--seeds", folder.resolve("nowhere").toString());
        assertEquals(3, result.exit());
        assertTrue(result.err().contains("nowhere: found no such folder"), result.err());
    }

    @Test
    void findingsLeaveTheFormerReleaseCurrent() throws IOException {
        Path releases = folder.resolve("releases");
        String[] build = {"build", "--seeds", seeds.toString(), "--releases", releases.toString()};
        assertEquals(0, Result.of(build).exit());
        String current = Files.readString(releases.resolve("current"));
        Path states = seeds.resolve("states.csv");
        Files.writeString(states, Files.readString(states).repeat(2));

        assertEquals(1, Result.of(build).exit());

        assertEquals(current, Files.readString(releases.resolve("current")));
        try (Stream<Path> left = Files.list(releases)) {
            assertEquals(List.of(), left.filter(p -> p.toString().contains(".building")).toList());
        }
    }

    @Test
    void aConstraintThatIsNoQueryIsNamed() throws IOException {
        Path constraints = Files.createDirectories(folder.resolve("queries/constraints"));
        Path constraint = constraints.resolve("half.rq");
        String queries = folder.resolve("queries").toString();
        String releases = folder.resolve("releases").toString();
        String[] build = {"build", "--queries", queries, "--releases", releases};

        Files.writeString(constraint, "SELECT ?about ?claim { ?claim ?p");
        Result unparsed = Result.of(build);
        assertEquals(3, unparsed.exit());
        assertTrue(unparsed.err().contains("half.rq: found "), unparsed.err());
        assertTrue(unparsed.err().contains("expected a SPARQL query"), unparsed.err());

        Files.writeString(constraint, "SELECT ?claim { ?claim ?p ?o }");
        Result withoutThings = Result.of(build);
        assertEquals(3, withoutThings.exit());
        assertTrue(withoutThings.err().contains("?about…"), withoutThings.err());
        assertFalse(Files.exists(folder.resolve("releases/current")));
    }

    @Test
    void aListOfRulesThatIsNotThereIsNamed() {
        String rules = folder.resolve("no-rules.csv").toString();
        Result result = Result.of("check", "--rules", rules);
        assertEquals(3, result.exit(), result.out());
        assertTrue(result.err().contains("no-rules.csv"), result.err());
    }

    @Test
    void aDecisionOfNothingStopsTheBuild() throws IOException {
        Path decisions = seeds.resolve("disagreements.csv");
        String spoiled = Files.readString(decisions).replaceFirst("e4828b88aee8", "000000000000");
        Files.writeString(decisions, spoiled);
        Path releases = folder.resolve("releases");
        Result result =
                Result.of("build", "--seeds", seeds.toString(), "--releases", releases.toString());
        assertEquals(1, result.exit(), result.err());
        assertTrue(result.err().contains("[no-such-disagreement]"), result.err());
        assertTrue(result.err().contains("1 findings, no release made"), result.err());
        assertFalse(Files.exists(releases.resolve("current")));
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Result result =
                    Result.of(
                            "serve",
                            "--port",
                            port,
                            "--releases",
                            folder.resolve("releases").toString());
            assertEquals(3, result.exit(), result.err());
            assertTrue(result.err().contains("port " + port + ": found it in use"), result.err());
        }
    }
}
