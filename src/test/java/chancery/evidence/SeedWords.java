package chancery.evidence;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.RowChecker;
import chancery.check.Value;
import chancery.describe.BadDescription;
import chancery.describe.DescriptionReader;
import chancery.describe.TableDescription;
import chancery.map.Mapper;
import chancery.map.Mode;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.TableReader;
import chancery.vocab.Base;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The values of the seed tables with the words that are quoted for them.
public final class SeedWords {
    private SeedWords() {}

    /// @param words never empty
    public record Pair(String words, Value value) {}

    public static Stream<Pair> all() {
        return rows().flatMap(SeedWords::pairs).distinct();
    }

    /// The rows of all tables with evidence columns.
    static Stream<EvidencedRow> rows() {
        try {
            List<EvidencedRow> rows = new ArrayList<>();
            for (TableDescription table : DescriptionReader.readFolder(Path.of("seeds"))) {
                if (table.column("as_written").isPresent()) {
                    read(table, rows);
                }
            }
            return rows.stream();
        } catch (BadDescription | MalformedTable e) {
            throw new AssertionError(e);
        }
    }

    private static void read(TableDescription table, List<EvidencedRow> into)
            throws MalformedTable {
        Findings findings = new Findings();
        RowChecker checker = new RowChecker(table, findings);
        Mapper mapper = new Mapper(table, Base.DEFAULT.iri(), Mode.EVIDENCE, findings);
        FactReader facts = new FactReader(table, mapper);
        try (TableReader reader = TableReader.open(table.source(), table.dialect())) {
            checker.checkHeader(reader.header(), reader.headerPosition());
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                CheckedRow checked = checker.check(row.get());
                facts.read(checked).ifPresent(into::add);
            }
        }
    }

    private static Stream<Pair> pairs(EvidencedRow row) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            if (!row.words(i).isEmpty()) {
                pairs.add(new Pair(row.words(i), row.values().get(i).value()));
            }
        }
        return pairs.stream();
    }
}
