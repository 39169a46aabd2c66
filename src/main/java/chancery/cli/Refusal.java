package chancery.cli;

import java.io.IOException;

/// A command that cannot go on: one line for the person at the terminal, and an exit code.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    Refusal(String message) {
        this(message, ExitCode.REFUSAL);
    }

    private Refusal(String message, ExitCode code) {
        super(message);
        this.code = code;
    }

    Refusal(Exception cause) {
        super(cause.getMessage(), cause);
        this.code = ExitCode.REFUSAL;
    }

    /// An option has a value that cannot be meant.
    static Refusal ofOption(String message) {
        return new Refusal(message, ExitCode.USAGE);
    }

    ExitCode code() {
        return code;
    }

    /// The keys of large tables go to disk, where there may be no room for them.
    static Refusal ofTemporaryFiles(IOException cause) {
        return new Refusal(
                "%s: found no room for the keys of the tables (%s)"
                        .formatted(System.getProperty("java.io.tmpdir"), cause.getMessage()));
    }
}
