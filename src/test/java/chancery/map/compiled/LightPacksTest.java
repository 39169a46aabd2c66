package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.derive.CodeLists;
import chancery.describe.DescriptionReader;
import chancery.describe.TableDescription;
import chancery.map.BlankNodes;
import chancery.map.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The large tables of packs go the fast way: else a file of ten million rows would take hours.
class LightPacksTest {
    private static final Path PACKS = Path.of("seeds/packs");

    @Test
    void everyTableThatStreamsIsCompiled() throws Exception {
        int light = 0;
        for (Path pack : packs()) {
            for (TableDescription table :
                    DescriptionReader.readGroup(
                                    pack.resolve("csvw-metadata.json"),
                                    "https://example.org/",
                                    text -> text.replace("{_file}", "some-file"))
                            .tables()) {
                if (table.role().equals("light")) {
                    light++;
                    assertTrue(isCompiled(table), pack + ": " + table.url());
                }
            }
        }
        assertEquals(4, light);
    }

    private static boolean isCompiled(TableDescription table) {
        Directives directives = new Directives("https://example.org/", CodeLists.NONE);
        BlankNodes names = new BlankNodes("");
        return RowProgram.of(
                        table,
                        Mode.EVIDENCE,
                        Optional.of(directives),
                        table
                                .primaryKey()
                                .map(key -> new TableKey(0, key.columns(), false))
                                .stream()
                                .toList(),
                        names,
                        names.table(),
                        " .\n")
                .isPresent();
    }

    private static List<Path> packs() throws IOException {
        try (Stream<Path> folders = Files.list(PACKS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
