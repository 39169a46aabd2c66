package chancery.page.between;

/// A filter that cannot be; the message says what was found and what was expected.
public final class BadChoice extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadChoice(String parameter, String found, String expected) {
        super("parameter %s: found \"%s\", expected %s".formatted(parameter, found, expected));
    }
}
