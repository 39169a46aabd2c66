package chancery.cli;

import chancery.serve.operate.Operating;
import chancery.serve.operate.OperatorLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a server is looked after, as options of `serve`.
final class OperatingOptions {
    /// Running queries end at their limit; then the answer is still to be sent.
    private static final int SECONDS_AFTER_LIMIT = 5;

    @Option(
            names = "--admin-port",
            paramLabel = "N",
            description =
                    "Port for /$$/ready, /$$/metrics and /$$/ping; 0 takes a free one (default:"
                            + " none).")
    private @Nullable Integer adminPort;

    @Option(
            names = "--admin-host",
            paramLabel = "NAME",
            defaultValue = "localhost",
            description = "Address of the admin port (default: ${DEFAULT-VALUE}).")
    private String adminHost = "localhost";

    @Option(
            names = "--log",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "Lines on standard error: text or json (default: ${DEFAULT-VALUE}).")
    private OperatorLog.Format format = OperatorLog.Format.TEXT;

    @Option(
            names = "--slow-query",
            paramLabel = "SECONDS",
            description =
                    "Tell of queries that take at least this long, without who asked; 0.5 is half"
                            + " a second (default: none).")
    private @Nullable Double slowSeconds;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description =
                    "When stopping, go on this long while /$$/ready says 503 (default:"
                            + " ${DEFAULT-VALUE}).")
    private int drainSeconds;

    @Option(
            names = "--stop-timeout",
            paramLabel = "SECONDS",
            description =
                    "When stopping, wait this long for running queries (default: --timeout and 5"
                            + " more).")
    private @Nullable Integer stopSeconds;

    OperatorLog.Format format() {
        return format;
    }

    /// Where operators find the server.
    String address(int port) {
        return "http://" + adminHost + ":" + port + "/$/ready";
    }

    /// @param timeoutSeconds limit of a query
    Operating operating(int timeoutSeconds, OperatorLog log) throws Refusal {
        int stop = stopSeconds == null ? timeoutSeconds + SECONDS_AFTER_LIMIT : stopSeconds;
        atLeastNothing("--drain", drainSeconds);
        atLeastNothing("--stop-timeout", stop);
        if (slowSeconds != null) {
            atLeastNothing("--slow-query", slowSeconds);
        }
        return new Operating(
                adminHost,
                Optional.ofNullable(adminPort),
                Optional.ofNullable(slowSeconds)
                        .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000))),
                log::slowQuery,
                Duration.ofSeconds(drainSeconds),
                Duration.ofSeconds(stop),
                List.of());
    }

    private static void atLeastNothing(String option, double value) throws Refusal {
        if (!(value >= 0)) {
            throw Refusal.ofOption(option + ": found \"" + value + "\", expected 0 or more");
        }
    }
}
