package chancery.release.dump.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes a tar archive as POSIX 1003.1-2001 has it, with files that have holes in the form that
/// GNU tar calls sparse 1.0. Times, owners and rights are the same for all, so that the same files
/// give the same bytes.
final class TarFile implements Closeable {
    private static final int BLOCK = 512;
    private static final long LARGEST = 0_77777777777L;

    private final OutputStream out;
    private final long time;

    /// @param time of all entries, in seconds since 1970; the nearest one that there is a place for
    TarFile(OutputStream out, long time) {
        this.out = out;
        this.time = Math.clamp(time, 0, LARGEST);
    }

    void add(String name, byte[] content) throws IOException {
        header(name, content.length, '0');
        padded(content);
    }

    void add(String name, Path file) throws IOException {
        FileParts parts = FileParts.of(file);
        byte[] map = parts.hasHoles() ? map(parts) : new byte[0];
        long size = map.length + parts.length();
        Map<String, String> more = new LinkedHashMap<>();
        if (size > LARGEST) {
            more.put("size", Long.toString(size));
        }
        if (parts.hasHoles()) {
            more.put("GNU.sparse.major", "1");
            more.put("GNU.sparse.minor", "0");
            more.put("GNU.sparse.name", name);
            more.put("GNU.sparse.realsize", Long.toString(parts.sizeBytes()));
        }
        if (!more.isEmpty()) {
            byte[] records = records(more);
            header(name, records.length, 'x');
            padded(records);
        }
        header(name, Math.min(size, LARGEST), '0');
        out.write(map);
        try (InputStream in = Files.newInputStream(file)) {
            long at = 0;
            for (FileParts.Part part : parts.parts()) {
                in.skipNBytes(part.offset() - at);
                copy(in, part.length(), file);
                at = part.offset() + part.length();
            }
        }
        out.write(new byte[padding(size)]);
    }

    private void copy(InputStream in, long length, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException(file + ": found it shorter than it was");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /// How many parts there are, then offset and length of each, a number a line. A hole at the end
    /// is told by a part of no length behind it.
    private static byte[] map(FileParts parts) {
        StringBuilder map = new StringBuilder();
        map.append(parts.parts().size() + 1).append('\n');
        for (FileParts.Part part : parts.parts()) {
            map.append(part.offset()).append('\n').append(part.length()).append('\n');
        }
        map.append(parts.sizeBytes()).append("\n0\n");
        byte[] text = map.toString().getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(text, text.length + padding(text.length));
    }

    /// Each record begins with its own length.
    private static byte[] records(Map<String, String> more) {
        StringBuilder all = new StringBuilder();
        more.forEach(
                (key, value) -> {
                    String rest = " " + key + "=" + value + "\n";
                    int length = rest.length() + 1;
                    while (length != rest.length() + Integer.toString(length).length()) {
                        length = rest.length() + Integer.toString(length).length();
                    }
                    all.append(length).append(rest);
                });
        return all.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void header(String name, long size, char type) throws IOException {
        byte[] block = new byte[BLOCK];
        text(block, 0, 100, name);
        text(block, 100, 8, "0000644");
        text(block, 108, 8, "0000000");
        text(block, 116, 8, "0000000");
        text(block, 124, 12, "%011o".formatted(size));
        text(block, 136, 12, "%011o".formatted(time));
        text(block, 148, 8, "        ");
        block[156] = (byte) type;
        text(block, 257, 8, "ustar\00000");
        int sum = 0;
        for (byte each : block) {
            sum += Byte.toUnsignedInt(each);
        }
        text(block, 148, 8, "%06o\0 ".formatted(sum));
        out.write(block);
    }

    private static void text(byte[] block, int at, int room, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > room) {
            throw new IllegalArgumentException("no room for " + text);
        }
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private void padded(byte[] content) throws IOException {
        out.write(content);
        out.write(new byte[padding(content.length)]);
    }

    private static int padding(long size) {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(new byte[2 * BLOCK]);
        }
    }
}
