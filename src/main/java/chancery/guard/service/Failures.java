package chancery.guard.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;

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
        if (Thrown.has(e, WholeJson.TooLarge.class)) {
            return failed(
                    "found %s to answer with more than %d bytes, expected fewer"
                            .formatted(server, limits.maxBytes()));
        }
        if (deadline.isOver()
                || Thrown.has(e, WholeJson.TooSlow.class)
                || Thrown.has(e, InterruptedIOException.class)) {
            return new ServiceFailure(
                    ServiceFailure.Kind.TOO_SLOW,
                    "SERVICE: "
                            + "found no whole answer of %s after %d s"
                                    .formatted(server, limits.seconds()),
                    e);
        }
        if (Thrown.has(e, UnknownHostException.class)) {
            return failed(e, "found no address of %s".formatted(server));
        }
        if (Thrown.has(e, ConnectException.class) || Thrown.has(e, NoRouteToHostException.class)) {
            return failed(e, "found no connection to %s".formatted(server));
        }
        Optional<String> distrust = Thrown.distrust(e, server.toString());
        if (distrust.isPresent()) {
            return failed(e, distrust.get());
        }
        if (Thrown.has(e, IOException.class)) {
            return failed(
                    e, "found the answer of %s to break off or to be no JSON".formatted(server));
        }
        return failed(e, "found the answer of %s to be no SPARQL results".formatted(server));
    }

    private static ServiceFailure failed(String text) {
        return new ServiceFailure(ServiceFailure.Kind.FAILED, "SERVICE: " + text);
    }

    private static ServiceFailure failed(Exception e, String text) {
        return new ServiceFailure(ServiceFailure.Kind.FAILED, "SERVICE: " + text, e);
    }
}
