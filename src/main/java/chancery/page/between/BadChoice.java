package chancery.page.between;

/// A filter that cannot be; the message says what was found and what was expected.
public final class BadChoice extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String found;
    private final String expected;

    BadChoice(String parameter, String found, String expected) {
        super("parameter %s: found \"%s\", expected %s".formatted(parameter, found, expected));
        this.parameter = parameter;
        this.found = found;
        this.expected = expected;
    }

    /// The part of the choice that cannot be.
    public String parameter() {
        return parameter;
    }

    /// As it was written, cut if it is long.
    public String found() {
        return found;
    }

    /// What would have been right.
    public String expected() {
        return expected;
    }
}
