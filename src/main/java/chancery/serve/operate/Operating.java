package chancery.serve.operate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// How a server is looked after.
///
/// @param adminHost     name or address of the admin port
/// @param adminPort     0 takes a free one; empty for none
/// @param slowAfter     queries that take at least this long are told; empty for none
/// @param slowQueries   to whom
/// @param drain         how long a server that stops goes on as before, so that whoever looks at
///                      its readiness sends nobody any more
/// @param stopPatience  how long it then waits for requests under way
/// @param figures       what the metrics tell besides
public record Operating(
        String adminHost,
        Optional<Integer> adminPort,
        Optional<Duration> slowAfter,
        Consumer<SlowQuery> slowQueries,
        Duration drain,
        Duration stopPatience,
        List<Figure> figures) {
    public Operating {
        figures = List.copyOf(figures);
    }

    /// No admin port, no slow queries told; requests under way have half a minute and some seconds.
    public static Operating standard() {
        return new Operating(
                "localhost",
                Optional.empty(),
                Optional.empty(),
                slow -> {},
                Duration.ZERO,
                Duration.ofSeconds(35),
                List.of());
    }

    /// With an admin port on loopback.
    public Operating withAdminPort(int port) {
        return new Operating(
                adminHost, Optional.of(port), slowAfter, slowQueries, drain, stopPatience, figures);
    }

    public Operating withSlowQueries(Duration after, Consumer<SlowQuery> told) {
        return new Operating(
                adminHost, adminPort, Optional.of(after), told, drain, stopPatience, figures);
    }

    public Operating withFigures(List<Figure> more) {
        return new Operating(
                adminHost, adminPort, slowAfter, slowQueries, drain, stopPatience, more);
    }
}
