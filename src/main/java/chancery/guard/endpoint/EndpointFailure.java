package chancery.guard.endpoint;

import chancery.guard.service.Thrown;
import chancery.guard.service.WholeJson;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.client5.http.ConnectTimeoutException;
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
        if (Thrown.has(e, ConnectException.class)
                || Thrown.has(e, ConnectTimeoutException.class)
                || Thrown.has(e, UnknownHostException.class)
                || Thrown.has(e, NoRouteToHostException.class)) {
            return of(Kind.GONE, "found nobody there", address, e);
        }
        if (isTooLate
                || Thrown.has(e, WholeJson.TooSlow.class)
                || Thrown.has(e, InterruptedIOException.class)) {
            return of(Kind.TOO_SLOW, "found no whole answer in time", address, e);
        }
        if (Thrown.has(e, WholeJson.TooLarge.class)) {
            return of(Kind.FAILED, "found a longer answer than is read", address, e);
        }
        String found =
                Thrown.distrust(e, "it")
                        .orElse("found an answer that breaks off or is none, expected a whole one");
        return of(Kind.FAILED, found, address, e);
    }

    private static EndpointFailure of(
            Kind kind, String found, EndpointAddress address, Exception cause) {
        return new EndpointFailure(kind, "endpoint %s: %s".formatted(address, found), cause);
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
