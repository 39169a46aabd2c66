package chancery.guard.client;

/// What comes of asking for a place.
public sealed interface Admission {
    /// A place among the running queries; give it back by closing it, once or more often.
    non-sealed interface Place extends Admission, AutoCloseable {
        @Override
        void close();
    }

    /// All places are taken, and nobody left in time.
    ///
    /// @param reason in the form of every message
    record Busy(String reason) implements Admission {}

    /// This client has used what is its own.
    ///
    /// @param reason            in the form of every message
    /// @param retryAfterSeconds when asking again has a chance, 1 or more
    record OverBudget(String reason, int retryAfterSeconds) implements Admission {}
}
