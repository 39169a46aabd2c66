package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Points of view as parameters of a query.
@Timeout(120)
class ViewpointsTest {
    private static final String SOURCES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            SELECT DISTINCT ?source { ?claim chy:statedIn ?source } ORDER BY ?source
            """;
    private static LiveServer server;
    private static Web web;

    @BeforeAll
    static void start() throws Exception {
        server = LiveServer.of(SeedRelease.releases());
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> ask(String query, String parameters) throws Exception {
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return web.get("/sparql?query=" + encoded + parameters, "text/csv");
    }

    private static String sources(String parameters) throws Exception {
        HttpResponse<String> response = ask(SOURCES, parameters);
        assertEquals(200, response.statusCode(), response.body());
        return response.body()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("^.*/", ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aQuerySeesWhatThePointOfViewShows() throws Exception {
        assertEquals(
                "country-study-1994 mamedzade-2024 wikipedia-2010 wikipedia-2016 wikipedia-2022",
                sources(""));
        assertEquals("wikipedia-2010", sources("&according-to=wikipedia-2010"));
        assertEquals("country-study-1994", sources("&known-on=2000-01-01"));
        assertEquals(
                "wikipedia-2010",
                sources("&according-to=wikipedia-2010,wikipedia-2016&known-on=2011-01-01"));
        String agreement =
                "ASK { <https://w3id.org/chancery/id/agreement/gabala-radar-station-2002> ?p ?o }";
        assertTrue(ask(agreement, "&as-of=2010-01-01").body().contains("true"));
        assertTrue(ask(agreement, "&as-of=1996-01-01").body().contains("false"));
    }

    @Test
    void sourceWithoutADateIsNamedBesideTheAnswer() throws Exception {
        HttpResponse<String> csv = ask(SOURCES, "&known-on=2023-01-01");
        String note = Web.header(csv, "Chancery-Note");
        assertTrue(note.startsWith("known-on: passed over without a date: mamedzade-2024;"), note);
        HttpResponse<String> page = ask(SOURCES, "&known-on=2023-01-01&output=html");
        assertTrue(page.body().contains("passed over without a date: mamedzade-2024"));
        assertEquals("", Web.header(ask(SOURCES, "&as-of=2010-01-01"), "Chancery-Note"));
    }

    @Test
    void aQueryInTheSyntaxOf12SeesTheTripleTermsOfItsView() throws Exception {
        String count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o ~ ?claim }";
        String all = ask(count, "").body();
        String one = ask(count, "&according-to=country-study-1994").body();
        assertTrue(number(one) > 0 && number(one) < number(all), one + all);
    }

    private static int number(String csv) {
        return Integer.parseInt(csv.lines().skip(1).findFirst().orElseThrow().strip());
    }

    @Test
    void aPointOfViewThatIsNoneIsABadRequest() throws Exception {
        HttpResponse<String> unknown = ask(SOURCES, "&according-to=nobody");
        assertEquals(400, unknown.statusCode());
        assertTrue(
                Web.detail(unknown).contains("found \"nobody\", expected of the sources country-"));
        HttpResponse<String> noDay = ask(SOURCES, "&as-of=2005");
        assertEquals(400, noDay.statusCode());
        assertTrue(noDay.body().contains("expected a day such as 2008-07-29"), noDay.body());
    }
}
