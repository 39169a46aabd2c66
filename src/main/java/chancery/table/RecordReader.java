package chancery.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cuts the characters of a table into records and fields as its dialect says (Tabular Data Model,
/// section 8), one record at a time; counts lines as an editor does.
///
/// Reads any dialect: line terminators, comment prefixes and delimiters of any length, a backslash
/// before a quote, white space trimmed. Used for those that Commons CSV cannot read, and for what
/// it cannot tell; see [CommonsRecords].
///
/// Where the standard only says that an error is raised, a quote inside a field that does not start
/// with one is taken as it stands and noted; text behind a closing quote ends the reading, because
/// nobody knows what the quote was meant to close.
final class RecordReader implements Records {
    private static final int BUFFER = 1 << 16;
    private static final int ASCII = 128;

    private final Reader in;
    private final Dialect dialect;
    private final Limits limits;
    private final char delimiterStart;
    private final List<String> lineTerminators;
    private final boolean[] ends = new boolean[ASCII];
    private final StringBuilder field = new StringBuilder();
    private char[] buffer = new char[BUFFER];
    private int from;
    private int to;
    private boolean inputEnded;
    private @Nullable IOException broken;
    private long line;
    private boolean afterReturn;

    /// @param line the number of the line on which the text starts
    RecordReader(Reader in, Dialect dialect, long line) {
        this(in, dialect, line, Limits.USUAL);
    }

    /// @param line the number of the line on which the text starts
    RecordReader(Reader in, Dialect dialect, long line, Limits limits) {
        this.in = in;
        this.limits = limits;
        this.line = line;
        this.dialect = dialect;
        this.delimiterStart = dialect.delimiter().charAt(0);
        this.lineTerminators =
                dialect.lineTerminators().stream()
                        .filter(end -> !end.isEmpty())
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        mark(delimiterStart);
        lineTerminators.forEach(end -> mark(end.charAt(0)));
        if (dialect.quoteChar() != null) {
            mark(dialect.quoteChar());
        }
        if (!dialect.doubleQuote()) {
            mark('\\');
        }
    }

    private void mark(char c) {
        if (c < ASCII) {
            ends[c] = true;
        }
    }

    @Override
    public @Nullable Entry next() throws IOException, Uncuttable {
        if (!has(1)) {
            return null;
        }
        long start = line;
        String prefix = dialect.commentPrefix();
        if (prefix != null && !prefix.isEmpty() && isAt(prefix)) {
            take(prefix.length());
            field.setLength(0);
            while (has(1) && lineEnd() == 0) {
                append();
                refuseIfTooLong(start, "a comment");
            }
            take(lineEnd());
            return new Entry.Comment(start, field.toString());
        }
        return fields(start);
    }

    private Entry fields(long start) throws IOException, Uncuttable {
        List<String> fields = new ArrayList<>();
        List<Integer> strayQuotes = new ArrayList<>();
        long characters = 0;
        while (true) {
            field.setLength(0);
            if (opensQuote()) {
                quoted(start);
            } else if (bare(start)) {
                strayQuotes.add(fields.size());
            }
            fields.add(trimmed(field.toString()));
            characters += field.length();
            refuseIfMore(start, "fields", fields.size(), limits.recordFields());
            refuseIfMore(start, "characters", characters, limits.recordCharacters());
            if (!has(1)) {
                return new Entry.Fields(start, fields, strayQuotes);
            }
            if (isAtDelimiter()) {
                take(dialect.delimiter().length());
            } else {
                take(lineEnd());
                return new Entry.Fields(start, fields, strayQuotes);
            }
        }
    }

    /// Whether a quoted field starts here; white space before the quote that trimming would drop
    /// anyway is passed over.
    private boolean opensQuote() throws IOException {
        Character quote = dialect.quoteChar();
        if (quote == null) {
            return false;
        }
        int blanks = 0;
        if (trimsStart()) {
            while (blanks < limits.fieldCharacters()
                    && has(blanks + 1)
                    && Character.isWhitespace(buffer[from + blanks])
                    && !isLineEndAt(blanks)
                    && !startsAt(dialect.delimiter(), blanks)) {
                blanks++;
            }
        }
        if (!has(blanks + 1) || buffer[from + blanks] != quote) {
            return false;
        }
        take(blanks);
        return true;
    }

    private void quoted(long start) throws IOException, Uncuttable {
        char quote = dialect.quoteChar() == null ? '"' : dialect.quoteChar();
        char escape = dialect.doubleQuote() ? quote : '\\';
        long opened = line;
        take(1);
        while (true) {
            if (!has(1)) {
                throw new Uncuttable(opened, "a quote opened here is never closed");
            }
            char c = buffer[from];
            if (c == escape && has(2) && (escape != quote || buffer[from + 1] == quote)) {
                take(1);
                append();
            } else if (c == quote) {
                take(1);
                break;
            } else {
                append();
            }
            refuseIfTooLong(opened, "a field, whose quote is perhaps never closed,");
        }
        long closed = line;
        while (trimsEnd()
                && has(1)
                && Character.isWhitespace(buffer[from])
                && lineEnd() == 0
                && !isAtDelimiter()) {
            take(1);
        }
        if (has(1) && lineEnd() == 0 && !isAtDelimiter()) {
            throw new Uncuttable(
                    start,
                    "a quote that closes in line "
                            + closed
                            + " is followed by text, expected \""
                            + dialect.delimiter()
                            + "\" or the end of the line");
        }
    }

    private void refuseIfTooLong(long start, String what) throws Uncuttable {
        if (field.length() > limits.fieldCharacters()) {
            throw new Uncuttable(
                    start,
                    String.format(
                            Locale.ROOT,
                            "found %s of more than %,d characters, expected at most so many",
                            what,
                            limits.fieldCharacters()));
        }
    }

    private static void refuseIfMore(long start, String what, long found, int most)
            throws Uncuttable {
        if (found > most) {
            throw new Uncuttable(
                    start,
                    String.format(
                            Locale.ROOT,
                            "found a record of more than %,d %s, expected at most so many",
                            most,
                            what));
        }
    }

    /// @return whether there is a quote in it
    private boolean bare(long start) throws IOException, Uncuttable {
        boolean stray = false;
        while (has(1)) {
            int plain = from;
            while (plain < to && (buffer[plain] >= ASCII || !ends[buffer[plain]])) {
                if (buffer[plain] >= ASCII && buffer[plain] == delimiterStart) {
                    break;
                }
                plain++;
            }
            append(plain - from);
            refuseIfTooLong(start, "a field");
            if (!has(1)) {
                break;
            }
            char c = buffer[from];
            if (isAtDelimiter() || lineEnd() > 0) {
                break;
            }
            if (c == '\\' && !dialect.doubleQuote() && has(2)) {
                take(1);
            } else if (dialect.quoteChar() != null && c == dialect.quoteChar()) {
                stray = true;
            }
            append();
        }
        return stray;
    }

    private boolean isAtDelimiter() throws IOException {
        return buffer[from] == delimiterStart && isAt(dialect.delimiter());
    }

    /// @return how many characters end the line here; 0 if none do
    private int lineEnd() throws IOException {
        if (!has(1) || (buffer[from] < ASCII && !ends[buffer[from]])) {
            return 0;
        }
        for (String end : lineTerminators) {
            if (isAt(end)) {
                return end.length();
            }
        }
        return 0;
    }

    private boolean isLineEndAt(int offset) throws IOException {
        for (String end : lineTerminators) {
            if (startsAt(end, offset)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(String text) throws IOException {
        return startsAt(text, 0);
    }

    private boolean startsAt(String text, int offset) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            // Not all at once: what is broken further on must not spoil a record that ends here.
            if (!has(offset + i + 1) || buffer[from + offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean trimsStart() {
        return dialect.skipInitialSpace()
                || dialect.trim() == Dialect.Trim.START
                || dialect.trim() == Dialect.Trim.BOTH;
    }

    private boolean trimsEnd() {
        return dialect.trim() == Dialect.Trim.END || dialect.trim() == Dialect.Trim.BOTH;
    }

    private String trimmed(String text) {
        String started = trimsStart() ? text.stripLeading() : text;
        return trimsEnd() ? started.stripTrailing() : started;
    }

    private void append() {
        append(1);
    }

    private void append(int count) {
        field.append(buffer, from, count);
        take(count);
    }

    private void take(int count) {
        for (int i = 0; i < count; i++) {
            char c = buffer[from + i];
            if (c == '\r' || (c == '\n' && !afterReturn)) {
                line++;
            }
            afterReturn = c == '\r';
        }
        from += count;
    }

    /// Whether so many characters are left; fills the buffer if it must. What cannot be read on is
    /// told when all before it is taken: a look ahead must not spoil a record that ends here.
    private boolean has(int count) throws IOException {
        while (to - from < count && !inputEnded) {
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, to - from);
                to -= from;
                from = 0;
            } else if (to == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            fill();
        }
        if (from == to && broken != null) {
            throw broken;
        }
        return to - from >= count;
    }

    private void fill() {
        try {
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                inputEnded = true;
            } else {
                to += read;
            }
        } catch (IOException e) {
            broken = e;
            inputEnded = true;
        }
    }
}
