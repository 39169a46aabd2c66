package chancery.cli.settings;

/// A file of settings that cannot be used; the message says where, what was found and what was
/// expected.
public final class BadSetting extends Exception {
    private static final long serialVersionUID = 1L;

    BadSetting(String message) {
        super(message);
    }
}
