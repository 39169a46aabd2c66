package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
    private static final Reader RUSSIAN = Reader.of("/x", Map.of("lang", "ru"), "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | en",
                "az | az en",
                "en-GB,en;q=0.9 | en-gb en",
                "de;q=0.5, ru, az;q=0.9 | ru az de en",
                "ru;q=0, *, en;q=0.1 | en",
                "ru;q=x;;,,<b> | en",
            })
    void languagesComeInTheOrderInWhichTheyAreWanted(String header, String expected) {
        Reader reader = Reader.of("/", Map.of(), header);
        assertEquals(List.of(expected.split(" ")), reader.languages());
    }

    @Test
    void whatIsChosenGoesBeforeWhatTheBrowserWants() {
        assertEquals(
                List.of("az", "ru", "en"), Reader.of("/", Map.of("lang", "az"), "ru").languages());
    }

    @Test
    void whatIsNoLanguageIsRefused() {
        Reader.Unreadable refused =
                assertThrows(
                        Reader.Unreadable.class,
                        () -> Reader.of("/", Map.of("lang", "<script>"), ""));
        assertEquals(
                "parameter lang: found \"<script>\", expected a language tag, such as az",
                refused.getMessage());
    }

    @Test
    void aLabelInAWantedLanguageGoesFirstThenOneWithoutALanguage() {
        Reader reader = Reader.of("/", Map.of(), "ru");
        assertTrue(reader.rank("ru") < reader.rank("en"));
        assertTrue(reader.rank("en") < reader.rank(""));
        assertTrue(reader.rank("") < reader.rank("az"));
        assertEquals(reader.rank("ru"), reader.rank("ru-Latn"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id/x | /id/x?lang=ru",
                "/id/x.html#a | /id/x.html?lang=ru#a",
                "/claims?subject=/id/x | /claims?subject=/id/x&lang=ru",
                "/id/x.ttl | /id/x.ttl",
                "/style.css | /style.css",
                "/dumps/ | /dumps/?lang=ru",
                "/dumps/chancery.nq | /dumps/chancery.nq",
                "/.well-known/void | /.well-known/void",
            })
    void anAddressCarriesTheChoiceOnButFilesDoNot(String address, String expected) {
        assertEquals(expected, RUSSIAN.carryTo(address));
    }

    @Test
    void linksAndFormsOfAPageCarryItOn() {
        assertEquals(
                """
                <a class="x" href="/id/x?lang=ru#y">x</a> <a href="/q?a=b&amp;lang=ru">x</a>
                <a href="https://elsewhere.example/">x</a> <a href="#here">x</a>
                <a data-plain href="/x">x</a> <link rel="x" href="/y">
                <form method="get"><input type="hidden" name="lang" value="ru"></form>
                <form method="get" data-switch></form> <form method="post"></form>
                """,
                RUSSIAN.carryInto(
                        """
                        <a class="x" href="/id/x#y">x</a> <a href="/q?a=b">x</a>
                        <a href="https://elsewhere.example/">x</a> <a href="#here">x</a>
                        <a data-plain href="/x">x</a> <link rel="x" href="/y">
                        <form method="get"></form>
                        <form method="get" data-switch></form> <form method="post"></form>
                        """));
    }

    @Test
    void whatIsCarriedCannotLeaveItsAttribute() {
        Reader reader = Reader.of("/x", Map.of("as-of", "\"><script>&"), "");
        String html = reader.carryInto("<a href=\"/y\">x</a><form method=\"get\"></form>");
        assertEquals(
                "<a href=\"/y?as-of=%22%3E%3Cscript%3E%26\">x</a><form method=\"get\">"
                        + "<input type=\"hidden\" name=\"as-of\" value=\"&quot;&gt;&lt;script&gt;&amp;\">"
                        + "</form>",
                html);
    }

    @Test
    void aPathWithTwoSlashesIsNoOtherHost() {
        assertEquals("/evil.example/x", Reader.of("//evil.example/x", Map.of(), "").plainAddress());
    }
}
