package chancery.time;

public final class BadTime extends Exception {
    private static final long serialVersionUID = 1L;

    public BadTime(String message) {
        super(message);
    }
}
