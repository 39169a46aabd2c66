package chancery.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What header fields ask of a file of 100 bytes.
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | whole",
                "bytes=0-9 | 0 10",
                "bytes=90- | 90 100",
                "bytes=90-200 | 90 100",
                "bytes=-10 | 90 100",
                "bytes=-200 | 0 100",
                "bytes=99-99 | 99 100",
                "bytes=100- | nowhere",
                "bytes=-0 | nowhere",
                "bytes=9-0 | whole",
                "bytes=0-1,5-6 | 0 2, 5 7",
                "bytes=-2, 0-0 | 98 100, 0 1",
                "bytes=0-1,200-300 | 0 2",
                "bytes=100-,200- | nowhere",
                "bytes=0-5,5-6 | whole",
                "bytes=, | whole",
                "Bytes=0-1 | 0 2",
                "bytes=0-1,,3-4 | 0 2, 3 5",
                "bytes=0-1,9-0 | whole",
                "bytes=0-1,a-b | whole",
                "bytes=- | whole",
                "lines=0-9 | whole",
                "bytes=99999999999999999999- | whole"
            })
    void partIsReadFromTheHeader(String header, String expected) {
        String found =
                switch (ByteRange.of(header, 100)) {
                    case ByteRange.Whole whole -> "whole";
                    case ByteRange.Nowhere nowhere -> "nowhere";
                    case ByteRange.Part part -> part.from() + " " + part.to();
                    case ByteRange.Parts parts ->
                            parts.parts().stream()
                                    .map(part -> part.from() + " " + part.to())
                                    .collect(Collectors.joining(", "));
                };
        assertEquals(expected, found);
    }

    @Test
    void whoAsksForVeryManyPartsGetsAllOfIt() {
        String sixteen =
                IntStream.range(0, 16)
                        .mapToObj(i -> 2 * i + "-" + 2 * i)
                        .collect(Collectors.joining(","));
        assertInstanceOf(ByteRange.Parts.class, ByteRange.of("bytes=" + sixteen, 100));
        assertEquals(new ByteRange.Whole(), ByteRange.of("bytes=" + sixteen + ",90-90", 100));
    }

    @Test
    void emptyFileHasNoParts() {
        assertEquals(new ByteRange.Nowhere(), ByteRange.of("bytes=0-", 0));
        assertEquals(new ByteRange.Nowhere(), ByteRange.of("bytes=-5", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | plain",
                "gzip | gzip",
                "GZIP, deflate, br | gzip",
                "x-gzip | gzip",
                "* | gzip",
                "br | plain",
                "gzip;q=0 | plain",
                "gzip;q=0, * | plain",
                "identity | plain",
                "gzip;q=0.5, identity | plain",
                "gzip;q=0.5, identity;q=0.5 | gzip",
                "gzip;q=0.001 | gzip",
                "gzip;q=much | plain",
                "gzip, deflate, br, zstd | zstd",
                "zstd;q=0.9, gzip | gzip",
                "zstd, gzip;q=0.9 | zstd",
                "zstd;q=0, gzip | gzip",
                "zstd;q=0, * | gzip",
                "zstd;q=0.5, identity | plain"
            })
    void compressedOneIsSentToWhoWantsIt(String header, String expected) {
        String chosen = Codings.choose(header, List.of("zstd", "gzip"));
        assertEquals(expected, chosen.isEmpty() ? "plain" : chosen);
    }

    @Test
    void whatThereIsNotIsNotSent() {
        assertEquals("gzip", Codings.choose("zstd, gzip;q=0.1", List.of("gzip")));
        assertEquals("", Codings.choose("zstd, gzip", List.of()));
    }

    @Test
    void fileIsKnownByItsTagElseByItsDate() {
        Validators file = new Validators("\"a\"", Instant.parse("2026-01-31T10:00:00.900Z"));
        assertTrue(file.isKnown("\"x\", \"a\"", ""));
        assertTrue(file.isKnown("W/\"a\"", ""));
        assertTrue(file.isKnown("*", ""));
        assertFalse(file.isKnown("\"aa\"", "Sat, 31 Jan 2026 10:00:00 GMT"), "the tag decides");
        assertTrue(file.isKnown("", "Sat, 31 Jan 2026 10:00:00 GMT"));
        assertFalse(file.isKnown("", "Sat, 31 Jan 2026 09:59:59 GMT"));
        assertFalse(file.isKnown("", "yesterday"));
    }

    @Test
    void partGoesOnOnlyWithTheSameBytes() {
        Validators file = new Validators("\"a\"", Instant.parse("2026-01-31T10:00:00Z"));
        assertTrue(file.isSame(""));
        assertTrue(file.isSame("\"a\""));
        assertFalse(file.isSame("W/\"a\""), "a weak tag says too little");
        assertFalse(file.isSame("\"b\""));
        assertTrue(file.isSame("Sat, 31 Jan 2026 10:00:00 GMT"));
        assertFalse(file.isSame("Sat, 31 Jan 2026 10:00:01 GMT"));
    }
}
