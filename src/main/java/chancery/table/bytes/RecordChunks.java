package chancery.table.bytes;

import chancery.table.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Cuts a stream of bytes into chunks of whole records; a line break between quotes does not end a
/// record, wherever a chunk ends.
///
/// Where a record cannot be cut into fields, or is longer than any sensible one, it stops: what is
/// left is then for [chancery.table.TableReader], which says what is wrong. Used by one thread;
/// [#recycle] by any.
public final class RecordChunks {
    private static final Set<String> LINE_TERMINATORS = Set.of("\r\n", "\n", "\r");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int LONGEST_RECORD = 64 << 20;
    private static final int INCOMPLETE = -1;
    private static final int UNCUTTABLE = -2;

    private final InputStream in;
    private final int size;
    private final int quote;
    private final int comment;
    private final byte delimiter;
    private final boolean[] special;
    private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();
    private byte[] buffer;
    private int from;
    private int to;
    private boolean inputEnded;
    private boolean stopped;
    private long line = 1;
    private long records;
    private long rows;
    private long bytesRead;
    private long linesOfRecord;
    private boolean commentFound;

    /// @param in UTF-8, perhaps with a byte-order mark
    /// @param size of a chunk in bytes; one with a longer record is longer
    public RecordChunks(InputStream in, Dialect dialect, int size) throws IOException {
        if (!canCut(dialect)) {
            throw new IllegalArgumentException("not a dialect that can be cut as bytes");
        }
        this.in = in;
        this.size = size;
        this.buffer = new byte[size];
        Signs signs = Signs.of(dialect);
        this.delimiter = signs.delimiter();
        this.quote = signs.quote();
        this.comment = signs.comment();
        this.special = signs.endsOfFields();
        fill();
        if (to >= MARK.length && Arrays.equals(buffer, 0, MARK.length, MARK, 0, MARK.length)) {
            from = MARK.length;
        }
    }

    /// Reads on in the midst of a table, at the border of two records.
    ///
    /// @param line 1-based, of the first record
    /// @param records how many stand before
    /// @param rows how many stand before
    public RecordChunks(
            InputStream in, Dialect dialect, int size, long line, long records, long rows)
            throws IOException {
        this(in, dialect, size);
        this.from = 0;
        this.line = line;
        this.records = records;
        this.rows = rows;
    }

    /// Where the record that comes next starts, in bytes from where reading began.
    public long offset() {
        return bytesRead - (to - from);
    }

    /// Whether tables of a dialect can be cut without looking at characters: UTF-8, the usual line
    /// terminators, signs of one ASCII character each, nothing trimmed and nothing skipped.
    public static boolean canCut(Dialect dialect) {
        String prefix = dialect.commentPrefix();
        Character quote = dialect.quoteChar();
        String signs =
                dialect.delimiter()
                        + (prefix == null ? "" : prefix)
                        + (quote == null ? "" : quote.toString());
        return dialect.encoding().equals(StandardCharsets.UTF_8)
                && LINE_TERMINATORS.equals(Set.copyOf(dialect.lineTerminators()))
                && dialect.delimiter().length() == 1
                && (prefix == null || prefix.length() <= 1)
                && signs.chars().distinct().count() == signs.length()
                && signs.chars().allMatch(c -> c < 128 && c != '\r' && c != '\n')
                && (dialect.doubleQuote() || quote == null)
                && dialect.trim() == Dialect.Trim.NONE
                && !dialect.skipInitialSpace()
                && !dialect.skipBlankRows()
                && dialect.skipRows() == 0
                && dialect.skipColumns() == 0;
    }

    /// Takes the header off, and the comments before the first row.
    ///
    /// @param headerRecords how many records it has, comments not counted
    /// @return the beginning of the table as it stands: what is taken off, and the first row, which
    ///     stays, if there is one and it can be cut; the whole table if the header cannot be cut
    public InputStream head(int headerRecords) throws IOException {
        for (int left = headerRecords; left > 0; ) {
            int end = nextRecord(from);
            if (end < 0) {
                return new SequenceInputStream(new ByteArrayInputStream(buffer, 0, to), in);
            }
            left -= commentFound ? 0 : 1;
            advance(end);
        }
        int rowEnd = nextRecord(from);
        while (rowEnd >= 0 && commentFound) {
            advance(rowEnd);
            rowEnd = nextRecord(from);
        }
        // copied, for the buffer is filled again
        return new ByteArrayInputStream(Arrays.copyOf(buffer, Math.max(from, rowEnd)));
    }

    private void advance(int end) {
        from = end;
        line += linesOfRecord;
        records++;
    }

    /// The end of a record that starts in the buffer; reads on as long as it must.
    private int nextRecord(int start) throws IOException {
        int end = scan(start);
        while (end == INCOMPLETE && !inputEnded && to - start < LONGEST_RECORD) {
            // what is before stays, so that offsets hold
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, to + size));
            fill();
            end = scan(start);
        }
        return end;
    }

    /// @return the next chunk, null at the end of the table or where it stopped
    public @Nullable Chunk next() throws IOException {
        if (stopped) {
            return null;
        }
        int start = from;
        long chunkLine = line;
        long chunkRecords = records;
        long chunkRows = rows;
        int end = from;
        while (true) {
            int next = scan(end);
            if (next >= 0) {
                end = next;
                line += linesOfRecord;
                records++;
                rows += commentFound ? 0 : 1;
                continue;
            }
            boolean tooLong = to - end >= LONGEST_RECORD;
            if (next == UNCUTTABLE || (tooLong && end == start)) {
                stopped = true;
            }
            if (end > start || stopped || (inputEnded && end == to)) {
                break;
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            fill();
        }
        if (stopped) {
            from = end;
            return end == start
                    ? null
                    : chunk(buffer, start, end, chunkLine, chunkRecords, chunkRows);
        }
        byte[] full = buffer;
        int filled = to;
        if (end == start) {
            return null;
        }
        int left = filled - end;
        byte[] fresh = spare.poll();
        buffer =
                fresh != null && fresh.length >= 2 * left
                        ? fresh
                        : new byte[Math.max(size, 2 * left)];
        System.arraycopy(full, end, buffer, 0, left);
        from = 0;
        to = left;
        fill();
        return chunk(full, start, end, chunkLine, chunkRecords, chunkRows);
    }

    private static Chunk chunk(byte[] bytes, int from, int to, long line, long records, long rows) {
        return new Chunk(bytes, from, to, line, records, rows);
    }

    /// Gives the bytes of a chunk back, to be filled again.
    public void recycle(Chunk chunk) {
        if (chunk.bytes().length == size) {
            spare.add(chunk.bytes());
        }
    }

    /// Whether something is left that cannot be cut.
    public boolean stopped() {
        return stopped;
    }

    /// What is left, without bytes; its numbers are those of the record at which it stopped.
    public Chunk position() {
        return new Chunk(new byte[0], 0, 0, line, records, rows);
    }

    /// The bytes from the record on at which it stopped.
    public InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(buffer, from, to - from), in);
    }

    /// How many bytes were read so far.
    public long bytesRead() {
        return bytesRead;
    }

    private void fill() throws IOException {
        while (to < buffer.length && !inputEnded) {
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                inputEnded = true;
            } else {
                to += read;
                bytesRead += read;
            }
        }
    }

    /// Looks for the end of the record that starts here, and counts its lines.
    ///
    /// @return where the next one starts; or that the buffer ends before it; or that a record does
    ///     not end as it must
    private int scan(int start) {
        linesOfRecord = 0;
        if (start >= to) {
            return INCOMPLETE;
        }
        byte[] bytes = buffer;
        commentFound = (bytes[start] & 0xFF) == comment;
        if (commentFound) {
            return lineEnd(start);
        }
        int at = start;
        while (true) {
            // a field starts here
            if (at < to && (bytes[at] & 0xFF) == quote) {
                at = closingQuote(at + 1);
                if (at < 0) {
                    return inputEnded ? UNCUTTABLE : INCOMPLETE;
                }
                if (at < to && !special[bytes[at] & 0xFF]) {
                    return UNCUTTABLE;
                }
            } else {
                while (at < to && !special[bytes[at] & 0xFF]) {
                    at++;
                }
            }
            if (at == to || bytes[at] != delimiter) {
                return lineEnd(at);
            }
            at++;
        }
    }

    /// @return behind the quote that closes; negative if it is not in the buffer, or if nobody can
    ///     tell yet whether it closes
    private int closingQuote(int start) {
        byte[] bytes = buffer;
        byte sign = (byte) quote;
        for (int at = start; at < to; at++) {
            byte b = bytes[at];
            if (b == sign) {
                if (at + 1 == to && !inputEnded) {
                    return INCOMPLETE;
                }
                if (at + 1 == to || bytes[at + 1] != sign) {
                    return at + 1;
                }
                at++;
            } else if (b == '\n' || (b == '\r' && (at + 1 == to || bytes[at + 1] != '\n'))) {
                linesOfRecord++;
            }
        }
        return INCOMPLETE;
    }

    private int lineEnd(int start) {
        byte[] bytes = buffer;
        int at = start;
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        if (at == to) {
            return inputEnded ? to : INCOMPLETE;
        }
        if (bytes[at] == '\r') {
            if (at + 1 == to && !inputEnded) {
                return INCOMPLETE;
            }
            at += at + 1 < to && bytes[at + 1] == '\n' ? 1 : 0;
        }
        linesOfRecord++;
        return at + 1;
    }
}
