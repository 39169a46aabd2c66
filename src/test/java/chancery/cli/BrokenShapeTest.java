package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.ShapesFile;
import chancery.cli.ShapeCase.Note;
import chancery.cli.SmallWorld.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each shape of `ontology/shapes.ttl`, broken by a small table: the whole way from its rows to the
/// contract, which stops the build and names row, thing and shape. (`ShapesTest` breaks each with a
/// graph.)
///
/// The tables stand in `src/test/resources/shapes/tables`. A shape that no table of the seeds can
/// break, because an earlier check refuses the row or because the program writes such triples
/// itself, is broken by a table that somebody adds; the refusal is shown, or the reason told.
class BrokenShapeTest {
    private static final Pattern VIOLATION =
            Pattern.compile(
                    "(?<rows>.+?): (?<thing>https://w3id\\.org/chancery/\\S+?)(?:: found .+)?,"
                            + " expected [^\\[]+ \\[(?<code>[a-z0-9-]+)]");

    @TempDir private Path folder;

    static Stream<ShapeCase> breaking() throws IOException {
        return ShapeCase.all().stream().filter(each -> !each.isRefused());
    }

    static Stream<ShapeCase> refused() throws IOException {
        return ShapeCase.all().stream().filter(ShapeCase::isRefused);
    }

    @Test
    void theSmallWorldBreaksNoShape() throws IOException {
        SmallWorld.write(List.of(), seeds());
        Result result = build();
        assertEquals(0, result.exit(), result.err());
        assertTrue(Files.exists(releases().resolve("current")));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void aTableThatBreaksAShapeStopsTheBuildWithRowThingAndCode(ShapeCase broken)
            throws IOException {
        Written row = SmallWorld.write(broken.tables(), seeds());

        Result result = build();

        assertEquals(1, result.exit(), result.err());
        String code = broken.notes().getOrDefault(Note.CODE, ShapesFile.codeFor(broken.shape()));
        assertTrue(ShapesFile.codesOf(broken.shape()).contains(code), code);
        Set<String> codes = new TreeSet<>(broken.also());
        codes.add(code);
        List<Matcher> violations =
                result.err().lines().map(VIOLATION::matcher).filter(Matcher::matches).toList();
        assertEquals(
                codes,
                violations.stream()
                        .map(violation -> violation.group("code"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                result.err());
        String focus = broken.notes().get(Note.FOCUS);
        String thing = focus == null ? row.subject() : "https://w3id.org/chancery/id/" + focus;
        assertTrue(
                violations.stream()
                        .filter(violation -> violation.group("code").equals(code))
                        .filter(violation -> violation.group("thing").equals(thing))
                        .flatMap(violation -> Stream.of(violation.group("rows").split(", ")))
                        .anyMatch(place(row)::equals),
                () -> "no " + place(row) + ": " + thing + " [" + code + "] in\n" + result.err());
        assertFalse(Files.exists(releases()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aTableThatWouldBreakAShapeIsRefusedByAnEarlierCheck(ShapeCase refused) throws IOException {
        Written row = SmallWorld.write(refused.tables(), seeds());

        Result result = build();

        assertEquals(1, result.exit(), result.err());
        assertTrue(refused.isOfSeeds());
        String code = " [" + refused.notes().get(Note.REFUSED) + "]";
        assertTrue(
                result.err()
                        .lines()
                        .filter(line -> line.startsWith(place(row) + ": "))
                        .anyMatch(line -> line.endsWith(code)),
                () -> "no " + place(row) + ": …" + code + " in\n" + result.err());
        assertFalse(Files.exists(releases()));
    }

    @Test
    void everyShapeHasATableThatBreaksIt() throws IOException {
        assertAllAndNoOthers(shapes(each -> !each.isRefused()));
    }

    @Test
    void whatNoTableOfTheSeedsBreaksIsRefusedOrHasItsReason() throws IOException {
        Set<String> broken = shapes(each -> !each.isRefused() && each.isOfSeeds());
        Set<String> reasoned = shapes(each -> each.notes().containsKey(Note.NOT_IN_SEEDS));
        Set<String> covered = new TreeSet<>(broken);
        covered.addAll(reasoned);
        covered.addAll(shapes(ShapeCase::isRefused));
        assertAllAndNoOthers(covered);
        broken.retainAll(reasoned);
        assertEquals(Set.of(), broken, "a table of the seeds breaks what none is said to break");
    }

    /// Says only what differs; there are nearly two hundred shapes.
    private static void assertAllAndNoOthers(Set<String> covered) {
        Set<String> missing = ShapesFile.namesThatConstrain();
        missing.removeAll(covered);
        assertEquals(Set.of(), missing, "shapes without a table");
        Set<String> unknown = new TreeSet<>(covered);
        unknown.removeAll(ShapesFile.namesThatConstrain());
        assertEquals(Set.of(), unknown, "tables for no shape");
    }

    private static Set<String> shapes(Predicate<ShapeCase> which) throws IOException {
        return ShapeCase.all().stream()
                .filter(which)
                .map(ShapeCase::shape)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String place(Written row) {
        return seeds().resolve(row.file()) + ":" + row.line();
    }

    private Path seeds() {
        return folder.resolve("seeds");
    }

    private Path releases() {
        return folder.resolve("releases");
    }

    private Result build() {
        return Result.of(
                "build", "--seeds", seeds().toString(), "--releases", releases().toString());
    }
}
