package chancery.measure;

/// A string that is no quantity.
public final class BadQuantity extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param found as written
    /// @param expected what would have been right
    public BadQuantity(String found, String expected) {
        super("found \"" + found + "\", expected " + expected);
    }
}
