package chancery.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/// Bytes to characters: drops a byte-order mark, and refuses what is not in the encoding, with the
/// line. (The decoder of the JDK reads ahead, so that nobody after it could tell the line.)
///
/// Read it through a buffer: a call must ask for two characters at least.
final class DecodingReader extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private boolean atEnd;
    private boolean atStart;
    private boolean afterReturn;
    private long line;

    DecodingReader(InputStream in, Charset encoding) {
        this(in, encoding, 1, true);
    }

    /// @param line of the first character
    /// @param atStart whether a byte-order mark may stand here
    DecodingReader(InputStream in, Charset encoding, long line, boolean atStart) {
        this.in = in;
        this.line = line;
        this.atStart = atStart;
        this.decoder =
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// A byte that the encoding does not allow.
    static final class BrokenText extends IOException {
        private static final long serialVersionUID = 1L;

        private final long line;

        BrokenText(long line, int found, Charset encoding) {
            super("found the byte 0x%02X, expected text in %s".formatted(found, encoding));
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(into, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, out, atEnd);
            if (atStart && out.position() > 0) {
                dropMark(out);
            }
            if (out.position() > 0) {
                count(into, offset, out.position());
                return out.position();
            }
            if (result.isError()) {
                int found = Byte.toUnsignedInt(bytes.get(bytes.position()));
                throw new BrokenText(line, found, decoder.charset());
            }
            if (atEnd) {
                return -1;
            }
            fill();
        }
    }

    private void dropMark(CharBuffer out) {
        atStart = false;
        out.flip();
        if (out.get(0) == BYTE_ORDER_MARK) {
            out.get();
        }
        out.compact();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            atEnd = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private void count(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (chars[i] == '\r' || (chars[i] == '\n' && !afterReturn)) {
                line++;
            }
            afterReturn = chars[i] == '\r';
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
