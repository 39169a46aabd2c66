package chancery.release;

/// A release that cannot be made, opened or switched to; the former one stays as it was.
public final class ReleaseRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message `where: what was found, what was expected`, one line
    public ReleaseRefused(String message) {
        super(message);
    }

    public ReleaseRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
