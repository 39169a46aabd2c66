package chancery.check;

import chancery.check.Finding.Code;
import chancery.check.keys.KeyDigest;
import chancery.check.keys.KeyStore;
import chancery.check.keys.KeyTexts;
import chancery.describe.Column;
import chancery.describe.ForeignKey;
import chancery.describe.TableDescription;
import chancery.table.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks primary and foreign keys over several tables (Tabular Data Model, section 6.6; a foreign
/// key matches exactly one row). Keeps a bounded part of the keys in memory and the rest in
/// temporary files; used by one thread.
public final class KeyChecker implements AutoCloseable {
    private static final int KEYS_IN_MEMORY = 1 << 19;
    private static final int FEWEST_OF_A_STORE = 1 << 10;
    private static final String BETWEEN = "\u001F";
    private static final String ESCAPE = "\u001E";

    private final Findings findings;
    private final Map<String, List<Indexed>> indexesOfTable = new LinkedHashMap<>();
    private final Map<String, List<References>> referencesOfTable = new LinkedHashMap<>();
    private final KeyTexts texts = KeyTexts.create();
    private long rows;

    /// Columns of a table by which its rows are looked up.
    ///
    /// @param primary whether no two rows may have the same values there
    private record Indexed(
            TableDescription table, List<String> columns, boolean primary, KeyStore keys) {}

    /// The references of one foreign key.
    ///
    /// @param target empty if there is no such table among those checked
    private record References(
            TableDescription table, ForeignKey key, Optional<Indexed> target, KeyStore keys) {}

    /// @param tables all tables that rows come from or keys refer to
    public KeyChecker(List<TableDescription> tables, Findings findings) {
        this.findings = findings;
        int stores = 0;
        for (TableDescription table : tables) {
            stores += 1 + 2 * table.foreignKeys().size();
        }
        int ofEach = Math.max(FEWEST_OF_A_STORE, KEYS_IN_MEMORY / Math.max(1, stores));
        for (TableDescription table : tables) {
            table.primaryKey().ifPresent(key -> index(table, key.columns(), ofEach));
        }
        for (TableDescription table : tables) {
            for (ForeignKey key : table.foreignKeys()) {
                Optional<Indexed> target =
                        tables.stream()
                                .filter(key::leadsTo)
                                .findFirst()
                                .map(other -> index(other, key.referenced(), ofEach));
                referencesOfTable
                        .computeIfAbsent(table.iri(), iri -> new ArrayList<>())
                        .add(new References(table, key, target, KeyStore.of(ofEach)));
            }
        }
    }

    private Indexed index(TableDescription table, List<String> columns, int inMemory) {
        List<Indexed> known = indexesOfTable.computeIfAbsent(table.iri(), iri -> new ArrayList<>());
        for (Indexed indexed : known) {
            if (indexed.columns().equals(columns)) {
                return indexed;
            }
        }
        boolean primary = table.primaryKey().filter(k -> k.columns().equals(columns)).isPresent();
        Indexed indexed = new Indexed(table, columns, primary, KeyStore.of(inMemory));
        known.add(indexed);
        return indexed;
    }

    /// Notes the keys of a row.
    ///
    /// A row with a wrong number of fields is passed over: its fields may stand anywhere.
    ///
    /// @throws IOException if there is no room for temporary files
    public void add(TableDescription table, CheckedRow row) throws IOException {
        if (!row.whole()) {
            return;
        }
        rows++;
        for (Indexed indexed : indexesOfTable.getOrDefault(table.iri(), List.of())) {
            String value = value(row, indexed.columns());
            if (!value.isEmpty()) {
                String shown = indexed.primary() ? shown(row, indexed.columns()) : "";
                note(indexed.keys(), value, row, shown);
            }
        }
        for (References references : referencesOfTable.getOrDefault(table.iri(), List.of())) {
            List<String> columns = references.key().columns();
            if (refers(row, columns) && !hasMisfit(row, columns)) {
                note(references.keys(), value(row, columns), row, shown(row, columns));
            }
        }
    }

    /// The texts of the cells as written.
    private static String shown(CheckedRow row, List<String> columns) {
        return String.join(", ", columns.stream().map(row::text).toList());
    }

    /// The number kept with a key is not its line but the place of its text, which tells the line.
    private void note(KeyStore keys, String value, CheckedRow row, String shown)
            throws IOException {
        Position at = row.position();
        KeyDigest digest = KeyDigest.of(value);
        long place =
                texts.add(
                        new KeyTexts.Noted(at.line(), at.record(), at.row(), Excerpt.kept(shown)));
        keys.add(digest.high(), digest.low(), place, rows);
    }

    /// Call after the last row of the last table: reports primary keys that an earlier row has, and
    /// references that lead nowhere or to several rows, table by table and row by row.
    ///
    /// @throws IOException if there is no room for temporary files
    public void finish() throws IOException {
        for (List<Indexed> indexes : indexesOfTable.values()) {
            for (Indexed indexed : indexes) {
                if (indexed.primary()) {
                    reportDuplicates(indexed);
                }
            }
        }
        for (List<References> all : referencesOfTable.values()) {
            for (References references : all) {
                reportUnresolved(references);
            }
        }
    }

    private void reportDuplicates(Indexed indexed) throws IOException {
        KeyTexts.Reader again = texts.reader();
        KeyTexts.Reader first = texts.reader();
        indexed.keys()
                .duplicates(
                        (place, row, firstPlace, firstRow) ->
                                report(
                                        Code.DUPLICATE_KEY,
                                        indexed.table(),
                                        indexed.columns(),
                                        again.at(place),
                                        "a key that no other row has; line "
                                                + first.at(firstPlace).line()
                                                + " has it"));
    }

    private void reportUnresolved(References references) throws IOException {
        ForeignKey key = references.key();
        KeyTexts.Reader reader = texts.reader();
        String columns = named(key.referenced());
        try (KeyStore none = KeyStore.of(1)) {
            references
                    .target()
                    .map(Indexed::keys)
                    .orElse(none)
                    .unresolved(
                            references.keys(),
                            (place, row, count) ->
                                    report(
                                            count == 0
                                                    ? Code.DANGLING_REFERENCE
                                                    : Code.AMBIGUOUS_REFERENCE,
                                            references.table(),
                                            key.columns(),
                                            reader.at(place),
                                            count == 0
                                                    ? "the %s of a row of %s"
                                                            .formatted(columns, key.resource())
                                                    : "one row of %s with this %s, there are %d"
                                                            .formatted(
                                                                    key.resource(),
                                                                    columns,
                                                                    count)));
        }
    }

    /// A cell that is empty refers to nothing. The word of `null` in its place does refer, to a row
    /// that cannot be there: so the official tests want it.
    private static boolean refers(CheckedRow row, List<String> columns) {
        return columns.stream()
                .map(row::cell)
                .anyMatch(cell -> cell.saysSomething() || !cell.text().isBlank());
    }

    private static boolean hasMisfit(CheckedRow row, List<String> columns) {
        return columns.stream()
                .flatMap(column -> row.cell(column).values().stream())
                .anyMatch(Value.Misfit.class::isInstance);
    }

    private static String named(List<String> columns) {
        return String.join(" and ", columns);
    }

    /// The key of a row.
    ///
    /// @return the values of the cells as one text, the same for the same values; `""` if none of
    ///     them has a value
    public static String value(CheckedRow row, List<String> columns) {
        List<String> parts = new ArrayList<>();
        boolean any = false;
        for (String column : columns) {
            if (!row.has(column)) {
                return "";
            }
            Cell cell = row.cell(column);
            any |= cell.saysSomething();
            String part =
                    String.join(
                            cell.column().separator().orElse(""),
                            cell.values().stream().map(Value::canonical).toList());
            // what stands between the parts of a key must not come from within one
            parts.add(part.replace(ESCAPE, ESCAPE + ESCAPE).replace(BETWEEN, ESCAPE + "x"));
        }
        return any ? String.join(BETWEEN, parts) : "";
    }

    private void report(
            Code code,
            TableDescription table,
            List<String> columns,
            KeyTexts.Noted noted,
            String expected) {
        int number = table.column(columns.get(0)).map(Column::number).orElse(0);
        findings.add(
                new Finding(
                        code,
                        Severity.ERROR,
                        new Position(
                                table.source().name(), noted.line(), noted.record(), noted.row()),
                        number,
                        String.join(", ", columns),
                        noted.text(),
                        expected));
    }

    @Override
    public void close() throws IOException {
        for (List<Indexed> indexes : indexesOfTable.values()) {
            for (Indexed indexed : indexes) {
                indexed.keys().close();
            }
        }
        for (List<References> all : referencesOfTable.values()) {
            for (References references : all) {
                references.keys().close();
            }
        }
        texts.close();
    }
}
