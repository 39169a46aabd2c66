package chancery.reconcile;

/// A request that cannot be answered as it stands. The message is one line: `where: found …,
/// expected …`.
public final class BadQuery extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean isTooMuch;

    BadQuery(String where, String found, String expected) {
        this(where, found, expected, false);
    }

    private BadQuery(String where, String found, String expected, boolean isTooMuch) {
        super("%s: found %s, expected %s".formatted(inLine(where), inLine(found), expected));
        this.isTooMuch = isTooMuch;
    }

    private static String inLine(String sent) {
        return sent.replace("\n", "\\n").replace("\r", "\\r");
    }

    static BadQuery tooMuch(String where, String found, String expected) {
        return new BadQuery(where, found, expected, true);
    }

    /// Whether it was right but too large.
    public boolean isTooMuch() {
        return isTooMuch;
    }
}
