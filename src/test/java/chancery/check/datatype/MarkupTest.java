package chancery.check.datatype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain text",
                "<p>one</p> and <p class='x'>two</p>",
                "<a xmlns='http://example.org/'><b/></a>",
                "<!-- said --> &lt;&amp;&#65;&#x42; <![CDATA[<]]> <?do it?>",
            })
    void contentIsXml(String text) {
        assertTrue(Markup.isXml(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>",
                "</p>",
                "</x><x>",
                "</x>",
                "<p></q>",
                "a < b",
                "a & b",
                "&nbsp;",
                "<n:p/>",
                "<p a='1' a='2'/>",
                "<?xml version='1.0'?><p/>",
                "<!DOCTYPE p><p/>",
                "]]>",
                "&#0;",
            })
    void whatIsNoContentIsNot(String text) {
        assertFalse(Markup.isXml(text), text);
    }

    @Test
    void definitionsAndOtherDocumentsAreNeverRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s");
        assertFalse(
                Markup.isXml(
                        "<!DOCTYPE p [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]><p>&s;</p>"));
        assertFalse(
                Markup.isXml("<!DOCTYPE p [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>&b;</p>"));
    }

    @Test
    void anyDepthEnds() {
        int deep = 100_000;
        String nested = "<p>".repeat(deep) + "</p>".repeat(deep);
        assertFalse(Markup.isXml(nested.substring(4)));
        assertEquals(
                List.of(
                        "t.csv:2: column \"a\": found \""
                                + "[".repeat(80)
                                + "…\", expected one JSON value [datatype]"),
                cells("json", "[".repeat(deep) + "]".repeat(deep)));
    }

    private static List<String> cells(String datatype, String... cells) {
        StringBuilder csv = new StringBuilder("a\n");
        for (String cell : cells) {
            csv.append('"').append(cell.replace("\"", "\"\"")).append("\"\n");
        }
        return new Web()
                .with("t.csv", csv.toString())
                .with(
                        "m.json",
                        "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t.csv\","
                                + " \"tableSchema\": {\"columns\": [{\"titles\": \"a\","
                                + " \"datatype\": \""
                                + datatype
                                + "\"}]}}")
                .validate("m.json");
    }

    @Test
    void cellsOfXmlMustBeWellFormed() {
        assertEquals(
                List.of(
                        "t.csv:3: column \"a\": found \"<p>one\", expected well-formed XML content,"
                                + " without <?xml or <!DOCTYPE [datatype]"),
                cells("xml", "<p>one</p>", "<p>one", ""));
    }

    @Test
    void cellsOfJsonMustBeOneValue() {
        assertEquals(
                List.of(
                        "t.csv:4: column \"a\": found \"{\"a\": }\", expected one JSON value"
                                + " [datatype]",
                        "t.csv:5: column \"a\": found \"1 2\", expected one JSON value [datatype]",
                        "t.csv:6: column \"a\": found \"NaN\", expected one JSON value"
                                + " [datatype]"),
                cells("json", "{\"a\": [1, \"x\", null]}", "7", "{\"a\": }", "1 2", "NaN"));
    }

    @Test
    void cellsOfHtmlAreTakenAsTheyAre() {
        assertEquals(List.of(), cells("html", "<p>one<br>&nbsp;<p>two"));
    }

    @Test
    void aCharacterThatNoTextHasIsNamed() {
        assertEquals(
                List.of(
                        "t.csv:2: column \"a\": found \"x\\u0000y\", expected characters that XML"
                                + " allows, unlike U+0000 [datatype]",
                        "t.csv:3: column \"a\": found \"\uFFFF\", expected characters that XML"
                                + " allows, unlike U+0000 [datatype]"),
                cells("string", "x\0y", "\uFFFF", "x\ty", "\uD83D\uDE00"));
    }
}
