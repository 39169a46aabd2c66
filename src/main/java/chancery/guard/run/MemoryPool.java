package chancery.guard.run;

import java.util.concurrent.atomic.AtomicLong;

/// What all running queries together may keep in memory, as estimated.
///
/// Thread-safe.
public final class MemoryPool {
    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    /// @param bytes how much there is, above 0
    public MemoryPool(long bytes) {
        this.bytes = bytes;
    }

    /// @return whether there was as much left
    boolean take(long wanted) {
        if (taken.addAndGet(wanted) > bytes) {
            taken.addAndGet(-wanted);
            return false;
        }
        return true;
    }

    void giveBack(long some) {
        taken.addAndGet(-some);
    }

    /// How much of it is in use.
    public long taken() {
        return taken.get();
    }
}
