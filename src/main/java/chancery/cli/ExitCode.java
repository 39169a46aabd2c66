package chancery.cli;

/// How a command ends.
public enum ExitCode {
    GOOD(0),
    /// The data have findings.
    FINDINGS(1),
    /// Wrong use of the command line; picocli's own.
    USAGE(2),
    /// It cannot go on: something is missing, unreadable or in use.
    REFUSAL(3),
    /// Our mistake.
    BUG(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
