package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.check.Web;
import chancery.describe.TableGroup;
import chancery.map.Mode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    private MappingFuzz() {}

    /// @param input a character that chooses columns and dialect, then the table
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        int choice = Byte.toUnsignedInt(input[0]) - '0' & 0xFF;
        String metadata =
                "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t.csv\", \"dialect\": "
                        + DIALECTS.get(choice / 4 % 4)
                        + ", \"tableSchema\": {\"columns\": ["
                        + COLUMNS.get(choice % 4)
                        + "]}}";
        Web web =
                new Web()
                        .with("t.csv", Arrays.copyOfRange(input, 1, input.length), "text/csv", "")
                        .with("m.json", metadata);
        Optional<TableGroup> group = web.metadata("m.json");
        BothWays.Outcome expected = BothWays.reference(web, group.orElseThrow(), Mode.STANDARD);
        for (int chunkBytes : List.of(7, 1 << 12)) {
            assertEquals(
                    expected,
                    BothWays.stream(web, group.orElseThrow(), Mode.STANDARD, 1, chunkBytes));
        }
    }
}
