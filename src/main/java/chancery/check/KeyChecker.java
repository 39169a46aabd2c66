package chancery.check;

import chancery.check.Finding.Code;
import chancery.describe.ForeignKey;
import chancery.describe.TableDescription;
import chancery.table.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks primary and foreign keys over several tables (Tabular Data Model, section 6.6; a foreign
/// key matches exactly one row). Holds the keys of all tables in memory; used by one thread.
public final class KeyChecker {
    private static final String BETWEEN = "\u001F";

    private final Findings findings;
    private final Map<Indexed, Map<String, Seen>> indexes = new HashMap<>();
    private final Map<String, Set<Indexed>> ofTable = new HashMap<>();
    private final Map<ForeignKey, String> targets = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /// Columns of a table by which its rows are looked up.
    private record Indexed(String tableIri, List<String> columns) {}

    /// @param line of the first row with the key
    private record Seen(long line, long count) {}

    /// @param column of the first cell of the key
    /// @param shown the texts of the cells as written
    private record Reference(ForeignKey key, String value, String shown, Position at, int column) {}

    /// @param tables all tables that rows come from or keys refer to
    public KeyChecker(List<TableDescription> tables, Findings findings) {
        this.findings = findings;
        for (TableDescription table : tables) {
            table.primaryKey().ifPresent(key -> index(new Indexed(table.iri(), key.columns())));
            for (ForeignKey key : table.foreignKeys()) {
                String target =
                        tables.stream()
                                .filter(key::leadsTo)
                                .map(TableDescription::iri)
                                .findFirst()
                                .orElse(key.target());
                targets.put(key, target);
                index(new Indexed(target, key.referenced()));
            }
        }
    }

    private void index(Indexed indexed) {
        indexes.putIfAbsent(indexed, new HashMap<>());
        ofTable.computeIfAbsent(indexed.tableIri(), iri -> new LinkedHashSet<>()).add(indexed);
    }

    /// Notes the keys of a row; reports a primary key that was seen before.
    ///
    /// A row with a wrong number of fields is passed over: its fields may stand anywhere.
    public void add(TableDescription table, CheckedRow row) {
        if (!row.whole()) {
            return;
        }
        for (Indexed indexed : ofTable.getOrDefault(table.iri(), Set.of())) {
            note(table, row, indexed);
        }
        for (ForeignKey key : table.foreignKeys()) {
            String value = value(row, key.columns());
            if (refers(row, key.columns()) && !hasMisfit(row, key.columns())) {
                int column = row.cell(key.columns().get(0)).column().number();
                String shown = String.join(", ", key.columns().stream().map(row::text).toList());
                references.add(new Reference(key, value, shown, row.position(), column));
            }
        }
    }

    private void note(TableDescription table, CheckedRow row, Indexed indexed) {
        List<String> columns = indexed.columns();
        Map<String, Seen> seen = indexes.getOrDefault(indexed, Map.of());
        String value = value(row, columns);
        if (value.isEmpty()) {
            return;
        }
        Seen before = seen.get(value);
        if (before == null) {
            seen.put(value, new Seen(row.position().line(), 1));
            return;
        }
        seen.put(value, new Seen(before.line(), before.count() + 1));
        if (table.primaryKey().filter(key -> key.columns().equals(columns)).isPresent()) {
            int column = row.cell(columns.get(0)).column().number();
            report(
                    Code.DUPLICATE_KEY,
                    row.position(),
                    column,
                    columns,
                    value,
                    "a key that no other row has; line " + before.line() + " has it");
        }
    }

    /// Call after the last row of the last table: reports references that lead nowhere, or to
    /// several rows.
    public void finish() {
        for (Reference reference : references) {
            ForeignKey key = reference.key();
            Map<String, Seen> seen = indexes.getOrDefault(indexed(key), Map.of());
            Seen found = seen.get(reference.value());
            if (found == null) {
                report(
                        Code.DANGLING_REFERENCE,
                        reference.at(),
                        reference.column(),
                        key.columns(),
                        reference.shown(),
                        "the " + named(key.referenced()) + " of a row of " + key.resource());
            } else if (found.count() > 1) {
                report(
                        Code.AMBIGUOUS_REFERENCE,
                        reference.at(),
                        reference.column(),
                        key.columns(),
                        reference.shown(),
                        "one row of %s with this %s, there are %d"
                                .formatted(key.resource(), named(key.referenced()), found.count()));
            }
        }
        references.clear();
    }

    /// A cell that is empty refers to nothing. The word of `null` in its place does refer, to a row
    /// that cannot be there: so the official tests want it.
    private static boolean refers(CheckedRow row, List<String> columns) {
        return columns.stream()
                .map(row::cell)
                .anyMatch(cell -> cell.saysSomething() || !cell.text().isBlank());
    }

    private Indexed indexed(ForeignKey key) {
        return new Indexed(targets.getOrDefault(key, key.target()), key.referenced());
    }

    private static boolean hasMisfit(CheckedRow row, List<String> columns) {
        return columns.stream()
                .flatMap(column -> row.cell(column).values().stream())
                .anyMatch(Value.Misfit.class::isInstance);
    }

    private static String named(List<String> columns) {
        return String.join(" and ", columns);
    }

    /// @return the values of the cells as one text; `""` if none of them has a value
    private static String value(CheckedRow row, List<String> columns) {
        List<String> parts = new ArrayList<>();
        boolean any = false;
        for (String column : columns) {
            if (!row.has(column)) {
                return "";
            }
            Cell cell = row.cell(column);
            any |= cell.saysSomething();
            parts.add(
                    String.join(
                            cell.column().separator().orElse(""),
                            cell.values().stream().map(Value::canonical).toList()));
        }
        return any ? String.join(BETWEEN, parts) : "";
    }

    private void report(
            Code code,
            Position at,
            int column,
            List<String> columns,
            String value,
            String expected) {
        findings.add(
                new Finding(
                        code,
                        Severity.ERROR,
                        at,
                        column,
                        String.join(", ", columns),
                        value.replace(BETWEEN, ", "),
                        expected));
    }
}
