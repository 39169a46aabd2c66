package chancery.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTableTest {
    private static final int ROWS = 20_000;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        assertEquals(table(EventTable.SEED, 500), table(EventTable.SEED, 500));
        assertNotEquals(table(EventTable.SEED, 500), table(EventTable.SEED + 1, 500));
    }

    @Test
    void aShortTableIsTheStartOfALongOne() throws IOException {
        assertTrue(table(EventTable.SEED, 2_000).startsWith(table(EventTable.SEED, 700)));
    }

    @Test
    void everyRowHasElevenFieldsAndAnIdOfItsOwn() throws IOException {
        Set<String> ids = new HashSet<>();
        for (CsvRecord row : rows()) {
            assertEquals(EventTriples.COLUMNS, row.getFieldCount(), row.toString());
            assertTrue(ids.add(row.getField(0)), row.toString());
        }
        assertEquals(ROWS, ids.size());
    }

    @Test
    void aboutTenAndAThirdCellsOfARowAreFilled() throws IOException {
        long filled = 0;
        for (CsvRecord row : rows()) {
            filled += row.getFields().stream().filter(field -> !field.isEmpty()).count();
        }
        assertEquals(10.37, (double) filled / ROWS, 0.05);
    }

    @Test
    void aRowHasAboutTwoHundredBytesAndNoLineBreakInside() throws IOException {
        String table = table(EventTable.SEED, ROWS);
        assertEquals(ROWS + 1, table.lines().count());
        assertEquals(199, (double) table.getBytes(StandardCharsets.UTF_8).length / ROWS, 3);
    }

    @Test
    void labelsHaveCommasQuotesAndLettersBeyondAscii() throws IOException {
        List<String> labels = rows().stream().map(row -> row.getField(5)).toList();
        for (String wanted : List.of(",", "\"", "Ł", "北")) {
            assertTrue(labels.stream().anyMatch(label -> label.contains(wanted)), wanted);
        }
        assertTrue(labels.stream().noneMatch(label -> label.length() > 160));
    }

    private static List<CsvRecord> rows() throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(table(EventTable.SEED, ROWS))) {
            return reader.stream().skip(1).toList();
        }
    }

    private static String table(long seed, long rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EventTable(seed).write(rows, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
