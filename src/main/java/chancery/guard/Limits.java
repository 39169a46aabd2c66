package chancery.guard;

/// What one query may cost.
///
/// @param timeoutSeconds     wall time until a query is stopped, first row or not
/// @param maxQueryCharacters length of a query's text
/// @param maxConcurrent      queries running at one time; further ones wait a little, then are
///                           refused
/// @param maxRows            rows of a table, triples of a graph
/// @param maxBytes           of an answer before it is compressed
/// @param maxMemoryBytes     what a query may keep in memory at one time, as estimated: groups, the
///                           smaller side of a join, places seen on a path
public record Limits(
        int timeoutSeconds,
        int maxQueryCharacters,
        int maxConcurrent,
        long maxRows,
        long maxBytes,
        long maxMemoryBytes) {
    private static final int MEBIBYTE = 1024 * 1024;

    public Limits {
        atLeastOne("timeoutSeconds", timeoutSeconds);
        atLeastOne("maxQueryCharacters", maxQueryCharacters);
        atLeastOne("maxConcurrent", maxConcurrent);
        atLeastOne("maxRows", maxRows);
        atLeastOne("maxBytes", maxBytes);
        atLeastOne("maxMemoryBytes", maxMemoryBytes);
    }

    /// 30 seconds, 100,000 characters, 8 at a time, a million rows, 256 MiB of answer; memory as
    /// large as an eighth of the heap.
    public static Limits standard() {
        return new Limits(
                30, 100_000, 8, 1_000_000, 256L * MEBIBYTE, Runtime.getRuntime().maxMemory() / 8);
    }

    public Limits withTimeoutSeconds(int seconds) {
        return new Limits(
                seconds, maxQueryCharacters, maxConcurrent, maxRows, maxBytes, maxMemoryBytes);
    }

    public Limits withMaxQueryCharacters(int characters) {
        return new Limits(
                timeoutSeconds, characters, maxConcurrent, maxRows, maxBytes, maxMemoryBytes);
    }

    public Limits withMaxConcurrent(int queries) {
        return new Limits(
                timeoutSeconds, maxQueryCharacters, queries, maxRows, maxBytes, maxMemoryBytes);
    }

    public Limits withMaxRows(long rows) {
        return new Limits(
                timeoutSeconds, maxQueryCharacters, maxConcurrent, rows, maxBytes, maxMemoryBytes);
    }

    public Limits withMaxBytes(long bytes) {
        return new Limits(
                timeoutSeconds, maxQueryCharacters, maxConcurrent, maxRows, bytes, maxMemoryBytes);
    }

    public Limits withMaxMemoryBytes(long bytes) {
        return new Limits(
                timeoutSeconds, maxQueryCharacters, maxConcurrent, maxRows, maxBytes, bytes);
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    name + ": found \"" + value + "\", expected 1 or more");
        }
    }
}
