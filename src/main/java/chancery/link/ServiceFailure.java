package chancery.link;

/// A service that cannot be asked any further: where, what was found, what would have been right.
public final class ServiceFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ServiceFailure(String where, String found, String expected) {
        super(where + ": found " + found + ", expected " + expected);
    }

    ServiceFailure(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
