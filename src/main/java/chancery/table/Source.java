package chancery.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of one table, and the name under which messages speak of it.
///
/// @param name as messages show it, such as `seeds/states.csv`
public record Source(String name, Opener opener) {
    /// Opens the bytes anew at every call; the caller closes the stream.
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /// A file; its name is the path as given, with `/` between the parts.
    public static Source of(Path file) {
        return new Source(file.toString().replace('\\', '/'), () -> Files.newInputStream(file));
    }

    InputStream open() throws IOException {
        return opener.open();
    }
}
