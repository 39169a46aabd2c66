package chancery.table.bytes;

import chancery.table.Dialect;
import java.util.Arrays;

/// Cuts one record after another of a chunk into fields. Used by one thread.
public final class FieldCutter {
    private final byte delimiter;
    private final int quote;
    private final int comment;
    private final boolean[] special;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] doubled = new boolean[64];
    private int count;
    private long lines;
    private boolean isComment;
    private boolean hasStrayQuote;

    public FieldCutter(Dialect dialect) {
        Signs signs = Signs.of(dialect);
        this.delimiter = signs.delimiter();
        this.quote = signs.quote();
        this.comment = signs.comment();
        this.special = signs.endsOfFields();
        special[quote] = true;
    }

    /// Cuts the record that starts at an offset of a chunk.
    ///
    /// @return where the next one starts
    public int cut(Chunk chunk, int start) {
        byte[] bytes = chunk.bytes();
        int to = chunk.to();
        count = 0;
        lines = 0;
        hasStrayQuote = false;
        isComment = (bytes[start] & 0xFF) == comment;
        if (isComment) {
            return lineEnd(bytes, start, to);
        }
        int at = start;
        while (true) {
            at =
                    (at < to && (bytes[at] & 0xFF) == quote)
                            ? quoted(bytes, at + 1, to)
                            : bare(bytes, at, to);
            if (at == to || bytes[at] != delimiter) {
                return lineEnd(bytes, at, to);
            }
            at++;
        }
    }

    private int quoted(byte[] bytes, int start, int to) {
        boolean twice = false;
        int at = start;
        for (; at < to; at++) {
            byte b = bytes[at];
            if ((b & 0xFF) == quote) {
                if (at + 1 == to || (bytes[at + 1] & 0xFF) != quote) {
                    break;
                }
                twice = true;
                at++;
            } else if (b == '\n' || (b == '\r' && (at + 1 == to || bytes[at + 1] != '\n'))) {
                lines++;
            }
        }
        add(start, at, twice);
        return Math.min(at + 1, to);
    }

    private int bare(byte[] bytes, int start, int to) {
        int at = start;
        while (at < to) {
            int b = bytes[at] & 0xFF;
            if (special[b]) {
                if (b != quote) {
                    break;
                }
                hasStrayQuote = true;
            }
            at++;
        }
        add(start, at, false);
        return at;
    }

    private void add(int start, int end, boolean twice) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            doubled = Arrays.copyOf(doubled, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        doubled[count] = twice;
        count++;
    }

    private int lineEnd(byte[] bytes, int start, int to) {
        int at = start;
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        if (at == to) {
            return to;
        }
        if (bytes[at] == '\r' && at + 1 < to && bytes[at + 1] == '\n') {
            at++;
        }
        lines++;
        return at + 1;
    }

    /// How many fields the record has; 0 for a comment.
    public int count() {
        return count;
    }

    /// How many lines it takes.
    public long lines() {
        return lines;
    }

    public boolean isComment() {
        return isComment;
    }

    /// Whether a field that does not start with a quote has one.
    public boolean hasStrayQuote() {
        return hasStrayQuote;
    }

    /// Where a field starts, without its quote.
    public int start(int field) {
        return starts[field];
    }

    /// Where a field ends, without its quote; exclusive.
    public int end(int field) {
        return ends[field];
    }

    /// Whether quotes inside it are written twice.
    public boolean isDoubled(int field) {
        return doubled[field];
    }
}
