package chancery.follow;

import java.util.concurrent.atomic.AtomicLong;

/// What has been done since the start, for whoever looks after a replica. Thread-safe.
public final class Tally {
    private final AtomicLong lastSuccessSeconds = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong fetchedFiles = new AtomicLong();
    private final AtomicLong fetchedBytes = new AtomicLong();
    private final AtomicLong linkedFiles = new AtomicLong();
    private final AtomicLong linkedBytes = new AtomicLong();
    private final AtomicLong healed = new AtomicLong();

    void succeeded() {
        looks.incrementAndGet();
        lastSuccessSeconds.set(System.currentTimeMillis() / 1000);
    }

    void failed() {
        looks.incrementAndGet();
        failures.incrementAndGet();
    }

    void fetched(long bytes) {
        fetchedFiles.incrementAndGet();
        fetchedBytes.addAndGet(bytes);
    }

    /// Bytes of a file that did not come to its end.
    void fetchedInVain(long bytes) {
        fetchedBytes.addAndGet(bytes);
    }

    void linked(long bytes) {
        linkedFiles.incrementAndGet();
        linkedBytes.addAndGet(bytes);
    }

    void healed() {
        healed.incrementAndGet();
    }

    /// When a look last found out what is published, and all of it was here at its end; seconds
    /// since 1970, 0 for never.
    public long lastSuccessSeconds() {
        return lastSuccessSeconds.get();
    }

    /// Looks at what is published, those that failed among them.
    public long looks() {
        return looks.get();
    }

    public long failures() {
        return failures.get();
    }

    public long fetchedFiles() {
        return fetchedFiles.get();
    }

    /// Bytes of files that came over the network, lists not counted.
    public long fetchedBytes() {
        return fetchedBytes.get();
    }

    public long linkedFiles() {
        return linkedFiles.get();
    }

    /// Bytes of files that were here already, in another release.
    public long linkedBytes() {
        return linkedBytes.get();
    }

    /// Releases that were missing or damaged here and were fetched again.
    public long healedReleases() {
        return healed.get();
    }
}
