package chancery.time;

/// A string that is no EDTF, or names a day that does not exist.
public final class BadTime extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param found as written
    /// @param expected what would have been right
    public BadTime(String found, String expected) {
        super("found \"" + found + "\", expected " + expected);
    }
}
