package chancery.serve.sparql;

import chancery.release.Release;
import chancery.release.ReleaseQuery;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/// Answers of the release being served, for those who ask again, and what queries are known.
///
/// A release never changes, so an answer is right for as long as it is served; with the next one
/// all are forgotten. Thread-safe.
public final class ResultCache {
    private static final long MEBIBYTE = 1 << 20;
    private static final long KNOWN_CHARACTERS = 4 * MEBIBYTE;

    /// What the entry costs besides the bytes.
    private static final int OVERHEAD = 512;

    private final long maxBytes;
    private final Cache<String, KnownQuery> known =
            Caffeine.newBuilder()
                    .maximumWeight(KNOWN_CHARACTERS)
                    .<String, KnownQuery>weigher(
                            (text, query) -> text.length() + query.print().length() + OVERHEAD)
                    .executor(Runnable::run)
                    .build();

    /// By their prints.
    private final Cache<String, String> firstTexts =
            Caffeine.newBuilder()
                    .maximumWeight(KNOWN_CHARACTERS)
                    .<String, String>weigher(
                            (print, text) -> print.length() + text.length() + OVERHEAD)
                    .executor(Runnable::run)
                    .build();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder shared = new LongAdder();
    private final LongAdder evicted = new LongAdder();
    private volatile Answers answers;

    /// @param maxBytes of all answers together, compressed forms included
    public ResultCache(long maxBytes) {
        this.maxBytes = maxBytes;
        this.answers = new Answers(Optional.empty(), maxBytes);
    }

    /// 64 MiB, or a sixteenth of the heap if that is less.
    public static ResultCache standard() {
        return new ResultCache(Math.min(64 * MEBIBYTE, Runtime.getRuntime().maxMemory() / 16));
    }

    /// Up to which one answer is kept: what is kept meanwhile for many who ask at once is to stay
    /// small beside the heap.
    public long maxAnswerBytes() {
        return maxBytes / 16;
    }

    /// What can be read off it.
    ///
    /// @param hits    requests answered from here
    /// @param misses  requests for which a query was run that could be kept
    /// @param shared  requests that waited for another one's run of the same query
    /// @param evicted answers that made room for others
    /// @param entries answers
    /// @param bytes   of all answers, about
    public record Statistics(
            long hits, long misses, long shared, long evicted, long entries, long bytes) {}

    public Statistics statistics() {
        Cache<String, KeptAnswer> kept = answers.kept;
        return new Statistics(
                hits.sum(),
                misses.sum(),
                shared.sum(),
                evicted.sum(),
                kept.estimatedSize(),
                kept.policy().eviction().map(it -> it.weightedSize().orElse(0)).orElse(0L));
    }

    /// Parses the query only if its text was not read lately, and another one only if that was
    /// printed alike.
    ///
    /// @throws QueryException if it cannot be parsed
    public KnownQuery known(QueryText query) {
        KnownQuery before = known.getIfPresent(query.text());
        if (before != null) {
            return before;
        }
        KnownQuery read = placed(KnownQuery.of(query.parsed()), query);
        known.put(query.text(), read);
        return read;
    }

    /// Queries printed alike are compared themselves: a printer that drops a difference would give
    /// one the answer of another.
    KnownQuery placed(KnownQuery read, QueryText query) {
        String first = firstTexts.get(read.print(), print -> query.text());
        if (first.equals(query.text())) {
            return read;
        }
        return KnownQuery.isSame(ReleaseQuery.parse(first), query.parsed())
                ? read.like(first)
                : read.apart();
    }

    /// The answers of one release.
    ///
    /// @param isCurrent whether it is the one being served; former ones keep nothing
    public Answers of(Release release, boolean isCurrent) {
        Answers now = answers;
        if (now.areOf(release)) {
            return now;
        }
        return isCurrent ? replace(release) : new Answers(Optional.of(release), 0);
    }

    private synchronized Answers replace(Release release) {
        if (!answers.areOf(release)) {
            answers = new Answers(Optional.of(release), maxBytes);
        }
        return answers;
    }

    /// The answers of one release.
    public final class Answers {
        private final Optional<Release> release;
        private final Cache<String, KeptAnswer> kept;
        private final ConcurrentMap<String, Run> runs = new ConcurrentHashMap<>();

        private Answers(Optional<Release> release, long maxBytes) {
            this.release = release;
            this.kept =
                    Caffeine.newBuilder()
                            .maximumWeight(maxBytes)
                            .<String, KeptAnswer>weigher(Answers::weight)
                            .evictionListener((key, answer, cause) -> evicted.increment())
                            .executor(Runnable::run)
                            .build();
        }

        /// A release opened anew is another one, by the same id or not.
        private boolean areOf(Release other) {
            return release.filter(mine -> mine == other).isPresent();
        }

        /// With room for two compressed forms.
        private static int weight(String key, KeptAnswer answer) {
            return answer.sizeBytes() + answer.sizeBytes() / 2 + 2 * key.length() + OVERHEAD;
        }

        public Optional<KeptAnswer> find(String key) {
            Optional<KeptAnswer> found = Optional.ofNullable(kept.getIfPresent(key));
            found.ifPresent(answer -> hits.increment());
            return found;
        }

        /// The run under way of the same query, or one of one's own: see [Run#isMine].
        public Run join(String key) {
            Run mine = new Run();
            Run other = runs.putIfAbsent(key, mine);
            if (other != null) {
                shared.increment();
                return other.shared();
            }
            KeptAnswer meanwhile = kept.getIfPresent(key);
            if (meanwhile != null) {
                shared.increment();
                end(key, mine, new Run.Whole(meanwhile));
                return mine.shared();
            }
            misses.increment();
            return mine;
        }

        /// Ends a run of one's own.
        public void end(String key, Run run, Run.Outcome outcome) {
            if (outcome instanceof Run.Whole whole && kept.getIfPresent(key) != whole.answer()) {
                kept.put(key, whole.answer());
            }
            runs.remove(key);
            run.end(outcome);
        }
    }
}
