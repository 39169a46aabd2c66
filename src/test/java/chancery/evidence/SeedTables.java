package chancery.evidence;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Findings;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The seed tables with the texts, in memory: one row can be changed and judged by itself.
final class SeedTables {
    final List<SeedRow> rows = new ArrayList<>();
    final Names names = new Names();
    final Map<String, CheckedRow> sources = new TreeMap<>();
    final Map<String, Text> texts = new HashMap<>();
    final Map<String, RegisteredPassage> passages = new HashMap<>();
    private final Map<String, EvidencedRow> statements = new HashMap<>();
    private final List<Finding> found = new ArrayList<>();

    private SeedTables() {}

    /// Without rows.
    static SeedTables none() {
        return new SeedTables();
    }

    /// @param folder of the texts
    SeedTables(Path folder) {
        try {
            for (TableDescription table : DescriptionReader.readFolder(Path.of("seeds"))) {
                read(table);
            }
            for (Map.Entry<String, CheckedRow> source : sources.entrySet()) {
                texts.put(
                        source.getKey(),
                        new Texts(folder).read(source.getValue().text("text_file")));
            }
        } catch (BadDescription | MalformedTable | UnreadableText e) {
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

        /// The row with one cell changed, checked anew.
        ///
        /// @param findings of the check
        Optional<EvidencedRow> with(String column, String text, Findings findings) {
            List<String> fields = new ArrayList<>(checked.row().fields());
            fields.set(column(column).number() - 1, text);
            Row changed = new Row(checked.row().position(), fields);
            return facts.read(new RowChecker(table, findings).check(changed));
        }
    }
}
