package chancery.cli;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.RowChecker;
import chancery.check.Value;
import chancery.check.derive.CodeLists;
import chancery.describe.BadDescription;
import chancery.describe.Column;
import chancery.describe.Directive;
import chancery.describe.TableDescription;
import chancery.describe.json.Json;
import chancery.pack.Pack;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.TableReader;
import chancery.time.BadTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tables of packs in which others look something up, such as the day of a roll call by its number.
final class PackLists {
    private PackLists() {}

    /// Adds the list that a table makes, if its metadata say that it makes one. What is wrong with
    /// its rows is told when it is read for itself.
    static void read(TableDescription table, CodeLists codes)
            throws BadDescription, MalformedTable {
        Json directive = table.schema().properties().get(Directive.LISTS_CODES);
        if (directive == null) {
            return;
        }
        List<String> names = names(table, directive);
        RowChecker checker = new RowChecker(table, codes, new Findings());
        try (TableReader reader = TableReader.openNumbered(table.source(), table.dialect())) {
            checker.checkHeader(reader.header(), reader.headerPosition());
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                CheckedRow checked = checker.check(row.get());
                String code = text(checked, names.get(1));
                if (!code.isEmpty()) {
                    codes.add(names.get(0), code, text(checked, names.get(2)), "", "");
                }
            }
        } catch (BadTime e) {
            throw new IllegalStateException("no bounds are no times", e);
        }
    }

    /// Refuses a table that looks up what another table of its pack lists, if that was not added.
    static void refuseWithoutList(Pack pack, TableDescription table, CodeLists codes)
            throws Refusal, BadDescription {
        for (Column column : table.columns()) {
            if (!(column.properties().get(Directive.CODE_SCHEME) instanceof Json.Str scheme)) {
                continue;
            }
            for (TableDescription other : pack.group().tables()) {
                Json listed = other.schema().properties().get(Directive.LISTS_CODES);
                if (listed != null
                        && names(other, listed).getFirst().equals(scheme.text())
                        && !codes.names().contains(scheme.text())) {
                    throw new Refusal(
                            "%s: found it without %s, in which column \"%s\" is looked up, %s %s"
                                    .formatted(
                                            table.source().name(),
                                            other.url(),
                                            column.name(),
                                            "expected both; give both to pack add",
                                            pack.name()));
                }
            }
        }
    }

    private static List<String> names(TableDescription table, Json directive)
            throws BadDescription {
        List<String> names = new ArrayList<>();
        if (directive instanceof Json.Arr array) {
            for (Json item : array.items()) {
                names.add(item instanceof Json.Str text ? text.text() : "");
            }
        }
        if (names.size() != 3
                || table.column(names.get(1)).isEmpty()
                || table.column(names.get(2)).isEmpty()) {
            throw BadDescription.of(
                    directive, "a scheme, the column of a code and the column of its text");
        }
        return names;
    }

    private static String text(CheckedRow row, String column) {
        List<Value> usable = row.cell(column).usable();
        return usable.isEmpty() ? "" : usable.getFirst().canonical();
    }
}
