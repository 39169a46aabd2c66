package chancery.infer;

/// A file of which nothing can be said: none there, empty, or no text.
public final class Undescribable extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param message `file: found this, expected that`
    public Undescribable(String message) {
        super(message);
    }
}
