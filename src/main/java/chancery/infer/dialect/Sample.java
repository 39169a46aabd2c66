package chancery.infer.dialect;

import chancery.table.Dialect;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.Source;
import chancery.table.TableReader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The start of a file, as text.
///
/// @param whole whether the file ends where it ends
record Sample(String text, boolean whole) {
    private static final int USUAL_CHARACTERS = 1 << 18;
    private static final int MOST_CHARACTERS = 1 << 24;
    private static final int LINES = 3;
    private static final int MOST_RECORDS = 2000;
    private static final char MARK = '\uFEFF';

    /// The records of a sample in one dialect.
    ///
    /// @param strayQuotes how many of them have a quote inside a field that opens nothing
    record Cut(List<List<String>> records, int strayQuotes) {}

    /// Reads some thousand lines, or as far as a few lines reach.
    static Sample of(Source source, Charset encoding) throws IOException {
        var decoder =
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (Reader in =
                new BufferedReader(new InputStreamReader(source.opener().open(), decoder))) {
            StringBuilder text = new StringBuilder();
            char[] chunk = new char[1 << 16];
            boolean whole = false;
            while (!whole && text.length() < MOST_CHARACTERS) {
                int read = in.read(chunk);
                whole = read < 0;
                text.append(chunk, 0, Math.max(0, read));
                if (text.length() >= USUAL_CHARACTERS && lines(text, LINES) >= LINES) {
                    break;
                }
            }
            whole = whole || in.read() < 0;
            String start = text.toString();
            return new Sample(
                    start.isEmpty() || start.charAt(0) != MARK ? start : start.substring(1), whole);
        }
    }

    private static int lines(CharSequence text, int enough) {
        int lines = 0;
        for (int i = 0; i < text.length() && lines < enough; i++) {
            lines += text.charAt(i) == '\n' || text.charAt(i) == '\r' ? 1 : 0;
        }
        return lines;
    }

    /// Cuts it.
    ///
    /// @return empty if it cannot be cut so
    Optional<Cut> cut(Dialect dialect) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<List<String>> records = new ArrayList<>();
        int stray = 0;
        try (TableReader reader =
                TableReader.openAny(
                        new Source("", () -> new ByteArrayInputStream(bytes)), dialect, c -> {})) {
            Optional<Row> row = reader.next();
            while (row.isPresent() && records.size() < MOST_RECORDS) {
                records.add(row.get().fields());
                stray += row.get().strayQuotes().isEmpty() ? 0 : 1;
                row = reader.next();
            }
            if (!whole && row.isEmpty() && records.size() > 1) {
                // where the sample ends is not where the record does
                records.removeLast();
            }
            return Optional.of(new Cut(records, stray));
        } catch (MalformedTable e) {
            // a sample may end inside quotes
            boolean late = !whole && e.position().record() > records.size() * 3L / 4;
            return late && records.size() > 1
                    ? Optional.of(new Cut(records, stray))
                    : Optional.empty();
        }
    }
}
