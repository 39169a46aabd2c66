package chancery.guard.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Says in a sentence what was wrong with another server's answer.
final class Failures {
    private Failures() {}

    static ServiceFailure ofStatus(int status, AllowedServer server) {
        String note = status >= 300 && status < 400 ? "; redirects are not followed" : "";
        return failed(
                "found %s to answer with status %d, expected 200%s"
                        .formatted(server, status, note));
    }

    static ServiceFailure ofType(String type, AllowedServer server) {
        String shown = type.length() > 60 ? type.substring(0, 60) + "…" : type;
        return failed(
                "found %s to answer with \"%s\", expected SPARQL results in JSON"
                        .formatted(server, shown));
    }

    static ServiceFailure ofRows(int most, AllowedServer server) {
        return failed(
                "found %s to answer with more than %d rows, expected fewer"
                        .formatted(server, most));
    }

    static ServiceFailure of(
            Exception e, AllowedServer server, ServiceLimits limits, Deadline deadline) {
        if (has(e, WholeJson.TooLarge.class)) {
            return failed(
                    "found %s to answer with more than %d bytes, expected fewer"
                            .formatted(server, limits.maxBytes()));
        }
        if (deadline.isOver()
                || has(e, WholeJson.TooSlow.class)
                || has(e, InterruptedIOException.class)) {
            return new ServiceFailure(
                    ServiceFailure.Kind.TOO_SLOW,
                    "SERVICE: "
                            + "found no whole answer of %s after %d s"
                                    .formatted(server, limits.seconds()),
                    e);
        }
        if (has(e, UnknownHostException.class)) {
            return failed(e, "found no address of %s".formatted(server));
        }
        if (has(e, ConnectException.class) || has(e, NoRouteToHostException.class)) {
            return failed(e, "found no connection to %s".formatted(server));
        }
        if (has(e, CertPathBuilderException.class) || has(e, CertPathValidatorException.class)) {
            return failed(
                    e,
                    "found %s to show a certificate that is not trusted, expected one that is"
                            .formatted(server));
        }
        if (isOfAnotherName(e)) {
            return failed(
                    e,
                    "found %s to show a certificate of another name, expected one of its own"
                            .formatted(server));
        }
        if (has(e, SSLException.class)) {
            return failed(e, "found no connection to %s that can be trusted".formatted(server));
        }
        if (has(e, IOException.class)) {
            return failed(
                    e, "found the answer of %s to break off or to be no JSON".formatted(server));
        }
        return failed(e, "found the answer of %s to be no SPARQL results".formatted(server));
    }

    /// Java tells of this by the mere class of all such exceptions, and Apache's client by one of
    /// its own.
    private static boolean isOfAnotherName(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each.getClass() == CertificateException.class) {
                return true;
            }
        }
        return has(thrown, SSLPeerUnverifiedException.class);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static ServiceFailure failed(String text) {
        return new ServiceFailure(ServiceFailure.Kind.FAILED, "SERVICE: " + text);
    }

    private static ServiceFailure failed(Exception e, String text) {
        return new ServiceFailure(ServiceFailure.Kind.FAILED, "SERVICE: " + text, e);
    }
}
