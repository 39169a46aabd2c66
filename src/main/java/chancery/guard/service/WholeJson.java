package chancery.guard.service;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of an answer in JSON, while they are read: at most so many, in time, one object from
/// brace to brace and nothing after it. Servers that fail in the middle are known to add a remark
/// behind what they had sent, or simply to stop.
///
/// Not thread-safe.
public final class WholeJson extends FilterInputStream {
    private final long maxBytes;
    private final Deadline deadline;
    private long bytes;
    private int depth;
    private boolean isInText;
    private boolean isEscaped;
    private boolean hasBegun;

    public WholeJson(InputStream in, long maxBytes, Deadline deadline) {
        super(in);
        this.maxBytes = maxBytes;
        this.deadline = deadline;
    }

    /// More than was allowed.
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// The time was over.
    public static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? read : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        if (deadline.isOver()) {
            throw new TooSlow();
        }
        if (read < 0) {
            if (!hasBegun || depth > 0) {
                throw new EOFException("found its end in the middle");
            }
            return read;
        }
        bytes += read;
        if (bytes > maxBytes) {
            throw new TooLarge();
        }
        for (int i = from; i < from + read; i++) {
            see(into[i]);
        }
        return read;
    }

    private void see(byte one) throws IOException {
        if (isInText) {
            if (isEscaped) {
                isEscaped = false;
            } else if (one == '\\') {
                isEscaped = true;
            } else if (one == '"') {
                isInText = false;
            }
            return;
        }
        if (depth == 0 && !isSpace(one) && (hasBegun || one != '{')) {
            throw new IOException("found something besides one JSON object");
        }
        switch (one) {
            case '"' -> isInText = true;
            case '{', '[' -> {
                hasBegun = true;
                depth++;
            }
            case '}', ']' -> depth--;
            default -> {}
        }
    }

    private static boolean isSpace(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }

    /// Reads what the reader of the format left.
    public void readToEnd() throws IOException {
        byte[] rest = new byte[1024];
        int read = read(rest, 0, rest.length);
        while (read >= 0) {
            read = read(rest, 0, rest.length);
        }
    }

    /// Readers of formats close what they read, as soon as they have what they want.
    @Override
    public void close() {}

    @Override
    public long skip(long some) {
        throw new UnsupportedOperationException("bytes are read one after the other");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
