package chancery.guard;

/// What one query may cost.
///
/// @param timeoutSeconds     wall time until a query is stopped, first row or not
/// @param maxQueryCharacters length of a query's text
/// @param maxConcurrent      queries running at one time; further ones wait a little, then are
///                           refused
public record Limits(int timeoutSeconds, int maxQueryCharacters, int maxConcurrent) {
    public Limits {
        atLeastOne("timeoutSeconds", timeoutSeconds);
        atLeastOne("maxQueryCharacters", maxQueryCharacters);
        atLeastOne("maxConcurrent", maxConcurrent);
    }

    /// 30 seconds, 100,000 characters, 8 at a time.
    public static Limits standard() {
        return new Limits(30, 100_000, 8);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    name + ": found \"" + value + "\", expected 1 or more");
        }
    }
}
