package chancery.guard.service;

/// When something is to be over.
///
/// @param nanos by [System#nanoTime]
public record Deadline(long nanos) {
    public static Deadline in(long millis) {
        return new Deadline(System.nanoTime() + millis * 1_000_000);
    }

    public boolean isOver() {
        return leftNanos() <= 0;
    }

    public long leftNanos() {
        return nanos - System.nanoTime();
    }

    /// Rounded up, so that it is over after so many; at least 1, because 0 means forever to many.
    public long leftMillis() {
        return Math.max(1, leftNanos() / 1_000_000 + 1);
    }
}
