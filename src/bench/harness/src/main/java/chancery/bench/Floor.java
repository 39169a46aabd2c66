package chancery.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// What the work costs a single thread at least: reading without writing, writing without reading,
/// and both without any check.
///
/// `Floor parse-commons CSV`, `parse-fastcsv CSV`: each field of the table is fetched, and no
/// more.
/// `Floor bytes-commons CSV OUT`, `bytes-fastcsv CSV OUT`: the fields go into the triples as
/// they stand.
/// `Floor write TRIPLES OUT`: the first megabytes of a ready file, again and again, until OUT
/// is as long.
public final class Floor {
    private static final int BLOCK = 64 << 20;
    private static final int PIECE = 1 << 16;

    private Floor() {}

    public static void main(String[] args) throws IOException {
        Path in = Path.of(args[1]);
        switch (args[0]) {
            case "parse-commons" -> System.out.println(parseCommons(in));
            case "parse-fastcsv" -> System.out.println(parseFastCsv(in));
            case "bytes-commons" -> bytesCommons(in, Path.of(args[2]));
            case "bytes-fastcsv" -> bytesFastCsv(in, Path.of(args[2]));
            case "write" -> write(in, Path.of(args[2]));
            default ->
                    throw new IllegalArgumentException(
                            "found \"" + args[0] + "\", expected a floor's name");
        }
    }

    private static long parseCommons(Path table) throws IOException {
        long characters = 0;
        try (CSVParser rows = CSVParser.parse(table, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            for (CSVRecord row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    characters += row.get(column).length();
                }
            }
        }
        return characters;
    }

    private static long parseFastCsv(Path table) throws IOException {
        long characters = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(table)) {
            for (CsvRecord row : rows) {
                for (int column = 0; column < row.getFieldCount(); column++) {
                    characters += row.getField(column).length();
                }
            }
        }
        return characters;
    }

    private static void bytesCommons(Path table, Path triples) throws IOException {
        String[] cells = new String[EventTriples.COLUMNS];
        try (CSVParser rows = CSVParser.parse(table, StandardCharsets.UTF_8, CSVFormat.RFC4180);
                OutputStream out = Files.newOutputStream(triples)) {
            EventTriples writer = new EventTriples(out);
            for (CSVRecord row : rows) {
                if (row.getRecordNumber() > 1) {
                    for (int column = 0; column < cells.length; column++) {
                        cells[column] = row.get(column);
                    }
                    writer.write(cells);
                }
            }
            writer.flush();
        }
    }

    private static void bytesFastCsv(Path table, Path triples) throws IOException {
        String[] cells = new String[EventTriples.COLUMNS];
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(table);
                OutputStream out = Files.newOutputStream(triples)) {
            EventTriples writer = new EventTriples(out);
            boolean header = true;
            for (CsvRecord row : rows) {
                if (!header) {
                    for (int column = 0; column < cells.length; column++) {
                        cells[column] = row.getField(column);
                    }
                    writer.write(cells);
                }
                header = false;
            }
            writer.flush();
        }
    }

    private static void write(Path triples, Path target) throws IOException {
        long left = Files.size(triples);
        byte[] block;
        try (InputStream in = Files.newInputStream(triples)) {
            block = in.readNBytes((int) Math.min(BLOCK, left));
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            int at = 0;
            while (left > 0) {
                int length = (int) Math.min(Math.min(PIECE, left), block.length - at);
                out.write(block, at, length);
                left -= length;
                at = (at + length) % block.length;
            }
        }
    }
}
