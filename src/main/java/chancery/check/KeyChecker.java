package chancery.check;

import chancery.check.keys.KeyDigest;
import chancery.check.keys.KeyStore;
import chancery.check.keys.KeyTexts;
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

    /// An index, and what stands there.
    private record Indexed(GroupKeys.Index index, KeyStore keys) {}

    /// The references of one foreign key.
    ///
    /// @param target empty if there is no such table among those checked
    private record References(
            GroupKeys.Reference reference, Optional<Indexed> target, KeyStore keys) {}

    /// @param tables all tables that rows come from or keys refer to
    public KeyChecker(List<TableDescription> tables, Findings findings) {
        this.findings = findings;
        GroupKeys all = GroupKeys.of(tables);
        int stores = all.indexes().size() + all.references().size();
        int ofEach = Math.max(FEWEST_OF_A_STORE, KEYS_IN_MEMORY / Math.max(1, stores));
        List<Indexed> stored = new ArrayList<>();
        for (GroupKeys.Index index : all.indexes()) {
            stored.add(indexed(index, ofEach));
        }
        for (GroupKeys.Reference reference : all.references()) {
            Optional<Indexed> target = reference.target().map(stored::get);
            referencesOfTable
                    .computeIfAbsent(reference.table().iri(), iri -> new ArrayList<>())
                    .add(new References(reference, target, KeyStore.of(ofEach)));
        }
    }

    /// A table that is described twice has its rows looked up at one place.
    private Indexed indexed(GroupKeys.Index index, int inMemory) {
        List<Indexed> known =
                indexesOfTable.computeIfAbsent(index.table().iri(), iri -> new ArrayList<>());
        for (Indexed one : known) {
            if (one.index().columns().equals(index.columns())) {
                return one;
            }
        }
        Indexed indexed = new Indexed(index, KeyStore.of(inMemory));
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
            List<String> columns = indexed.index().columns();
            String value = value(row, columns);
            if (!value.isEmpty()) {
                String shown = indexed.index().primary() ? shown(row, columns) : "";
                note(indexed.keys(), value, row, shown);
            }
        }
        for (References references : referencesOfTable.getOrDefault(table.iri(), List.of())) {
            List<String> columns = references.reference().key().columns();
            Optional<String> value = reference(row, columns);
            if (value.isPresent()) {
                note(references.keys(), value.get(), row, shown(row, columns));
            }
        }
    }

    /// The texts of the cells of a key as written, for a message.
    public static String shown(CheckedRow row, List<String> columns) {
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
                if (indexed.index().primary()) {
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
        GroupKeys.Index index = indexed.index();
        KeyTexts.Reader again = texts.reader();
        KeyTexts.Reader first = texts.reader();
        indexed.keys()
                .duplicates(
                        (place, row, firstPlace, firstRow) -> {
                            KeyTexts.Noted noted = again.at(place);
                            findings.add(
                                    KeyFindings.repeated(
                                            index.table(),
                                            index.columns(),
                                            position(index.table(), noted),
                                            noted.text(),
                                            first.at(firstPlace).line()));
                        });
    }

    private void reportUnresolved(References references) throws IOException {
        GroupKeys.Reference reference = references.reference();
        KeyTexts.Reader reader = texts.reader();
        try (KeyStore none = KeyStore.of(1)) {
            references
                    .target()
                    .map(Indexed::keys)
                    .orElse(none)
                    .unresolved(
                            references.keys(),
                            (place, row, count) -> {
                                KeyTexts.Noted noted = reader.at(place);
                                findings.add(
                                        KeyFindings.unresolved(
                                                reference.table(),
                                                reference.key(),
                                                position(reference.table(), noted),
                                                noted.text(),
                                                count));
                            });
        }
    }

    private static Position position(TableDescription table, KeyTexts.Noted noted) {
        return new Position(table.source().name(), noted.line(), noted.record(), noted.row());
    }

    /// The key by which a row refers to another one.
    ///
    /// @return empty if it refers to nothing, or has a cell that does not fit, which is told
    ///     elsewhere; `""` for a reference that leads to no row
    public static Optional<String> reference(CheckedRow row, List<String> columns) {
        return refers(row, columns) && !hasMisfit(row, columns)
                ? Optional.of(value(row, columns))
                : Optional.empty();
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
