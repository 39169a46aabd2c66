package chancery.evidence;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Findings;
import chancery.check.KeyChecker;
import chancery.check.RowChecker;
import chancery.describe.BadDescription;
import chancery.describe.Column;
import chancery.describe.DescriptionReader;
import chancery.describe.TableDescription;
import chancery.evidence.EvidenceGate.RegisteredPassage;
import chancery.evidence.Texts.Text;
import chancery.evidence.Texts.UnreadableText;
import chancery.map.Mapper;
import chancery.map.Mode;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.TableReader;
import chancery.vocab.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The seed tables with the texts, in memory: one row can be changed and judged by itself.
final class SeedTables {
    final List<SeedRow> rows = new ArrayList<>();
    final Names names = new Names();
    final Map<String, CheckedRow> sources = new TreeMap<>();
    final Map<String, Text> texts = new HashMap<>();
    final Map<String, RegisteredPassage> passages = new HashMap<>();
    private final Map<String, EvidencedRow> statements = new HashMap<>();
    private final List<TableDescription> descriptions = new ArrayList<>();
    private final Map<TableDescription, List<CheckedRow>> registers = new LinkedHashMap<>();
    private final List<Finding> found = new ArrayList<>();

    private SeedTables() {}

    /// Without rows.
    static SeedTables none() {
        return new SeedTables();
    }

    /// @param folder of the texts
    SeedTables(Path folder) {
        readTables();
        try {
            for (Map.Entry<String, CheckedRow> source : sources.entrySet()) {
                texts.put(
                        source.getKey(),
                        new Texts(folder).read(source.getValue().text("text_file")));
            }
        } catch (UnreadableText e) {
            throw new AssertionError(e);
        }
    }

    static SeedTables withoutTexts() {
        SeedTables tables = none();
        tables.readTables();
        return tables;
    }

    private void readTables() {
        try {
            for (TableDescription table : DescriptionReader.readFolder(Path.of("seeds"))) {
                descriptions.add(table);
                read(table);
            }
        } catch (BadDescription | MalformedTable e) {
            throw new AssertionError(e);
        }
    }

    Text text(String source) {
        return Objects.requireNonNull(texts.get(source), source);
    }

    CheckedRow source(String id) {
        return Objects.requireNonNull(sources.get(id), id);
    }

    private void read(TableDescription table) throws MalformedTable {
        Findings findings = new Findings();
        RowChecker checker = new RowChecker(table, findings);
        Mapper mapper = new Mapper(table, Base.DEFAULT.iri(), Mode.EVIDENCE, findings);
        FactReader facts = new FactReader(table, mapper);
        try (TableReader reader = TableReader.open(table.source(), table.dialect())) {
            checker.checkHeader(reader.header(), reader.headerPosition());
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                CheckedRow checked = checker.check(row.get());
                if (table.primaryKey().isPresent()) {
                    registers.computeIfAbsent(table, t -> new ArrayList<>()).add(checked);
                }
                if (!table.role().equals("facts")) {
                    mapper.map(checked, statement -> names.add(statement.triple()));
                }
                if (table.role().equals("sources")) {
                    sources.put(checked.text("id"), checked);
                } else if (table.role().equals("passages")) {
                    register(checked);
                } else if (table.column("as_written").isPresent()) {
                    add(new SeedRow(table, mapper, facts, checked));
                }
            }
        }
    }

    private void register(CheckedRow row) {
        Passage passage = Passage.of(row.text("source"), row.text("start") + "-" + row.text("end"));
        passages.put(passage.id(), new RegisteredPassage(passage, row.text("digest")));
    }

    private void add(SeedRow row) {
        rows.add(row);
        if (row.table().role().equals("statements")) {
            statements.put(row.text("id"), row.read());
        }
    }

    /// @param registered passages that count as registered
    EvidenceGate gate(Map<String, RegisteredPassage> registered) {
        return new EvidenceGate(registered, texts, names, statements, found::add);
    }

    /// @return what the gate finds in this row alone
    List<Finding> verify(EvidenceGate gate, EvidencedRow row) {
        found.clear();
        gate.verify(row);
        return List.copyOf(found);
    }

    /// @param cells the new texts of some cells, by column
    /// @return what is found in the row when it stands in place of the old one: in its cells, its
    ///     keys and its evidence
    List<Finding> verify(EvidenceGate gate, SeedRow row, Map<String, String> cells) {
        Findings findings = new Findings();
        CheckedRow changed = row.with(cells, findings);
        try (KeyChecker keys = new KeyChecker(descriptions, findings)) {
            for (Map.Entry<TableDescription, List<CheckedRow>> register : registers.entrySet()) {
                addAround(row, register.getKey(), register.getValue(), keys);
            }
            keys.add(row.table(), changed);
            keys.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional<EvidencedRow> read = row.facts().read(changed);
        // registers that the row does not refer to are left out, so others' references may dangle
        List<Finding> all =
                findings.sorted().stream()
                        .filter(finding -> finding.position().equals(changed.position()))
                        .collect(Collectors.toCollection(ArrayList::new));
        read.ifPresent(evidenced -> all.addAll(verify(gate, evidenced)));
        return all;
    }

    private static void addAround(
            SeedRow row, TableDescription table, List<CheckedRow> rows, KeyChecker keys)
            throws IOException {
        boolean own = table.equals(row.table());
        if (own || row.table().foreignKeys().stream().anyMatch(key -> key.leadsTo(table))) {
            for (CheckedRow known : rows) {
                if (!known.position().equals(row.checked().position())) {
                    keys.add(table, known);
                }
            }
        }
    }

    /// One row of a table with evidence columns.
    record SeedRow(TableDescription table, Mapper mapper, FactReader facts, CheckedRow checked) {
        String text(String column) {
            return checked.text(column);
        }

        EvidencedRow read() {
            return facts.read(checked).orElseThrow();
        }

        Column column(String name) {
            return table.column(name).orElseThrow();
        }

        /// The row with some cells changed, checked anew.
        ///
        /// @param findings of the check
        CheckedRow with(Map<String, String> cells, Findings findings) {
            List<String> fields = new ArrayList<>(checked.row().fields());
            cells.forEach((name, text) -> fields.set(column(name).number() - 1, text));
            Row changed = new Row(checked.row().position(), fields);
            return new RowChecker(table, findings).check(changed);
        }

        /// The row with one cell changed, checked anew and read.
        Optional<EvidencedRow> with(String column, String text, Findings findings) {
            return facts.read(with(Map.of(column, text), findings));
        }
    }
}
