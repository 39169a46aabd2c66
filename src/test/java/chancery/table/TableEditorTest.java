package chancery.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableEditorTest {
    @TempDir private Path folder;

    private TableEditor open(String text) throws IOException {
        return TableEditor.open(Files.writeString(folder.resolve("t.csv"), text));
    }

    private static String text(TableEditor editor) {
        return new String(editor.bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,chars\na,1-2\n",
                "\uFEFFid,chars\r\na,1-2\r\n",
                "id,\"chars\"\n\"a \"\"b\"\"\nc\",1-2",
                "# note, of ours\nid,chars\n\na,1-2,more\n",
                "id,chars\ra,\"1-2\r\n3-4\"\rlast",
                "id,chars\na,\"never closed\n"
            })
    void untouchedItStaysByteForByte(String text) throws IOException {
        TableEditor editor = open(text);
        assertFalse(editor.isChanged());
        assertEquals(text, text(editor));
    }

    @Test
    void oneFieldIsReplacedAndNothingElse() throws IOException {
        TableEditor editor = open("id, chars ,\"chars\"\r\n\"a,b\",x,\"1-2\"\r\n c ,y,3-4");
        editor.set(0, "chars", "10-20");
        editor.set(1, "chars", "30-40;\"5\"");
        assertEquals(
                "id, chars ,\"chars\"\r\n\"a,b\",x,\"10-20\"\r\n c ,y,\"30-40;\"\"5\"\"\"",
                text(editor));
        assertEquals("30-40;\"5\"", editor.value(1, "chars"));
    }

    @Test
    void theSameValueIsNoChange() throws IOException {
        TableEditor editor = open("id\n\"a\"\n");
        editor.set(0, "id", "a");
        assertFalse(editor.isChanged());
    }

    @Test
    void aFieldThatIsNotThereIsEmptyAndCannotBeSet() throws IOException {
        TableEditor editor = open("id,chars\na\n");
        assertEquals("", editor.value(0, "chars"));
        assertEquals("", editor.value(0, "none"));
        assertThrows(IllegalArgumentException.class, () -> editor.set(0, "chars", "1-2"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), new byte[] {'i', 'd', '\n', (byte) 0xFF});
        assertThrows(IOException.class, () -> TableEditor.open(file));
    }

    static List<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("seeds"))) {
            return files.filter(file -> file.toString().endsWith(".csv")).toList();
        }
    }

    /// The reader of tables is the one that counts.
    @ParameterizedTest
    @MethodSource("seeds")
    void rowsLinesAndFieldsAreThoseOfTheReader(Path file) throws Exception {
        TableEditor editor = TableEditor.open(file);
        assertArrayEquals(Files.readAllBytes(file), editor.bytes());
        int row = 0;
        try (TableReader reader = TableReader.open(Source.of(file), Dialect.DEFAULT)) {
            for (Optional<Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                assertEquals(next.get().position().line(), editor.position(row).line());
                for (int i = 0; i < reader.header().size(); i++) {
                    String column = reader.header().get(i);
                    assertEquals(next.get().fields().get(i), editor.value(row, column));
                }
                row++;
            }
        }
        assertEquals(row, editor.rows());
    }
}
