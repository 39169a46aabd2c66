package chancery.serve.sparql;

import java.util.Locale;

/// An answer that goes beyond a limit of this server.
public final class AnswerTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String unit;
    private final long most;

    /// @param unit `rows` or `bytes`
    AnswerTooLarge(String unit, long most) {
        super(
                String.format(
                        Locale.ROOT, "answer: found more than %d %s, expected fewer", most, unit));
        this.unit = unit;
        this.most = most;
    }

    public String unit() {
        return unit;
    }

    public long most() {
        return most;
    }
}
