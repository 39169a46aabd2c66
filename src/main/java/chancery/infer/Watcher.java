package chancery.infer;

/// Told how far the reading is, which can take long.
@FunctionalInterface
public interface Watcher {
    /// @param file as messages show it
    /// @param bytes that were read of it since the last call
    void read(String file, long bytes);
}
