package chancery.serve;

import chancery.page.between.PairPage.Pair;
import chancery.page.between.Things;
import chancery.view.PointOfView;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/// What is between the states that were asked for last: a page of it shows little, but to know what
/// takes reading all.
///
/// Of one release. Thread-safe.
final class KeptPairs {
    private static final long MEBIBYTE = 1 << 20;
    private static final int OVERHEAD = 1024;

    private final Cache<Key, Things> kept;

    private record Key(PointOfView view, Pair pair) {}

    /// @param maxBytes of all together, about
    KeptPairs(long maxBytes) {
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(maxBytes)
                        .<Key, Things>weigher((key, things) -> weight(things))
                        .executor(Runnable::run)
                        .build();
    }

    /// 32 MiB, or a thirty-second of the heap if that is less.
    static KeptPairs standard() {
        return new KeptPairs(Math.min(32 * MEBIBYTE, Runtime.getRuntime().maxMemory() / 32));
    }

    private static int weight(Things things) {
        return (int) Math.min(Integer.MAX_VALUE, OVERHEAD + things.bytes());
    }

    /// Whoever asks for what another is reading already waits for that.
    ///
    /// @param reading what is there, if it is not kept
    Things of(PointOfView view, Pair pair, Supplier<Things> reading) {
        return kept.get(new Key(view, pair), key -> reading.get());
    }

    /// How many pairs are kept.
    long count() {
        return kept.estimatedSize();
    }
}
