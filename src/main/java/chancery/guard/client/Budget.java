package chancery.guard.client;

/// What one client may use.
///
/// @param maxConcurrent    its queries running or waiting at one time
/// @param secondsPerMinute query seconds it may use in a minute; they come back evenly
public record Budget(int maxConcurrent, int secondsPerMinute) {
    public Budget {
        if (maxConcurrent < 1 || secondsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "budget: found %d queries and %d seconds, expected 1 or more of each"
                            .formatted(maxConcurrent, secondsPerMinute));
        }
    }

    /// 4 queries at a time, 60 query seconds a minute.
    public static Budget standard() {
        return new Budget(4, 60);
    }
}
