package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is between two states of the seeds, as a reader and as a program get it.
@Timeout(180)
class BetweenTest {
    private static final String PAIR = "/between/azerbaijan/russia";
    private static final String HTML = "text/html";
    private static final String ID = "https://w3id.org/chancery/id/";

    private static LiveServer server;

    @BeforeAll
    static void open() throws Exception {
        server = LiveServer.of(SeedRelease.releases());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String page(String path) throws Exception {
        HttpResponse<String> response = server.web().get(path, HTML);
        assertEquals(200, response.statusCode(), path + response.body());
        return response.body();
    }

    private static JsonObject json(String query) throws Exception {
        HttpResponse<String> response = server.web().get(PAIR + ".json" + query, "*/*");
        assertEquals(200, response.statusCode(), response.body());
        return JSON.parse(response.body());
    }

    private static Set<String> things(JsonObject json) {
        return json.get("things").getAsArray().stream()
                .map(it -> it.getAsObject().getString("iri"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void pageHasAgreementsEventsAndFiguresWithDatesInWords() throws Exception {
        String page = page(PAIR);
        assertTrue(page.contains("25 January 2002</a>"), page);
        assertTrue(page.contains("Agreement on the Gabala Radar Station (2002)"), page);
        assertTrue(page.contains("<svg class=\"timeline\" viewBox="), page);
        assertFalse(page.contains(" style="), "the policy forbids it");
        assertTrue(page.length() < 150_000, page.length() + " characters");
    }

    @Test
    void otherOrderOfTheStatesLeadsToTheOnePage() throws Exception {
        HttpResponse<String> response =
                server.web().get("/between/russia/azerbaijan.csv?kind=event&from=2002", HTML);
        assertEquals(301, response.statusCode());
        assertEquals(PAIR + ".csv?from=2002&kind=event", Web.header(response, "Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/between/azerbaijan/atlantis",
                "/between/atlantis",
                "/between/azerbaijan/azerbaijan",
                "/between/azerbaijan/russia/turkey",
                "/between/a%20b/russia",
            })
    void whatIsNoPairIsAnsweredWithThoseThereAre(String path) throws Exception {
        HttpResponse<String> response = server.web().get(path, HTML);
        assertEquals(404, response.statusCode());
        assertTrue(response.body().contains("<a href=\"" + PAIR + "\">"), response.body());
    }

    @Test
    void pairsAreListedWithCountsAndSoAreThePartnersOfOne() throws Exception {
        String all = page("/between");
        assertTrue(all.contains("<a href=\"" + PAIR + "\">"), all);
        assertTrue(all.contains(" agreements, "), all);
        String partners = page("/between/armenia");
        assertTrue(partners.contains("href=\"/between/armenia/azerbaijan\""), partners);
        assertFalse(partners.contains("href=\"" + PAIR + "\""), partners);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?kind=agreement",
                "?source=mamedzade-2024",
                "?stance=any",
                "?stance=any&kind=statement",
                "?stance=plans&kind=possibility",
                "?stance=asserts&source=wikipedia-2022",
                "?disputed=yes",
                "?disputed=no&kind=event",
                "?from=2002&to=2002",
                "?kind=agreement&from=2002&to=2002",
                "?from=2008-02&to=2009-01-20&stance=any",
                "?to=1999",
            })
    void queryFindsWhatThePageShows(String choice) throws Exception {
        JsonObject json = json(choice);
        HttpResponse<String> answer =
                server.web().query(json.getString("query"), "application/sparql-results+json");
        assertEquals(200, answer.statusCode(), answer.body());
        Set<String> asked = new TreeSet<>();
        Set<String> days = new TreeSet<>();
        for (JsonValue row :
                JSON.parse(answer.body())
                        .get("results")
                        .getAsObject()
                        .get("bindings")
                        .getAsArray()) {
            String thing = value(row, "thing");
            asked.add(thing);
            days.add(thing + " " + value(row, "first") + " " + value(row, "last"));
        }
        assertEquals(things(json), asked);
        Set<String> shown =
                json.get("things").getAsArray().stream()
                        .map(JsonValue::getAsObject)
                        .map(
                                it ->
                                        it.getString("iri")
                                                + " "
                                                + orEmpty(it, "first")
                                                + " "
                                                + orEmpty(it, "last"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(shown, days);
        assertEquals(asked.size(), json.get("count").getAsNumber().value().intValue());
        assertFalse(asked.isEmpty(), "nothing to compare");
    }

    private static String value(JsonValue row, String variable) {
        JsonObject object = row.getAsObject();
        return object.hasKey(variable) ? object.get(variable).getAsObject().getString("value") : "";
    }

    private static String orEmpty(JsonObject object, String name) {
        return object.hasKey(name) ? object.getString(name) : "";
    }

    @Test
    void everyFormHasTheSameThings() throws Exception {
        Set<String> things = things(json("?kind=agreement"));
        assertTrue(things.contains(ID + "agreement/gabala-radar-station-2002"), things.toString());
        String csv = server.web().get(PAIR + ".csv?kind=agreement", "*/*").body();
        Set<String> rows =
                csv.lines()
                        .skip(1)
                        .map(line -> line.split(",")[1])
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(things, rows);
        String turtle = server.web().get(PAIR + ".ttl?kind=agreement", "*/*").body();
        assertTrue(turtle.contains("<" + ID + "agreement/gabala-radar-station-2002>"), turtle);
        Set<String> shown = new TreeSet<>();
        for (String path : pages(PAIR + "?kind=agreement")) {
            Matcher links =
                    Pattern.compile("<td><a href=\"/id/(agreement/[^\"]+)\"").matcher(page(path));
            while (links.find()) {
                shown.add(ID + links.group(1));
            }
        }
        assertEquals(things, shown);
    }

    /// A page and those after it.
    private static List<String> pages(String first) throws Exception {
        List<String> all = new ArrayList<>(List.of(first));
        Pattern next = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");
        Matcher link = next.matcher(page(first));
        while (link.find()) {
            all.add(link.group(1).replace("&amp;", "&"));
            link = next.matcher(page(all.getLast()));
        }
        return all;
    }

    @Test
    void pathWithoutAnEndingComesInTheFormAskedFor() throws Exception {
        assertEquals("text/csv; charset=utf-8", type("text/csv"));
        assertEquals("text/turtle; charset=utf-8", type("text/turtle"));
        assertEquals("text/html; charset=utf-8", type("*/*"));
        assertEquals(406, server.web().get(PAIR, "image/png").statusCode());
        assertEquals(404, server.web().get(PAIR + ".xml", "*/*").statusCode());
    }

    private static String type(String accept) throws Exception {
        return Web.type(server.web().get(PAIR, accept)).replaceAll(";\\s*", "; ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?from=soon | parameter from: found \"soon\"",
                "?source=the-times | parameter source: found \"the-times\"",
                "?page=7000 | parameter page: found \"7000\", expected a number from 1 to ",
                "?kind=%3Cscript%3E | parameter kind: found \"<script>\"",
            })
    void choiceThatCannotBeIsRefusedWithWhatCould(String query, String reason) throws Exception {
        for (String form : List.of("", ".csv")) {
            HttpResponse<String> response = server.web().get(PAIR + form + query, "*/*");
            if (!query.startsWith("?page") || form.isEmpty()) {
                assertEquals(400, response.statusCode());
                assertTrue(Web.detail(response).contains(reason), response.body());
            }
        }
    }

    @Test
    void onAPageTheFormStaysAndSaysBesideTheFieldWhatCannotBe() throws Exception {
        HttpResponse<String> wrong =
                server.web().get(PAIR + "?kind=agreement&from=January%20200&to=2002", "text/html");
        assertEquals(400, wrong.statusCode());
        String page = wrong.body();
        assertTrue(page.contains("id=\"wrong-from\">Found “January 200”, expected a year"), page);
        assertTrue(page.contains("value=\"January 200\""), page);
        assertTrue(page.contains("<option value=\"agreement\" selected>"), page);
        assertTrue(page.contains("name=\"to\" value=\"2002\""), page);
        HttpResponse<String> two =
                server.web().get(PAIR + "?kind=planet&from=soon&page=7000", "text/html");
        assertEquals(400, two.statusCode());
        assertTrue(two.body().contains("“planet” cannot be chosen; it can be one of"), page);
        assertTrue(two.body().contains("id=\"wrong-from\""), page);
    }

    @Test
    void aMonthInWordsIsTheSameAsInNumbers() throws Exception {
        assertEquals(
                things(json("?from=2002-01&to=2002-01")).size(),
                things(json("?from=January%202002&to=January%202002")).size());
    }

    @Test
    void numbersBesideTheChoicesAreThoseTheyLeadTo() throws Exception {
        String page = page(PAIR);
        Matcher options =
                Pattern.compile("<option value=\"([a-z]+)\">[a-z ]+ \\((\\d+)\\)").matcher(page);
        int followed = 0;
        while (options.find()) {
            String name =
                    page.substring(0, options.start())
                            .replaceAll("(?s).*<select id=\"f-[a-z]+\" name=\"([a-z]+)\">.*", "$1");
            int count = things(json("?" + name + "=" + options.group(1))).size();
            assertEquals(Integer.parseInt(options.group(2)), count, name + options.group(1));
            followed++;
        }
        assertTrue(followed > 10, followed + " options");
    }

    @Test
    void onlySaidThingsAreNotAmongTheAcceptedOnes() throws Exception {
        Set<String> accepted = things(json(""));
        Set<String> any = things(json("?stance=any"));
        assertTrue(any.containsAll(accepted));
        assertTrue(any.size() > accepted.size());
        assertTrue(accepted.stream().noneMatch(it -> it.contains("/id/possibility/")));
        assertTrue(page(PAIR + "?stance=plans").contains("<tr class=\"said\">"));
    }

    /// It was signed in 2003 and covers the years to 2001.
    @Test
    void nothingIsInAYearThatLiesBetweenTwoOfItsDates() throws Exception {
        Set<String> signed = things(json("?kind=agreement&from=2002&to=2002"));
        assertEquals(
                Set.of(
                        ID + "agreement/gabala-radar-station-2002",
                        ID + "agreement/border-service-representatives-2002"),
                signed);
        String page = page(PAIR + "?kind=agreement&from=2002&to=2002");
        assertTrue(page.contains("2002 <small>2</small>"), page);
    }

    @Test
    void leadersAreThoseOfTheTimeThatIsShown() throws Exception {
        assertTrue(page(PAIR).contains("Ilham Aliyev as President"));
        for (String choice : List.of("?to=2002", "?disputed=yes&to=2010", "?as-of=2004-01-01")) {
            assertFalse(page(PAIR + choice).contains("Ilham Aliyev as President"), choice);
        }
        String then = page(PAIR + "?as-of=2004-01-01");
        assertFalse(then.contains("from 2007 to 2009"), then);
    }

    @Test
    void whoMayHaveLedThenIsSaid() throws Exception {
        String page = page(PAIR + "?kind=agreement&from=2002&to=2002");
        String russia = page.substring(page.indexOf("id=\"leaders-2\""));
        assertTrue(russia.contains("No source says who led it in this time"), russia);
        assertTrue(russia.contains("Seen in office at another time"), russia);
        assertTrue(russia.contains(">Vladimir Putin</a> (seen in office"), russia);
        assertFalse(page(PAIR).contains("Seen in office at another time"));
        assertFalse(page(PAIR + "?as-of=2004-01-01").contains("Seen in office at another time"));
    }

    @Test
    void theLengthOfTheirBorderIsBetweenThem() throws Exception {
        Set<String> disputed = things(json("?disputed=yes&kind=figure"));
        assertTrue(
                disputed.contains(ID + "observation/length-of-the-agreed-boundary"), disputed + "");
        assertTrue(
                things(json("?kind=figure"))
                        .contains(ID + "observation/length-of-the-total-border"));
    }

    @Test
    void whoIsOnlySeenInOfficeIsNotSaidToHaveHeldItFromThenToThen() throws Exception {
        String page = page(PAIR);
        assertTrue(
                page.contains(
                        "Seen in office between 22 February 2022 and 13 October 2022;"
                                + " begin and end not told"),
                page);
        assertTrue(page.contains("Leaders not drawn, as no source says when"), page);
    }

    @Test
    void leadersOfBothStandAbove() throws Exception {
        String page = page(PAIR);
        int putin = page.indexOf(">Vladimir Putin</text>");
        int agreements = page.indexOf(">agreements</text>");
        assertTrue(putin > 0 && putin < agreements, putin + " " + agreements);
        assertTrue(page.contains("President of Azerbaijan"), page);
    }

    /// What somebody said makes no claim: the statement is its own evidence.
    @Test
    void everyDateInTheListLeadsToAClaim() throws Exception {
        int dates = 0;
        for (String path : pages(PAIR)) {
            Matcher rows =
                    Pattern.compile("<tr><td>(<span class=\"when\">.*)</tr>").matcher(page(path));
            while (rows.find()) {
                if (!rows.group(1).contains(">statement</td>")) {
                    for (String date : rows.group(1).split("<br>")) {
                        assertTrue(date.contains("href=\"/id/claim/"), rows.group(1));
                        dates++;
                    }
                }
            }
        }
        assertTrue(dates > 40, dates + " dates");
    }
}
