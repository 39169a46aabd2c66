package chancery.release;

import java.io.IOException;

/// Finds the input or output error inside what libraries make of it: Jena wraps it in exceptions
/// of its own, and a write to a mapped file that finds no room on the disk is an [InternalError].
final class NotWritten {
    private NotWritten() {}

    /// @return the error to throw on
    /// @throws RuntimeException the failure itself, when no such error is behind it
    static IOException of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException found) {
                return found;
            }
            if (cause instanceof InternalError) {
                return new IOException("no room left on the disk, or its medium failed", failure);
            }
        }
        if (failure instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        throw new IllegalStateException(failure);
    }
}
