package chancery.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A table in the default dialect as text, in which single fields are replaced: everything else
/// stays as it is, byte for byte.
///
/// Whether the table is right is not asked here; a row may have any number of fields.
public final class TableEditor {
    private static final char MARK = '\uFEFF';

    private final Path file;
    private final String text;
    private final List<Cut> records = new ArrayList<>();
    private final TreeMap<Integer, Replacement> replacements = new TreeMap<>();

    /// @param line 1-based line on which it starts
    private record Cut(long line, List<Field> fields) {}

    /// @param start where it starts in the text, its quote included
    /// @param end after its last character
    private record Field(int start, int end) {}

    private record Replacement(Field field, String raw) {}

    private TableEditor(Path file, String text) {
        this.file = file;
        this.text = text;
        cut();
    }

    /// @throws IOException when it cannot be read or is not UTF-8
    public static TableEditor open(Path file) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return new TableEditor(
                    file, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw new IOException("found bytes that are not UTF-8", e);
        }
    }

    public Path file() {
        return file;
    }

    /// How many rows there are under the header.
    public int rows() {
        return Math.max(0, records.size() - 1);
    }

    /// @param row 0-based
    public Position position(int row) {
        return new Position(file.toString(), records.get(row + 1).line(), row + 2L, row + 1L);
    }

    /// @param row 0-based
    /// @return the text of the field; `""` also when the row or the table has no such column
    public String value(int row, String column) {
        int number = number(column);
        List<Field> fields = records.get(row + 1).fields();
        if (number < 0 || number >= fields.size()) {
            return "";
        }
        Replacement replaced = replacements.get(fields.get(number).start());
        return plain(replaced == null ? raw(fields.get(number)) : replaced.raw());
    }

    /// Replaces a field; one that was in quotes stays in quotes.
    ///
    /// @param row 0-based
    /// @throws IllegalArgumentException when the row has no such field
    public void set(int row, String column, String value) {
        int number = number(column);
        List<Field> fields = records.get(row + 1).fields();
        if (number < 0 || number >= fields.size()) {
            throw new IllegalArgumentException("no field \"" + column + "\" in " + position(row));
        }
        Field field = fields.get(number);
        String raw = CsvLine.field(value);
        if (raw(field).startsWith("\"") && !raw.startsWith("\"")) {
            raw = '"' + raw + '"';
        }
        if (!raw.equals(raw(field))) {
            replacements.put(field.start(), new Replacement(field, raw));
        }
    }

    public boolean isChanged() {
        return !replacements.isEmpty();
    }

    /// The table with all replacements.
    public byte[] bytes() {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (Replacement each : replacements.values()) {
            out.append(text, from, each.field().start()).append(each.raw());
            from = each.field().end();
        }
        out.append(text, from, text.length());
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private int number(String column) {
        if (records.isEmpty()) {
            return -1;
        }
        List<Field> header = records.getFirst().fields();
        for (int i = 0; i < header.size(); i++) {
            if (plain(raw(header.get(i))).equals(column)) {
                return i;
            }
        }
        return -1;
    }

    private String raw(Field field) {
        return text.substring(field.start(), field.end());
    }

    private static String plain(String raw) {
        boolean quoted = raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"");
        return quoted ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw;
    }

    private void cut() {
        int at = !text.isEmpty() && text.charAt(0) == MARK ? 1 : 0;
        long line = 1;
        while (at < text.length()) {
            int end = at;
            if (text.charAt(at) == '#') {
                end = endOfLine(at);
            } else {
                List<Field> fields = new ArrayList<>();
                Field field = field(at);
                fields.add(field);
                while (field.end() < text.length() && text.charAt(field.end()) == ',') {
                    field = field(field.end() + 1);
                    fields.add(field);
                }
                records.add(new Cut(line, List.copyOf(fields)));
                end = field.end();
            }
            int next = afterEnd(end);
            line +=
                    text.substring(at, next)
                            .replace("\r\n", "\n")
                            .chars()
                            .filter(this::ends)
                            .count();
            at = next;
        }
    }

    private Field field(int start) {
        int at = start;
        if (at < text.length() && text.charAt(at) == '"') {
            int quote = text.indexOf('"', at + 1);
            while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                quote = text.indexOf('"', quote + 2);
            }
            at = quote < 0 ? text.length() : quote + 1;
        }
        while (at < text.length() && text.charAt(at) != ',' && !ends(text.charAt(at))) {
            at++;
        }
        return new Field(start, at);
    }

    private boolean ends(int c) {
        return c == '\n' || c == '\r';
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int afterEnd(int end) {
        if (text.startsWith("\r\n", end)) {
            return end + 2;
        }
        return Math.min(end + 1, text.length());
    }
}
