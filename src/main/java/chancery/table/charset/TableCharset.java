package chancery.table.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/// An encoding whose every byte is one character or none; for reading only.
final class TableCharset extends Charset {
    /// Stands in the table for a byte that is no character.
    static final String NONE = "\uFFFD";

    private final String table;

    /// @param table 256 characters, one for each byte
    TableCharset(String name, String table) {
        super(name, new String[0]);
        if (table.length() != 256) {
            throw new IllegalArgumentException(name + ": 256 characters, not " + table.length());
        }
        this.table = table;
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(this);
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException(name() + " is for reading only");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {
        private final String table;

        Decoder(TableCharset charset) {
            super(charset, 1, 1);
            this.table = charset.table;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                char c = table.charAt(Byte.toUnsignedInt(in.get(in.position())));
                if (c == NONE.charAt(0)) {
                    return CoderResult.malformedForLength(1);
                }
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                in.get();
                out.put(c);
            }
            return CoderResult.UNDERFLOW;
        }
    }
}
