package chancery.measure;

/// A string that is no quantity. The message says what was found and what was expected; where is
/// told by whoever reads the table.
public final class BadQuantity extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    /// @param found as written; shown up to 80 characters
    /// @param expected what would have been right, without a full stop
    public BadQuantity(String found, String expected) {
        super("found \"" + cut(found) + "\", expected " + expected);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
