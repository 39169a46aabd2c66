package chancery.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {
    @Test
    void everyLabelButThoseOfFourEncodingsCanBeRead() {
        TreeSet<String> refused =
                Encodings.labels().stream()
                        .filter(label -> Encodings.named(label).isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(
                        List.of(
                                // ISO-8859-10 and ISO-8859-14, which the JDK does not have
                                "csisolatin6",
                                "iso-8859-10",
                                "iso-ir-157",
                                "iso8859-10",
                                "iso885910",
                                "l6",
                                "latin6",
                                "iso-8859-14",
                                "iso8859-14",
                                "iso885914",
                                // replacement and x-user-defined, which hold no text
                                "csiso2022kr",
                                "hz-gb-2312",
                                "iso-2022-cn",
                                "iso-2022-cn-ext",
                                "iso-2022-kr",
                                "replacement",
                                "x-user-defined")),
                refused);
        assertTrue(Encodings.labels().size() > 200);
        assertTrue(Encodings.named("utf-7").isEmpty());
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
}
