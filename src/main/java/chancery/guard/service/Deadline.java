package chancery.guard.service;

/// When something is to be over.
///
/// @param nanos by [System#nanoTime]
record Deadline(long nanos) {
    static Deadline in(long millis) {
        return new Deadline(System.nanoTime() + millis * 1_000_000);
    }

    boolean isOver() {
        return leftNanos() <= 0;
    }

    long leftNanos() {
        return nanos - System.nanoTime();
    }

    /// Rounded up, so that it is over after so many; at least 1, because 0 means forever to many.
    long leftMillis() {
        return Math.max(1, leftNanos() / 1_000_000 + 1);
    }
}
