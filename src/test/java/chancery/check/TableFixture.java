package chancery.check;

import chancery.describe.BadDescription;
import chancery.describe.DescriptionReader;
import chancery.describe.TableDescription;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.Source;
import chancery.table.TableReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Describes and checks small tables that tests write as text.
public final class TableFixture {
    private TableFixture() {}

    /// @param columns JSON objects with commas between
    /// @param more members of the schema, such as `"primaryKey": "id"`; may be empty
    public static TableDescription describe(String name, String columns, String more) {
        String json =
                """
                {
                  "@context": "http://www.w3.org/ns/csvw",
                  "url": "%s.csv",
                  "tableSchema": {"columns": [%s]%s}
                }
                """
                        .formatted(name, columns, more.isEmpty() ? "" : ", " + more);
        try {
            Path folder = Files.createTempDirectory("tables");
            Path file = Files.writeString(folder.resolve(name + ".csv-metadata.json"), json);
            List<TableDescription> tables =
                    DescriptionReader.read(file, "http://example.org/").stream()
                            .map(table -> at(table, "seeds/" + name + ".csv"))
                            .toList();
            Files.delete(file);
            Files.delete(folder);
            return tables.get(0);
        } catch (IOException | BadDescription e) {
            throw new AssertionError(e);
        }
    }

    private static TableDescription at(TableDescription table, String shown) {
        return new TableDescription(
                table.url(),
                table.iri(),
                table.id(),
                Source.of(Path.of(shown)),
                table.ownDialect(),
                table.schema(),
                table.suppressOutput(),
                table.annotations());
    }

    public static List<CheckedRow> check(TableDescription table, String csv, Findings findings) {
        Source source =
                new Source(
                        table.source().name(),
                        () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        List<CheckedRow> rows = new ArrayList<>();
        RowChecker checker = new RowChecker(table, findings);
        try (TableReader reader = TableReader.open(source, table.dialect())) {
            checker.checkHeader(reader.header(), reader.headerPosition());
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(checker.check(row.get()));
            }
        } catch (MalformedTable e) {
            throw new AssertionError(e);
        }
        checker.finish();
        return rows;
    }

    /// The lines of all findings about one table, keys included.
    public static List<String> findings(TableDescription table, String csv) {
        Findings findings = new Findings();
        keys(List.of(table), List.of(csv), findings);
        return findings.lines();
    }

    /// Checks tables and their keys.
    ///
    /// @param csv one for each table
    public static void keys(List<TableDescription> tables, List<String> csv, Findings findings) {
        try (KeyChecker keys = new KeyChecker(tables, findings)) {
            for (int i = 0; i < tables.size(); i++) {
                for (CheckedRow row : check(tables.get(i), csv.get(i), findings)) {
                    keys.add(tables.get(i), row);
                }
            }
            keys.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
