package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A table whose graph breaks a shape stops the build with the row, the thing and the shape's
/// message. (What breaks each single shape stands in `shapes/breaks.trig`.)
class BrokenShapeTest {
    @TempDir private Path folder;

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        "a party that is an event",
                        "agreement-facts.csv",
                        swap("state/russia", "event/black-january"),
                        List.of(
                                "agreement-facts.csv:",
                                "id/agreement/",
                                "event/black-january",
                                "[party]")),
                Arguments.of(
                        "a tenure of a place",
                        "tenure-facts.csv",
                        swap("office/president-of-russia", "place/moscow"),
                        List.of("tenure-facts.csv:", "place/moscow", "[office]")));
    }

    private static UnaryOperator<String> swap(String from, String to) {
        return table -> table.replace(from, to);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void stopsTheBuildWithTheRowItCameFrom(
            String name, String table, UnaryOperator<String> spoil, List<String> words)
            throws IOException {
        Path seeds = Folders.copy(Path.of("seeds"), folder.resolve("seeds"));
        String before = Files.readString(seeds.resolve(table));
        Files.writeString(seeds.resolve(table), spoil.apply(before));
        assertFalse(before.equals(spoil.apply(before)), "the test spoils nothing");

        Path releases = folder.resolve("releases");
        Result result =
                Result.of("build", "--seeds", seeds.toString(), "--releases", releases.toString());

        assertEquals(1, result.exit(), result.err());
        words.forEach(word -> assertTrue(result.err().contains(word), word + ": " + result.err()));
        assertFalse(Files.exists(releases.resolve("current")));
    }
}
