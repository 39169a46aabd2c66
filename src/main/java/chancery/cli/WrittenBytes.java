package chancery.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Bytes of text in UTF-8 for a writer, which has them at every flush.
final class WrittenBytes extends ByteArrayOutputStream {
    private final PrintWriter out;

    WrittenBytes(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void flush() {
        out.write(toString(StandardCharsets.UTF_8));
        out.flush();
        reset();
    }
}
