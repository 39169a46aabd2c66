package chancery.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @Test
    void onlyWhatMustStandsInQuotes() {
        assertEquals(
                "a,\"b,c\",\"d \"\"e\"\"\",,f g",
                CsvLine.of(List.of("a", "b,c", "d \"e\"", "", "f g")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "", "a,b", "say \"a\"", "two\nlines", " a ", "# a", "é 𝄞"})
    void whatIsWrittenIsReadAgain(String field) throws MalformedTable {
        byte[] file =
                ("x,y\n" + CsvLine.of(List.of(field, "b")) + "\n").getBytes(StandardCharsets.UTF_8);
        Source source = new Source("t.csv", () -> new ByteArrayInputStream(file));
        try (TableReader reader = TableReader.open(source, Dialect.DEFAULT)) {
            assertEquals(List.of(field, "b"), reader.next().orElseThrow().fields());
        }
    }
}
