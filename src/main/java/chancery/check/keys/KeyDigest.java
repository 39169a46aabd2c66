package chancery.check.keys;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// 128 bits that stand for a text.
///
/// Two independent hashes of a universal family (PolymurHash), with seeds drawn anew by each
/// process: two texts of n bytes, whoever chose them, have one digest with a probability below
/// (n / 2^60)². So a digest means nothing outside its process, and must not be written anywhere
/// that outlives it.
public record KeyDigest(long high, long low) {
    private static final Hasher64 HIGH;
    private static final Hasher64 LOW;

    static {
        SecureRandom random = new SecureRandom();
        HIGH = Hashing.polymurHash2_0(random.nextLong(), random.nextLong(), random.nextLong());
        LOW = Hashing.polymurHash2_0(random.nextLong(), random.nextLong(), random.nextLong());
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
