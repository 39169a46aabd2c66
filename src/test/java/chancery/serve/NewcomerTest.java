package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a reader meets who knows neither the graph nor its words.
@Timeout(120)
class NewcomerTest {
    private static final Path SIGNED = Path.of("queries/agreements-signed-on-2002-01-25.rq");

    private static LiveServer server;

    @BeforeAll
    static void open() throws Exception {
        server =
                LiveServer.of(
                        SeedRelease.releases(), usual -> usual.withQueries(Path.of("queries")));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void anAnswerHasItsQuestionAsTitleAndNoColumnOfIds() throws Exception {
        String page = answer(Files.readString(SIGNED));
        assertTrue(
                page.contains("<h1>Which agreements were signed on 25 January 2002?</h1>"), page);
        assertTrue(page.contains("<title>Which agreements were signed on 25 January 2002?"), page);
        assertTrue(page.contains("<th scope=\"col\">agreement</th>"), page);
        assertFalse(page.contains("<th scope=\"col\">id</th>"), page);
        String alone = answer("SELECT ?id { BIND(\"a\" AS ?id) }");
        assertTrue(alone.contains("<th scope=\"col\">id</th>") && alone.contains("<h1>Answer"));
    }

    @Test
    void aChangedQueryIsNotShownUnderItsOldQuestion() throws Exception {
        String page = answer(Files.readString(SIGNED).replace("2002-01-25", "2003"));
        assertTrue(page.contains("<h1>Answer</h1>"), page);
        assertTrue(page.contains("is another than that of the question in its first line"), page);
        assertTrue(page.contains("Nothing fits all that the query asks for."), page);
        assertTrue(page.contains("The query has “2003” alone: a day is written in full"), page);
    }

    @Test
    void datesOfAnAnswerAreInWordsAndAsWritten() throws Exception {
        String page = answer("SELECT ?day { VALUES ?day { \"2002-01-25\" \"2002-13\" } }");
        assertTrue(page.contains("<td title=\"2002-01-25\">25 January 2002</td>"), page);
        assertTrue(page.contains("<span>2002-13</span>"), page);
        String period = answer("SELECT ?days { BIND(\"2006-01-23/2006-01-25\" AS ?days) }");
        assertTrue(period.contains(">from 23 to 25 January 2006</td>"), period);
    }

    @Test
    void aMissingQuotationMarkIsSaidToBeMissing() throws Exception {
        HttpResponse<String> wrong =
                get("/sparql?query=" + encoded("SELECT * {\n ?s ?p 2003\" ;\n}"));
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("a quotation mark is missing"), wrong.body());
    }

    @Test
    void aPointOfViewIsToldInWords() throws Exception {
        String page =
                get("/id/state/russia.html?known-on=2023-01-01&according-to=wikipedia-2022").body();
        assertTrue(page.contains("according to <b>Wikipedia: Azerbaijan–Russia relations"), page);
        assertTrue(page.contains("as known on <b>1 January 2023</b>"), page);
        String all = get("/id/state/russia.html?known-on=2023-01-01").body();
        assertTrue(
                all.contains("Left out, because nothing says when it appeared: Natig Mamedzade"),
                all);
        assertFalse(all.contains("passed over"), all);
    }

    @Test
    void howManyNamesALanguageHasIsSaid() throws Exception {
        String page = get("/?lang=ru").body();
        assertTrue(page.matches("(?s).*Russian: (none|one|\\d+) of [\\d,]+ things ha.*"), page);
        assertTrue(page.contains("href=\"?lang=az\" title=\"Names in Azerbaijani\""), page);
        assertFalse(get("/").body().contains("things have a name in this language"));
    }

    @Test
    void figuresAreChosenByWhatIsMeasuredAndByTime() throws Exception {
        String all = get("/figures").body();
        String some = get("/figures?of=boundary-length").body();
        assertTrue(rows(some) > 0 && rows(some) < rows(all), some);
        assertTrue(some.contains("<option value=\"boundary-length\" selected>"), some);
        String early = get("/figures?from=1990&to=January+1995").body();
        assertTrue(rows(early) < rows(all), early);
        assertEquals(400, get("/figures?from=soon").statusCode());
        assertFalse(all.contains("to the nearest 1<"), all);
    }

    @Test
    void theMapNamesCountriesAndListsWhatItDoesNotDraw() throws Exception {
        String page = get("/map").body();
        assertTrue(page.contains(">Kazakhstan</text>"), page);
        assertTrue(page.contains("Not drawn, because nobody gives their coordinates: "), page);
        assertTrue(page.contains("no event is placed there"), page);
        assertTrue(page.contains("class=\"empty\""), page);
    }

    @Test
    void tablesComeFirstAmongTheDownloads() throws Exception {
        String page = get("/dumps/").body();
        assertTrue(page.contains("<h1>Download"), page);
        assertTrue(page.indexOf(">tables.zip<") < page.indexOf(">chancery.ttl<"), page);
        assertTrue(get("/").body().contains("<a href=\"/dumps/\">Download</a>"));
    }

    private static int rows(String page) {
        return page.split("<th scope=\"row\">", -1).length - 1;
    }

    private static String answer(String query) throws Exception {
        HttpResponse<String> answer = get("/sparql?query=" + encoded(query));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return server.web().get(path, "text/html");
    }
}
