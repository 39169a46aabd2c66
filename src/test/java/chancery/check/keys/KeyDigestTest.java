package chancery.check.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDigestTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "Bələdçi", "三", "🜍", "a key of more than forty-nine bytes, for "})
    void aTextHasTheDigestOfItsBytesWhereverTheyStand(String text) {
        byte[] inside = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        KeyDigest digest = KeyDigest.of(text);
        assertEquals(digest, KeyDigest.of(inside, 1, inside.length - 1));
        assertEquals(digest.high(), KeyDigest.high(inside, 1, inside.length - 1));
        assertEquals(digest.low(), KeyDigest.low(inside, 1, inside.length - 1));
        assertNotEquals(digest, KeyDigest.of(text + "x"));
    }

    @Test
    void manyTextsHaveManyDigests() {
        Set<Long> halves = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            KeyDigest digest = KeyDigest.of("key" + i);
            assertTrue(halves.add(digest.high()) && halves.add(digest.low()), "key" + i);
        }
    }
}
