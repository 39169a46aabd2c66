package chancery.cli;

/// Tells when files were saved.
interface Saves extends AutoCloseable {
    /// Waits until something was saved and no more follows for a moment, so that a burst of saves
    /// is one.
    ///
    /// @return false when nothing more will be told
    /// @throws InterruptedException when the waiting thread is interrupted
    boolean await() throws InterruptedException;

    @Override
    void close();
}
