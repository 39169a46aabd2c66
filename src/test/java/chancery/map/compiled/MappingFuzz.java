package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.check.Web;
import chancery.describe.TableGroup;
import chancery.map.Mode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The table reader of the fast path, which cuts bytes, and the reference one give the same triples
/// and the same findings of any bytes; nothing else is thrown.
public final class MappingFuzz {
    private static final List<String> COLUMNS =
            List.of(
                    """
                    {"name": "a"}, {"name": "b"}, {"name": "c"}
                    """,
                    """
                    {"name": "a", "required": true}, {"name": "b", "datatype": "integer"},
                    {"name": "c", "datatype": "decimal"}, {"name": "d", "datatype": "double"}
                    """,
                    """
                    {"name": "a", "valueUrl": "http://example.org/{a}"},
                    {"name": "b", "datatype": "date"},
                    {"name": "c", "datatype": {"base": "date", "format": "d.M.yyyy"}},
                    {"name": "d", "datatype": "dateTime"}
                    """,
                    """
                    {"name": "a", "separator": ";"}, {"name": "b", "datatype": "boolean"},
                    {"name": "c", "datatype": {"base": "string", "format": "[A-Z]{2,4}"}},
                    {"name": "d", "null": ["", "-"], "default": "7"}
                    """);
    private static final List<String> DIALECTS =
            List.of(
                    "{}",
                    "{\"delimiter\": \";\", \"commentPrefix\": null}",
                    "{\"quoteChar\": null, \"delimiter\": \"\\t\"}",
                    "{\"header\": false}");

    /// One for each choice: to read them again for each table would take most of the time.
    private static final List<TableGroup> GROUPS =
            IntStream.range(0, COLUMNS.size() * DIALECTS.size())
                    .mapToObj(MappingFuzz::group)
                    .toList();

    private MappingFuzz() {}

    private static TableGroup group(int choice) {
        String metadata =
                "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t.csv\", \"dialect\": "
                        + DIALECTS.get(choice / COLUMNS.size())
                        + ", \"tableSchema\": {\"columns\": ["
                        + COLUMNS.get(choice % COLUMNS.size())
                        + "]}}";
        return new Web().with("m.json", metadata).metadata("m.json").orElseThrow();
    }

    /// @param input a character that chooses columns and dialect, then the table
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        int choice = Byte.toUnsignedInt(input[0]) - '0' & 0xFF;
        TableGroup group = GROUPS.get(choice % GROUPS.size());
        Web web =
                new Web().with("t.csv", Arrays.copyOfRange(input, 1, input.length), "text/csv", "");
        BothWays.Outcome expected = BothWays.reference(web, group, Mode.STANDARD);
        for (int chunkBytes : List.of(7, 1 << 12)) {
            assertEquals(expected, BothWays.stream(web, group, Mode.STANDARD, 1, chunkBytes));
        }
    }
}
