package chancery.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {
    @Test
    void everyLabelCanBeRead() {
        TreeSet<String> refused =
                Encodings.labels().stream()
                        .filter(label -> Encodings.named(label).isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(), refused);
        assertEquals(228, Encodings.labels().size());
        assertTrue(Encodings.named("utf-7").isEmpty());
    }

    /// Bytes of ISO 8859-10 and -14 as the standard's own tables have them, which the JDK lacks.
    @ParameterizedTest
    @CsvSource({
        "latin6, A1 AA BD CF D9 E0 FF, ĄŠ―ÏŲāĸ",
        "iso8859-14, A1 AF D0 DE F0 F7 FF, ḂŸŴŶŵṫÿ",
        "x-user-defined, 41 80 FF, A\uF780\uF7FF",
        "latin6, 41 7F 80 9F A0, A\u007F\u0080\u009F\u00A0",
    })
    void bytesOfOursAreTheCharactersOfTheStandard(String label, String hex, String text)
            throws CharacterCodingException {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        Charset encoding = Encodings.named(label).orElseThrow();
        assertEquals(
                unescaped(text), encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        assertFalse(encoding.canEncode());
        assertThrows(UnsupportedOperationException.class, encoding::newEncoder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replacement", "iso-2022-kr", "hz-gb-2312", "iso-2022-cn"})
    void noByteOfTheReplacementIsText(String label) {
        Charset encoding = Encodings.named(label).orElseThrow();
        Source source = new Source("t.csv", () -> new ByteArrayInputStream(new byte[] {'a'}));
        MalformedTable refused =
                assertThrows(
                        MalformedTable.class,
                        () -> TableReader.open(source, Dialects.of(d -> d.encoding = encoding)));
        assertEquals(
                "t.csv:1: found the byte 0x61, expected text in replacement", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "UTF8, UTF-8",
        "latin1, windows-1252",
        " us-ascii , windows-1252",
        "iso-8859-9, windows-1254",
        "utf-16, UTF-16LE",
        "gbk, GB18030",
        "Shift_JIS, windows-31j",
    })
    void aLabelMeansWhatTheWebMeansByIt(String label, String charset) {
        assertEquals(Charset.forName(charset), Encodings.named(label).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, Bakı",
        "utf-16le, Bakı",
        "utf-16be, Bakı",
        "windows-1251, Россия",
        "koi8-r, Россия",
        "ibm866, Россия",
        "iso-8859-5, Россия",
        "macintosh, Zürich",
        "windows-1254, İstanbul",
        "iso-8859-15, 10 €",
        "shift_jis, 東京",
        "euc-jp, 東京",
        "iso-2022-jp, 東京",
        "gb18030, 北京",
        "big5, 台北",
        "euc-kr, 서울",
    })
    void aTableIsReadInIt(String label, String text) throws MalformedTable {
        Charset encoding = Encodings.named(label).orElseThrow();
        byte[] bytes = ("a,b\n" + text + ",\"" + text + "\"\n").getBytes(encoding);
        Source source = new Source("t.csv", () -> new ByteArrayInputStream(bytes));
        try (TableReader reader =
                TableReader.open(source, Dialects.of(d -> d.encoding = encoding))) {
            assertEquals(List.of(text, text), reader.next().orElseThrow().fields());
        }
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u(\\p{XDigit}{4})")
                .matcher(text)
                .replaceAll(m -> Character.toString(HexFormat.fromHexDigits(m.group(1))));
    }
}
