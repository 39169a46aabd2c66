package chancery.release.dump.table;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table as RFC 4180 has it, in UTF-8, lines ended by a line feed.
final class CsvFile implements Closeable {
    private final Writer out;

    CsvFile(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    void line(List<String> fields) throws IOException {
        String before = "";
        for (String field : fields) {
            out.write(before);
            before = ",";
            out.write(field(field));
        }
        out.write('\n');
    }

    private static String field(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == '"' || c == ',' || c < ' ');
        return isPlain && text.equals(text.strip()) ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
