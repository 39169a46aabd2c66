package chancery.serve;

import chancery.release.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The release being served, and former ones until their last request is answered.
///
/// Thread-safe: requests [#borrow], one other thread calls [#replace] and [#closeUnused].
final class Current implements AutoCloseable {
    /// A former release stays open this long even if nobody seems to use it: a request may have
    /// found its database but not yet begun to read it.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private volatile Entry now;
    private final List<Entry> former = new ArrayList<>();
    private final AtomicBoolean distrusted = new AtomicBoolean();
    private volatile @Nullable Entry doubted;
    private volatile String doubt = "";

    Current(Served first) {
        this.now = new Entry(first);
    }

    static final class Entry {
        private final Served served;
        private final AtomicInteger users = new AtomicInteger();
        private long retiredNanos;

        Entry(Served served) {
            this.served = served;
        }
    }

    /// The use of a release for one request; close it when the answer is sent.
    static final class Loan implements AutoCloseable {
        private final Entry entry;

        Loan(Entry entry) {
            this.entry = entry;
        }

        Served served() {
            return entry.served;
        }

        @Override
        public void close() {
            entry.users.decrementAndGet();
        }
    }

    /// Asks for the release to be opened anew: after a lack of memory its indexes cannot be relied
    /// on (Jena GH-4043).
    void distrust() {
        distrust("a lack of memory");
    }

    /// Asks for the release to be opened anew.
    ///
    /// @param reason after what, for the operator
    void distrust(String reason) {
        doubt = reason;
        doubted = now;
        distrusted.set(true);
    }

    /// Whether nothing speaks against the release being served; false until it is opened anew.
    boolean isTrusted() {
        return doubted != now;
    }

    /// What speaks against it; of use while it is not trusted.
    String doubt() {
        return doubt;
    }

    /// Whether that has been asked for since the last call.
    boolean takeDistrust() {
        return distrusted.getAndSet(false);
    }

    Served peek() {
        return now.served;
    }

    Loan borrow() {
        while (true) {
            Entry entry = now;
            entry.users.incrementAndGet();
            if (entry == now) {
                return new Loan(entry);
            }
            // replaced between the two lines above: it might be closed before we use it
            entry.users.decrementAndGet();
        }
    }

    synchronized void replace(Served next) {
        Entry old = now;
        now = new Entry(next);
        old.retiredNanos = System.nanoTime();
        former.add(old);
    }

    /// Closes those former releases that no request uses any more.
    synchronized void closeUnused() {
        former.removeIf(
                entry -> {
                    boolean isOver =
                            entry.users.get() == 0
                                    && System.nanoTime() - entry.retiredNanos > GRACE.toNanos();
                    if (isOver) {
                        entry.served.release().close();
                    }
                    return isOver;
                });
    }

    /// Closes all. No request may be under way.
    @Override
    public synchronized void close() {
        former.forEach(entry -> entry.served.release().close());
        former.clear();
        Release last = now.served.release();
        last.close();
    }
}
