package chancery.describe.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chancery.check.Web;
import chancery.describe.BadDescription;
import chancery.describe.Notice;
import chancery.describe.TableGroup;
import chancery.describe.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Any bytes are metadata or a [BadDescription] in one line, for us and for the standard; what we
/// take strictly the standard takes without a warning, and a table can be validated against
/// whatever it takes.
public final class MetadataFuzz {
    private static final String FILE = "m.json";
    private static final String IRI = "http://example.org/" + FILE;

    private MetadataFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Web web =
                new Web()
                        .with(FILE, input, "application/json", "")
                        .with("t.csv", "a,b\n1,2001-02-03\n-0.5e7,x;y\n,\"\"\n");
        List<Notice> warnings = new ArrayList<>();
        boolean strictly = isTaken(MetadataReader.strict(web), input);
        boolean taken = isTaken(MetadataReader.ofTheStandard(web, warnings::add), input);
        for (Notice warning : warnings) {
            assertFalse(warning.toString().contains("\n"), warning::toString);
        }
        if (strictly && taken) {
            assertEquals(List.of(), warnings);
        }
        if (taken) {
            web.validate(FILE);
        }
        JsonReader.isJson(new String(input, StandardCharsets.UTF_8));
    }

    private static boolean isTaken(MetadataReader reader, byte[] input) throws IOException {
        try {
            TableGroup group =
                    reader.read(JsonReader.read(FILE, new ByteArrayInputStream(input)), IRI);
            assertFalse(group.tables().isEmpty());
            return true;
        } catch (BadDescription e) {
            assertFalse(String.valueOf(e.getMessage()).contains("\n"), e::getMessage);
            return false;
        }
    }
}
