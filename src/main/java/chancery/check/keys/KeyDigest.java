package chancery.check.keys;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Collectors;

/// 128 bits that stand for a text.
///
/// Two independent hashes of a universal family (PolymurHash), with seeds drawn anew by each
/// process: two texts of n bytes, whoever chose them, have one digest with a probability below
/// (n / 2^60)². So a digest means nothing outside its process, and must not be written anywhere
/// that outlives it. Processes that work on one table together are given the same seeds by the
/// property [#SEEDS].
public record KeyDigest(long high, long low) {
    /// The system property that holds seeds for several processes, see [#freshSeeds].
    public static final String SEEDS = "chancery.keys.seeds";

    private static final int SEED_COUNT = 6;
    private static final Hasher64 HIGH;
    private static final Hasher64 LOW;

    static {
        long[] seeds =
                Arrays.stream(System.getProperty(SEEDS, freshSeeds()).split(",", -1))
                        .mapToLong(Long::parseLong)
                        .toArray();
        if (seeds.length != SEED_COUNT) {
            throw new IllegalStateException(
                    SEEDS + ": found " + seeds.length + " seeds, expected " + SEED_COUNT);
        }
        HIGH = Hashing.polymurHash2_0(seeds[0], seeds[1], seeds[2]);
        LOW = Hashing.polymurHash2_0(seeds[3], seeds[4], seeds[5]);
    }

    /// Seeds that nobody can guess, for the property [#SEEDS].
    public static String freshSeeds() {
        return new SecureRandom()
                .longs(SEED_COUNT)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(","));
    }

    /// The digest of a text; that of its bytes in UTF-8.
    public static KeyDigest of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /// The digest of a text that stands in UTF-8 from one place to before another.
    public static KeyDigest of(byte[] bytes, int from, int to) {
        return new KeyDigest(high(bytes, from, to), low(bytes, from, to));
    }

    /// The first half of the digest; makes no object.
    public static long high(byte[] bytes, int from, int to) {
        return HIGH.hashBytesToLong(bytes, from, to - from);
    }

    /// The second half of the digest; makes no object.
    public static long low(byte[] bytes, int from, int to) {
        return LOW.hashBytesToLong(bytes, from, to - from);
    }
}
