package chancery.cli;

import chancery.guard.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a query may cost, as options of `serve`.
final class LimitOptions {
    private static final long MEBIBYTE = 1024 * 1024;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a query may run (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    @Option(
            names = "--max-concurrent",
            paramLabel = "N",
            defaultValue = "8",
            description = "Queries that run at one time (default: ${DEFAULT-VALUE}).")
    private int maxConcurrent;

    @Option(
            names = "--max-query",
            paramLabel = "CHARACTERS",
            defaultValue = "100000",
            description = "How long a query's text may be (default: ${DEFAULT-VALUE}).")
    private int maxQueryCharacters;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description =
                    "How many rows or triples an answer may have (default: ${DEFAULT-VALUE}).")
    private long maxRows;

    @Option(
            names = "--max-answer",
            paramLabel = "MIB",
            defaultValue = "256",
            description = "How large an answer may be, uncompressed (default: ${DEFAULT-VALUE}).")
    private long maxMebibytes;

    @Option(
            names = "--max-memory",
            paramLabel = "MIB",
            description =
                    "What a query may keep in memory, as estimated (default: an eighth of the"
                            + " heap).")
    private @Nullable Long maxMemoryMebibytes;

    /// @throws Refusal for a limit of nothing
    Limits limits() throws Refusal {
        Limits standard = Limits.standard();
        long memory =
                maxMemoryMebibytes == null
                        ? standard.maxMemoryBytes()
                        : atLeastOne("--max-memory", maxMemoryMebibytes) * MEBIBYTE;
        return new Limits(
                (int) atLeastOne("--timeout", timeoutSeconds),
                (int) atLeastOne("--max-query", maxQueryCharacters),
                (int) atLeastOne("--max-concurrent", maxConcurrent),
                atLeastOne("--max-rows", maxRows),
                atLeastOne("--max-answer", maxMebibytes) * MEBIBYTE,
                memory);
    }

    private static long atLeastOne(String option, long value) throws Refusal {
        if (value < 1) {
            throw Refusal.ofOption(option + ": found \"" + value + "\", expected 1 or more");
        }
        return value;
    }
}
