package chancery.infer.dialect;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// How far bytes are UTF-8.
final class Utf8Survey {
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer out = CharBuffer.allocate(1 << 16);
    private ByteBuffer kept = ByteBuffer.allocate(0);
    private long wide;
    private long broken;
    private long line = 1;
    private long brokenLine;

    void take(byte[] chunk, int length) {
        ByteBuffer in = ByteBuffer.allocate(kept.remaining() + length);
        in.put(kept).put(chunk, 0, length).flip();
        decode(in, false);
        kept = ByteBuffer.allocate(in.remaining()).put(in).flip();
    }

    void finish() {
        decode(kept, true);
    }

    private void decode(ByteBuffer in, boolean atEnd) {
        while (true) {
            CoderResult result = decoder.decode(in, out, atEnd);
            count();
            if (result.isError()) {
                broken += result.length();
                brokenLine = brokenLine == 0 ? line : brokenLine;
                in.position(in.position() + result.length());
            } else if (result.isUnderflow()) {
                return;
            }
        }
    }

    private void count() {
        out.flip();
        while (out.hasRemaining()) {
            char c = out.get();
            line += c == '\n' ? 1 : 0;
            wide += c >= 0x80 ? 1 : 0;
        }
        out.clear();
    }

    /// Characters beyond ASCII that are written as UTF-8.
    long wide() {
        return wide;
    }

    /// Bytes that are not UTF-8.
    long broken() {
        return broken;
    }

    /// 1-based line of the first of them; 0 if there is none.
    long line() {
        return brokenLine;
    }
}
