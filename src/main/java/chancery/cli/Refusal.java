package chancery.cli;

import java.io.IOException;

/// A command that cannot go on: one line for the person at the terminal, exit code 3.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /// The keys of large tables go to disk, where there may be no room for them.
    static Refusal ofTemporaryFiles(IOException cause) {
        return new Refusal(
                "%s: found no room for the keys of the tables (%s)"
                        .formatted(System.getProperty("java.io.tmpdir"), cause.getMessage()));
    }
}
