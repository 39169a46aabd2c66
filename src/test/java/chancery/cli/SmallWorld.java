package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.cli.ShapeCase.Row;
import chancery.cli.ShapeCase.Table;
import chancery.describe.BadDescription;
import chancery.describe.Column;
import chancery.describe.DescriptionReader;
import chancery.describe.TableDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tables in the form of the seeds, with the seeds' own metadata; and two that the seeds do not
/// have, as somebody may add them, with theirs.
final class SmallWorld {
    private static final Path SEEDS = Path.of("seeds");
    private static final Path ADDED = Path.of("src/test/resources/shapes/tables");
    private static final String DIGEST = "0".repeat(64);

    /// What stands in a column that a row leaves out, so that a case shows only what it is about.
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "source", "gazette",
                    "chars", "0-40",
                    "stance", "asserts",
                    "excuse", "inference",
                    "gist", "What the passage says.",
                    "part", "body",
                    "digest", DIGEST,
                    "show", "nothing",
                    "text_file", "text.txt",
                    "text_sha256", DIGEST);

    private static final List<TableDescription> DESCRIPTIONS = descriptions();

    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    /// Where a row stands, and what it is about.
    ///
    /// @param line as an editor shows it
    /// @param subject IRI; `""` if it is about nothing
    /// @param atFault as marked
    record Written(String file, int line, String subject, boolean atFault) {}

    /// Writes the small world of `base.txt`, with additions, into a folder.
    ///
    /// @return the row at fault among the additions; any if there are none
    static Written write(List<Table> additions, Path folder) throws IOException {
        SmallWorld world = new SmallWorld();
        List<Written> rows = new ArrayList<>();
        for (List<Table> tables : List.of(ShapeCase.base(), additions)) {
            tables.forEach(table -> rows.addAll(world.add(table)));
        }
        world.write(folder);
        return rows.stream().filter(Written::atFault).findFirst().orElseGet(rows::getLast);
    }

    private List<Written> add(Table table) {
        TableDescription description =
                DESCRIPTIONS.stream()
                        .filter(each -> each.url().equals(table.file()))
                        .findFirst()
                        .orElseThrow();
        List<String> names = inFile(description).map(Column::name).toList();
        List<String> file = lines.computeIfAbsent(table.file(), f -> new ArrayList<>());
        if (file.isEmpty()) {
            file.add(String.join(",", names));
        }
        List<Written> rows = new ArrayList<>();
        for (Row row : table.rows()) {
            Map<String, String> cells = cells(description, table.columns(), row.cells());
            Function<String, String> cell = name -> cells.getOrDefault(name, "");
            file.add(names.stream().map(cell).collect(Collectors.joining(",")));
            Optional<String> subject =
                    description
                            .aboutUrl()
                            .map(about -> about.expand(name -> List.of(cell.apply(name))));
            rows.add(new Written(table.file(), file.size(), subject.orElse(""), row.atFault()));
        }
        return rows;
    }

    /// Writes the tables that have rows, each with its metadata.
    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, List<String>> table : lines.entrySet()) {
            String metadata = table.getKey() + "-metadata.json";
            Path from = Files.exists(SEEDS.resolve(metadata)) ? SEEDS : ADDED;
            Files.copy(from.resolve(metadata), folder.resolve(metadata));
            Files.write(folder.resolve(table.getKey()), table.getValue());
        }
    }

    private static List<TableDescription> descriptions() {
        try {
            List<TableDescription> all = new ArrayList<>(DescriptionReader.readFolder(SEEDS));
            all.addAll(DescriptionReader.readFolder(ADDED));
            return List.copyOf(all);
        } catch (BadDescription e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Column> inFile(TableDescription description) {
        return description.columns().stream().filter(column -> !column.virtual());
    }

    private static Map<String, String> cells(
            TableDescription description, List<String> columns, List<String> row) {
        assertEquals(columns.size(), row.size(), () -> columns + " against " + row);
        Map<String, String> cells = new HashMap<>();
        int values = 0;
        for (int i = 0; i < row.size(); i++) {
            Column column = description.column(columns.get(i)).orElseThrow();
            cells.put(column.name(), row.get(i));
            if ((column.makesClaims() || column.isEvidenced()) && !row.get(i).isEmpty()) {
                values += row.get(i).split(";").length;
            }
        }
        cells.putIfAbsent("as_written", "~;".repeat(values).replaceFirst(";$", ""));
        DEFAULTS.forEach(cells::putIfAbsent);
        return cells;
    }
}
