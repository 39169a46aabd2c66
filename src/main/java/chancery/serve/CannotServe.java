package chancery.serve;

/// A server that could not start. The message is one line: `where: found …, expected …`.
public final class CannotServe extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotServe(String message) {
        super(message);
    }

    CannotServe(chancery.release.BrokenRelease cause) {
        super(cause.getMessage(), cause);
    }

    public CannotServe(String message, Throwable cause) {
        super(message, cause);
    }
}
