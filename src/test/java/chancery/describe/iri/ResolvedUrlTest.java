package chancery.describe.iri;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolvedUrlTest {
    /// The examples of RFC 3986, sections 5.4.1 and 5.4.2.
    @ParameterizedTest
    @CsvSource({
        "g:h, g:h",
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g",
        "?y, http://a/b/c/d;p?y",
        "g?y, http://a/b/c/g?y",
        "#s, http://a/b/c/d;p?q#s",
        "g#s, http://a/b/c/g#s",
        ";x, http://a/b/c/;x",
        "'', http://a/b/c/d;p?q",
        "., http://a/b/c/",
        "./, http://a/b/c/",
        ".., http://a/b/",
        "../g, http://a/b/g",
        "../.., http://a/",
        "../../../g, http://a/g",
        "/./g, http://a/g",
        "/../g, http://a/g",
        "g., http://a/b/c/g.",
        "./g/., http://a/b/c/g/",
        "g/../h, http://a/b/c/h",
        "g?y/../x, http://a/b/c/g?y/../x",
    })
    void areThoseOfTheStandard(String reference, String expected) {
        assertEquals(expected, ResolvedUrl.of("http://a/b/c/d;p?q", reference));
    }

    @Test
    void aFileKeepsItsThreeSlashesAndABareHostGetsOne() {
        assertEquals("file:///a/t.csv", ResolvedUrl.of("file:///a/m.json", "t.csv"));
        assertEquals("http://a/t.csv", ResolvedUrl.of("http://a", "t.csv"));
        assertEquals("http://a/ä b", ResolvedUrl.of("http://a/x", "ä b"));
    }

    @Test
    void differencesOfSpellingDoNotCount() {
        assertTrue(
                ResolvedUrl.areEquivalent(
                        "HTTP://Example.org:80/a/../%7Eb/%c3?q", "http://example.org/~b/%C3?q"));
        assertTrue(ResolvedUrl.areEquivalent("https://a:443", "https://a/"));
        assertFalse(ResolvedUrl.areEquivalent("http://a/B", "http://a/b"));
        assertFalse(ResolvedUrl.areEquivalent("http://a:8080/", "http://a/"));
    }
}
