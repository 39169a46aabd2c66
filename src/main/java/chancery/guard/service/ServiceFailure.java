package chancery.guard.service;

import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/// A `SERVICE` that gave no answer. A kind of cancellation for the same reason as
/// [chancery.guard.run.LimitExceeded]: nothing of Jena's takes it for an unbound value.
public final class ServiceFailure extends QueryCancelledException {
    private static final long serialVersionUID = 1;

    /// Why.
    public enum Kind {
        /// Nobody is asked at such an address.
        REFUSED,
        /// The query does not say whom to ask.
        UNCLEAR,
        /// It was asked, and what came is no answer.
        FAILED,
        /// It was asked, and no whole answer came in time.
        TOO_SLOW,
        /// Too many are being asked; it was not.
        BUSY
    }

    private final Kind kind;
    private final String message;

    ServiceFailure(Kind kind, String message, @Nullable Throwable cause) {
        this.kind = kind;
        this.message = message;
        if (cause != null) {
            initCause(cause);
        }
    }

    ServiceFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /// Whether `SILENT` covers it: what a server does or does not do, never whom one may ask.
    boolean canBeSilent() {
        return kind == Kind.FAILED || kind == Kind.TOO_SLOW || kind == Kind.BUSY;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
