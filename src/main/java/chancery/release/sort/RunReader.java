package chancery.release.sort;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads what [RunWriter] wrote.
final class RunReader implements EntryCursor {
    private final Path path;
    private final InputStream file;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    private byte[] before = new byte[0];

    RunReader(Path path) throws IOException {
        this.path = path;
        this.file = Files.newInputStream(path);
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        if (next == filled && !fill()) {
            return null;
        }
        int same = number();
        int rest = number();
        byte[] entry = new byte[same + rest];
        System.arraycopy(before, 0, entry, 0, same);
        int at = same;
        while (at < entry.length) {
            need();
            int some = Math.min(entry.length - at, filled - next);
            System.arraycopy(buffer, next, entry, at, some);
            next += some;
            at += some;
        }
        before = entry;
        return entry;
    }

    private int number() throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += RunWriter.BITS) {
            need();
            byte part = buffer[next++];
            value |= (part & RunWriter.MORE - 1) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    private void need() throws IOException {
        if (next == filled && !fill()) {
            throw new EOFException(path + ": found its end inside an entry");
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, file.read(buffer));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
