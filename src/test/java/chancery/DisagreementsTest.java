package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.release.Release;
import chancery.table.Dialect;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.Source;
import chancery.table.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The release of the seeds has the disagreements that readers of the texts wrote down before a
/// program looked for any, decided as they would, and no others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisagreementsTest {
    private static final Path FOLDER = Path.of("src/test/resources/disagreements");

    private List<FoundDisagreement> found = List.of();

    @BeforeAll
    void look() throws Exception {
        try (Release release = Release.open(SeedRelease.folder())) {
            found =
                    Txn.calculateRead(
                            release.dataset(),
                            () -> FoundDisagreement.all(release.dataset().getDefaultGraph()));
        }
    }

    /// A row of one of the two tables.
    ///
    /// @param cells column → text
    record Line(Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        List<String> items(String column) {
            return cell(column).isEmpty() ? List.of() : List.of(cell(column).split(";", -1));
        }

        @Override
        public String toString() {
            return cell("id");
        }
    }

    static List<Line> expected() throws MalformedTable {
        return read("expected.csv");
    }

    static List<Line> mustNot() throws MalformedTable {
        return read("must-not.csv");
    }

    private static List<Line> read(String file) throws MalformedTable {
        List<Line> lines = new ArrayList<>();
        try (TableReader rows =
                TableReader.open(Source.of(FOLDER.resolve(file)), Dialect.DEFAULT)) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < rows.header().size(); i++) {
                    cells.put(rows.header().get(i), row.get().fields().get(i));
                }
                lines.add(new Line(cells));
            }
        }
        return lines;
    }

    /// Whether it is the disagreement that the row asks for, whatever became of it.
    private static boolean isAskedFor(Line row, FoundDisagreement one) {
        Map<String, Long> places =
                row.items("positions").stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return one.kind().equals(row.cell("kind"))
                && isAbout(row, one)
                && places.entrySet().stream()
                        .allMatch(place -> one.claimsAt(place.getKey()) >= place.getValue());
    }

    private static boolean isAbout(Line row, FoundDisagreement one) {
        String property = row.cell("property");
        return one.things().containsAll(row.items("about"))
                && (property.isEmpty() || one.property().equals(property));
    }

    private static boolean endedAsExpected(Line row, FoundDisagreement one) {
        String preferred = row.cell("preferred");
        if (row.cell("verdict").equals("undecided")) {
            return !one.isDecided() && one.preferred().isEmpty();
        }
        int space = preferred.indexOf(' ');
        return one.isDecided()
                && one.prefers(preferred.substring(0, space), preferred.substring(space + 1));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void isFoundAndEndsAsExpected(Line row) {
        List<FoundDisagreement> asked = those(one -> isAskedFor(row, one));
        assertTrue(
                asked.stream().anyMatch(one -> endedAsExpected(row, one)),
                () -> row + " is met by " + asked);
    }

    @ParameterizedTest
    @MethodSource("mustNot")
    void isNotTakenForADisagreement(Line row) throws MalformedTable {
        List<Line> expected = expected();
        String first = row.cell("first");
        String second = row.cell("second");
        List<FoundDisagreement> broken =
                those(
                        one ->
                                isAbout(row, one)
                                        && one.haveDifferentClaims(first, second)
                                        && expected.stream().noneMatch(e -> isAskedFor(e, one)));
        assertEquals(List.of(), broken, row.cell("why"));
    }

    @Test
    void nothingElseIsFound() throws MalformedTable {
        List<Line> expected = expected();
        assertEquals(
                List.of(), those(one -> expected.stream().noneMatch(row -> isAskedFor(row, one))));
    }

    private List<FoundDisagreement> those(Predicate<FoundDisagreement> such) {
        return found.stream().filter(such).toList();
    }
}
