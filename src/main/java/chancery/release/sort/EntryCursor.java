package chancery.release.sort;

import java.io.Closeable;
import java.io.IOException;

/// Reads sorted entries, each once.
public interface EntryCursor extends Closeable {
    /// @return an entry that nobody changes; null at the end
    byte @org.jspecify.annotations.Nullable [] next() throws IOException;
}
