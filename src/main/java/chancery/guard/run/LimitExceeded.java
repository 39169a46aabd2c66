package chancery.guard.run;

import org.apache.jena.query.QueryCancelledException;

/// A query that asked for more than it may have. A kind of cancellation, because that is the one
/// exception that no FILTER, COALESCE or aggregate of Jena takes for an unbound value.
public final class LimitExceeded extends QueryCancelledException {
    private static final long serialVersionUID = 1;

    private final String message;
    private final boolean isOwn;

    private LimitExceeded(String message, boolean isOwn) {
        this.message = message;
        this.isOwn = isOwn;
    }

    /// The query would never be answered: it is too much by itself.
    public static LimitExceeded ofQuery(String message) {
        return new LimitExceeded(message, true);
    }

    /// The query may be answered later, when others have ended.
    public static LimitExceeded ofServer(String message) {
        return new LimitExceeded(message, false);
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// Whether it is too much by itself; else it came at a bad time.
    public boolean isOwn() {
        return isOwn;
    }
}
