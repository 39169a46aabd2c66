package chancery.cli;

/// A command that cannot go on: one line for the person at the terminal, exit code 3.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
