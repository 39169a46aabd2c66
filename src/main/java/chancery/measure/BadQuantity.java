package chancery.measure;

public final class BadQuantity extends Exception {
    private static final long serialVersionUID = 1L;

    public BadQuantity(String message) {
        super(message);
    }
}
