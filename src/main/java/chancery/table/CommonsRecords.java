package chancery.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Records as Apache Commons CSV cuts them.
///
/// The library is laxer than the standard in one place (it passes over white space behind a closing
/// quote), does not tell a quote that opens nothing, and says by a message alone what it cannot
/// read. So each record is held against its text; at the first that is not written as the standard
/// asks, and at comments behind the last one, [RecordReader] reads on and says what is wrong. It
/// also has no limit to what it keeps, so a record longer than a million characters is for
/// [RecordReader] too.
final class CommonsRecords implements Records {
    private static final Set<String> LINE_TERMINATORS = Set.of("\r\n", "\n", "\r");

    /// So much text is kept for one record.
    private static final int LONGEST = 1 << 20;

    private final Dialect dialect;
    private final Limits limits;
    private final char delimiter;
    private final KeptText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Deque<Entry> found = new ArrayDeque<>();
    private @Nullable RecordReader rest;

    CommonsRecords(Reader text, Dialect dialect, Limits limits) throws IOException {
        this.dialect = dialect;
        this.limits = limits;
        this.delimiter = dialect.delimiter().charAt(0);
        this.text = new KeptText(text, Math.min(LONGEST, limits.fieldCharacters()));
        this.parser = CSVParser.builder().setReader(this.text).setFormat(format(dialect)).get();
        this.records = parser.iterator();
    }

    /// Whether Commons CSV cuts a table of this dialect as the standard does. It does not if
    ///
    /// - the line terminators are not the three usual ones: it ends a record at each of them and at
    ///   nothing else, whatever the dialect says;
    /// - a backslash stands before a quote (`doubleQuote` is false): it takes `\n` and its like for
    ///   control characters, keeps the backslash before other letters, and still undoes two quotes;
    /// - white space is trimmed: it trims both ends or none, and either outside quotes alone or
    ///   without finding the quote behind the white space;
    /// - a comment's prefix is longer than one character: it knows none such;
    /// - the delimiter is longer than one character: at the end of a table it can take the first
    ///   characters of one for the whole;
    /// - one character is to be two of these things.
    static boolean canRead(Dialect dialect) {
        String prefix = dialect.commentPrefix();
        Character quote = dialect.quoteChar();
        String special =
                dialect.delimiter()
                        + Objects.requireNonNullElse(prefix, "")
                        + (quote == null ? "" : quote);
        Set<Integer> different = new HashSet<>(special.chars().boxed().toList());
        return LINE_TERMINATORS.equals(Set.copyOf(dialect.lineTerminators()))
                && dialect.doubleQuote()
                && !dialect.skipInitialSpace()
                && dialect.trim() == Dialect.Trim.NONE
                && (prefix == null || prefix.length() == 1)
                && dialect.delimiter().length() == 1
                && different.size() == special.length()
                && special.chars().noneMatch(c -> c == '\r' || c == '\n');
    }

    private static CSVFormat format(Dialect dialect) {
        String prefix = dialect.commentPrefix();
        return CSVFormat.Builder.create()
                .setDelimiter(dialect.delimiter())
                .setQuote(dialect.quoteChar())
                .setEscape(null)
                .setCommentMarker(prefix == null ? null : Character.valueOf(prefix.charAt(0)))
                // A blank line is a record of one empty field.
                .setIgnoreEmptyLines(false)
                .get();
    }

    @Override
    public @Nullable Entry next() throws IOException, Uncuttable {
        if (rest == null && found.isEmpty()) {
            // Taken before the record is read, which moves it on.
            long line = parser.getCurrentLineNumber() + 1;
            if (!takeRecord(line)) {
                text.rewind();
                rest = new RecordReader(text, dialect, line, limits);
            }
        }
        return rest == null ? found.remove() : rest.next();
    }

    /// Whether [RecordReader] has taken over: before the end because of what a record looks like.
    boolean handedOver() {
        return rest != null;
    }

    /// @return whether there was one that is written as the standard asks
    private boolean takeRecord(long line) {
        CSVRecord record;
        try {
            if (!records.hasNext()) {
                return false;
            }
            record = records.next();
        } catch (UncheckedIOException e) {
            // Whatever it is, it comes up again when the record is read by the other reader.
            return false;
        }
        if (isTooMuch(record)) {
            return false;
        }
        int at = takeComments(record, line);
        if (at < 0) {
            found.clear();
            return false;
        }
        List<String> fields = List.of(record.values());
        List<Integer> strayQuotes = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            Character quote = dialect.quoteChar();
            if (quote != null && text.isAt(at, quote)) {
                at += 2 + count(quote, field);
            } else if (quote != null && field.indexOf(quote) >= 0) {
                strayQuotes.add(i);
            }
            at += field.length();
            if (i < fields.size() - 1) {
                if (!text.isAt(at, delimiter)) {
                    found.clear();
                    return false;
                }
                at++;
            }
        }
        int next = text.afterLineEnd(at);
        if (next == at && !text.isEnd(at)) {
            found.clear();
            return false;
        }
        text.moveTo(next);
        found.add(new Entry.Fields(line + found.size(), fields, strayQuotes));
        return true;
    }

    /// Whether a limit is passed, which [RecordReader] then says.
    private boolean isTooMuch(CSVRecord record) {
        long characters = 0;
        int longest = 0;
        for (String field : record) {
            characters += field.length();
            longest = Math.max(longest, field.length());
        }
        return longest > limits.fieldCharacters()
                || characters > limits.recordCharacters()
                || record.size() > limits.recordFields();
    }

    /// The comments that stand before a record, from the text, for the library trims them.
    ///
    /// @return where the record itself starts; negative if a comment passes the limit
    private int takeComments(CSVRecord record, long line) {
        String comments = record.getComment();
        int at = 0;
        if (comments != null) {
            for (int left = 1 + count('\n', comments); left > 0; left--) {
                int end = text.lineEnd(at);
                if (end - at - 1 > limits.fieldCharacters()) {
                    return -1;
                }
                found.add(new Entry.Comment(line + found.size(), text.between(at + 1, end)));
                at = text.afterLineEnd(end);
            }
        }
        return at;
    }

    private static int count(char wanted, String text) {
        int count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            count++;
        }
        return count;
    }
}
