package chancery.release;

/// A release that cannot be read: it lacks a part, or a part of it cannot be read.
///
/// The message is one line of the form `where: found …, expected …`.
public final class BrokenRelease extends Exception {
    private static final long serialVersionUID = 1L;

    public BrokenRelease(String message) {
        super(message);
    }

    public BrokenRelease(String message, Throwable cause) {
        super(message, cause);
    }
}
