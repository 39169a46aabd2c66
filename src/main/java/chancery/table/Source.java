package chancery.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// The bytes of one table, and the name under which messages speak of it.
///
/// @param name as messages show it, such as `seeds/states.csv`
public record Source(String name, Opener opener) {
    private static final int UNPACKED_AT_ONCE = 1 << 16;

    /// Opens the bytes anew at every call; the caller closes the stream.
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /// A file; its name is the path as given, with `/` between the parts.
    public static Source of(Path file) {
        return new Source(file.toString().replace('\\', '/'), () -> Files.newInputStream(file));
    }

    /// A file that may be packed: what ends in `.gz` or `.zip` is read unpacked.
    ///
    /// An archive holds one file; one that ends too early fails while it is read.
    public static Source unpacked(Path file) {
        return unpacked(of(file));
    }

    /// As above, wherever the file lies.
    ///
    /// @param file its name tells how it is packed
    public static Source unpacked(Source file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            return new Source(
                    file.name(), () -> new GZIPInputStream(file.open(), UNPACKED_AT_ONCE));
        }
        return name.endsWith(".zip") ? new Source(file.name(), () -> onlyFile(file.open())) : file;
    }

    private static InputStream onlyFile(InputStream packed) throws IOException {
        ZipInputStream zip = new ZipInputStream(new BufferedInputStream(packed, UNPACKED_AT_ONCE));
        if (zip.getNextEntry() == null) {
            zip.close();
            throw new ZipException("found no file in the archive, or no archive, expected one");
        }
        return new FilterInputStream(zip) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                if (read < 0 && zip.getNextEntry() != null) {
                    throw new ZipException("found several files in the archive, expected one");
                }
                return read;
            }
        };
    }

    /// Begins to read; the caller closes.
    public InputStream open() throws IOException {
        return opener.open();
    }
}
