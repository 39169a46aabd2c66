package chancery.guard.service;

/// What asking other servers may cost.
///
/// @param seconds       of one call, from looking up the name to the last byte
/// @param maxCalls      of one query
/// @param maxConcurrent calls of all queries at one time
/// @param maxRows       of one answer
/// @param maxBytes      of one answer, uncompressed
public record ServiceLimits(
        int seconds, int maxCalls, int maxConcurrent, int maxRows, int maxBytes) {
    public ServiceLimits {
        atLeastOne("seconds", seconds);
        atLeastOne("maxCalls", maxCalls);
        atLeastOne("maxConcurrent", maxConcurrent);
        atLeastOne("maxRows", maxRows);
        atLeastOne("maxBytes", maxBytes);
    }

    /// 10 seconds, 20 calls, 4 at a time, 100,000 rows, 16 MiB.
    public static ServiceLimits standard() {
        return new ServiceLimits(10, 20, 4, 100_000, 16 << 20);
    }

    public ServiceLimits withSeconds(int other) {
        return new ServiceLimits(other, maxCalls, maxConcurrent, maxRows, maxBytes);
    }

    public ServiceLimits withMaxCalls(int other) {
        return new ServiceLimits(seconds, other, maxConcurrent, maxRows, maxBytes);
    }

    public ServiceLimits withMaxConcurrent(int other) {
        return new ServiceLimits(seconds, maxCalls, other, maxRows, maxBytes);
    }

    public ServiceLimits withMaxRows(int other) {
        return new ServiceLimits(seconds, maxCalls, maxConcurrent, other, maxBytes);
    }

    public ServiceLimits withMaxBytes(int other) {
        return new ServiceLimits(seconds, maxCalls, maxConcurrent, maxRows, other);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    name + ": found \"" + value + "\", expected 1 or more");
        }
    }
}
