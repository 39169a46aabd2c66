package chancery.guard.endpoint;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/// The store gave no answer that can be used. A kind of cancellation so that nothing of Jena's
/// takes it for an unbound value.
public final class EndpointFailure extends QueryCancelledException {
    private static final long serialVersionUID = 1;

    /// Why.
    public enum Kind {
        /// It cannot be reached, or says that it is busy.
        GONE,
        /// What came is no answer, or none of this release.
        FAILED,
        /// No whole answer came in time.
        TOO_SLOW,
        /// It could be reached and would not do that query.
        DECLINED
    }

    private final Kind kind;
    private final String message;

    EndpointFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    EndpointFailure(Kind kind, String message, @Nullable Throwable cause) {
        this.kind = kind;
        this.message = message;
        if (cause != null) {
            initCause(cause);
        }
    }

    /// Says what a call that broke off means.
    static EndpointFailure of(Exception e, EndpointAddress address, boolean isTooLate) {
        if (isTooLate || e instanceof InterruptedIOException) {
            return new EndpointFailure(
                    Kind.TOO_SLOW,
                    "endpoint %s: found no whole answer in time".formatted(address),
                    e);
        }
        if (e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException) {
            return new EndpointFailure(
                    Kind.GONE, "endpoint %s: found nobody there".formatted(address), e);
        }
        return new EndpointFailure(
                e instanceof IOException ? Kind.GONE : Kind.FAILED,
                "endpoint %s: found an answer that breaks off or is none, expected a whole one"
                        .formatted(address),
                e);
    }

    /// The one that is behind a failure, if one is.
    public static Optional<EndpointFailure> behind(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof EndpointFailure found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    public Kind kind() {
        return kind;
    }

    /// Without the address, which is nobody's business but the operator's.
    public String publicReason() {
        return message.replaceFirst("^endpoint \\S+: ", "endpoint: ");
    }

    @Override
    public String getMessage() {
        return message;
    }
}
