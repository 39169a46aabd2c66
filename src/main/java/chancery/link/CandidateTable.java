package chancery.link;

import chancery.table.CsvLine;
import chancery.table.Position;
import chancery.table.TableEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The table in which candidates wait for a person's decision. It is also the memory of a
/// search: a thing that has a row for a service was asked for there, and a rejected item is not
/// offered again.
public final class CandidateTable {
    static final List<String> COLUMNS =
            List.of(
                    "thing",
                    "label",
                    "service",
                    "item",
                    "item_label",
                    "description",
                    "score",
                    "reasons",
                    "relation",
                    "decision",
                    "reason");

    /// What others wrote.
    private static final Set<String> FOREIGN =
            Set.of("item", "item_label", "description", "reasons");

    private final Path file;
    private final List<Row> rows;

    /// A row.
    ///
    /// @param position where it stands; of no use for a row that was not read
    /// @param fields column → text, for every column
    public record Row(Position position, Map<String, String> fields) {
        public Row {
            fields = Map.copyOf(fields);
        }

        public String field(String column) {
            return fields.getOrDefault(column, "");
        }

        String line() {
            return CsvLine.of(COLUMNS.stream().map(this::cell).toList());
        }

        /// A spreadsheet takes what begins so for a formula and runs it.
        private String cell(String column) {
            String text = field(column);
            return FOREIGN.contains(column) && text.matches("(?s)'*[=+@-].*") ? "'" + text : text;
        }

        /// What [#cell] wrote, as it was.
        private static String read(String column, String cell) {
            return FOREIGN.contains(column) && cell.matches("(?s)'+[=+@-].*")
                    ? cell.substring(1)
                    : cell;
        }
    }

    private CandidateTable(Path file, List<Row> rows) {
        this.file = file;
        this.rows = new ArrayList<>(rows);
    }

    /// @return an empty one when there is no such file
    /// @throws IOException when it cannot be read, or lacks a column
    public static CandidateTable open(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new CandidateTable(file, List.of());
        }
        TableEditor table = TableEditor.open(file);
        String header = Files.readString(file).lines().findFirst().orElse("");
        if (!header.replace("\uFEFF", "").replace("\"", "").equals(String.join(",", COLUMNS))) {
            throw new IOException(
                    "found \"%s\", expected the columns %s"
                            .formatted(header, String.join(",", COLUMNS)));
        }
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String column : COLUMNS) {
                fields.put(column, Row.read(column, table.value(row, column)));
            }
            rows.add(new Row(table.position(row), fields));
        }
        return new CandidateTable(file, rows);
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /// The things that a service was asked for.
    public Set<String> asked(String service) {
        return rows.stream()
                .filter(row -> row.field("service").equals(service))
                .map(row -> row.field("thing"))
                .collect(Collectors.toSet());
    }

    /// The items that a person has decided about for a thing.
    public Set<String> decided(String thing) {
        return rows.stream()
                .filter(row -> row.field("thing").equals(thing))
                .filter(row -> !row.field("decision").isEmpty())
                .map(row -> row.field("item"))
                .collect(Collectors.toSet());
    }

    /// Puts what a service offers in the place of what it offered before; decided rows stay.
    public void put(String service, Map<Thing, List<Offer>> offers) {
        for (Map.Entry<Thing, List<Offer>> each : offers.entrySet()) {
            Thing thing = each.getKey();
            rows.removeIf(
                    row ->
                            row.field("thing").equals(thing.id())
                                    && row.field("service").equals(service)
                                    && row.field("decision").isEmpty());
            Set<String> decided = decided(thing.id());
            List<Offer> open =
                    each.getValue().stream().filter(it -> !decided.contains(it.item())).toList();
            if (open.isEmpty()) {
                rows.add(row(thing, service, Map.of("reasons", "no candidate")));
            }
            open.forEach(offer -> rows.add(row(thing, service, fields(offer))));
        }
    }

    private static Map<String, String> fields(Offer offer) {
        return Map.of(
                "item", offer.item(),
                "item_label", offer.name(),
                "description", offer.description(),
                "score", offer.score().stripTrailingZeros().toPlainString(),
                "reasons", offer.reasons());
    }

    private Row row(Thing thing, String service, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("thing", thing.id());
        fields.put("label", thing.label());
        fields.put("service", service);
        return new Row(Position.of(file.toString()), fields);
    }

    /// Writes the table as a whole or not at all.
    public void write() throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.write(part, bytes(rows));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// A table with these rows.
    public static byte[] bytes(List<Row> rows) {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        rows.forEach(row -> text.append(row.line()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
