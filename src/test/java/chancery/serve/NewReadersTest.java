package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stopped people who saw the pages of the seeds for the first time.
@Timeout(180)
class NewReadersTest {
    private static final Pattern REGISTERED =
            Pattern.compile("<tr><td><a href=\"/(id/disagreement/[^\"]+)\">([^<]*)</a>");

    private static LiveServer server;
    private static Web web;

    @BeforeAll
    static void open() throws Exception {
        server = LiveServer.of(SeedRelease.releases(), usual -> usual);
        web = new Web(server.port());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String page(String path) throws Exception {
        return web.get(path, "text/html").body();
    }

    private static List<MatchResult> registered() throws Exception {
        return REGISTERED.matcher(page("/disagreements")).results().toList();
    }

    @Test
    void aDisagreementHasOneNameEverywhere() throws Exception {
        List<MatchResult> all = registered();
        assertTrue(all.size() > 10);
        TreeSet<String> names = new TreeSet<>();
        for (MatchResult one : all) {
            String page = page("/" + one.group(1) + ".html");
            assertTrue(page.contains("<h1>" + one.group(2) + "</h1>"), page);
            assertTrue(page.contains("<title>" + one.group(2) + " · Chancery</title>"), page);
            assertTrue(names.add(one.group(2)), "two are called " + one.group(2));
        }
        String claims = page("/id/state/azerbaijan.html");
        assertTrue(claims.contains("Alma-Ata Declaration, Azerbaijan: did Azerbaijan act"), claims);
    }

    @Test
    void noIdsAndRawDatesStandInReasons() throws Exception {
        for (MatchResult one : registered()) {
            String page = page("/" + one.group(1) + ".html");
            String reasons = page.substring(page.indexOf("class=\"decision\""));
            reasons =
                    reasons.substring(0, reasons.indexOf("</div>"))
                            .replaceAll("<code>.*?</code>", "");
            assertFalse(
                    Pattern.compile("wikipedia-2|mamedzade-2|wp20|\\d{4}-\\d\\d|\\d{4}\\?")
                            .matcher(reasons)
                            .find(),
                    reasons);
            assertFalse(page.contains("title=\"Disagreement: friendly (mamedzade"), page);
        }
    }

    @Test
    void sidesSayWhatTheyAreOfAndWhatStandsBesideStandsAgainstNobody() throws Exception {
        String ministers = row("who held the office then?");
        for (String minister : List.of("Anatoliy Serdyukov", "Sergei Ivanov", "Sergei Serdyukov")) {
            assertTrue(
                    ministers.contains(minister + " as Minister of Defence of Russia: attested"),
                    ministers);
        }
        assertEquals(2, ministers.split("aria-label=\"against\"", -1).length - 1, ministers);
        assertTrue(ministers.contains("preferred, not asserted"), ministers);
        String share = row("does the share fit the lengths?");
        assertTrue(
                share.contains("<b>Length of the agreed boundary: 301.1 km, 187.1 mi</b>"), share);
        assertTrue(
                share.contains("<small>beside</small> Share of the border that is agreed: 90%"),
                share);
        assertTrue(share.contains("≠</span> Length of the agreed boundary: 301.1 mi"), share);
        assertEquals(2, share.split("aria-label=\"against\"", -1).length - 1, share);
        String unheld = page("/" + idOf("who held the office then?") + ".html");
        assertTrue(unheld.contains("It is not held for true, because nobody vouches"), unheld);
    }

    private static String idOf(String question) throws Exception {
        return registered().stream()
                .filter(it -> it.group(2).endsWith(": " + question))
                .map(it -> it.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String row(String question) throws Exception {
        String register = page("/disagreements");
        int at = register.indexOf("<a href=\"/" + idOf(question));
        return register.substring(at, register.indexOf("</tr>", at));
    }

    @Test
    void whatIsOnlySaidBetweenTwoStatesIsOffered() throws Exception {
        String found = page("/search?q=agreements+Russia+Armenia");
        assertTrue(
                found.contains(
                        "nothing accepted; <a"
                                + " href=\"/between/armenia/russia?kind=agreement&amp;stance=any\">2"
                                + " are said</a>"),
                found);
        assertFalse(found.contains("nothing in this release"), found);
        assertTrue(
                found.contains("<li><a href=\"/id/agreement/russia-armenia-military-agreements\""),
                found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vladimir Putin", "Ilham Aliyev", "Dmitry Medvedev"})
    void whoIsOnlyNamedHasTheSourcesThatNameHim(String name) throws Exception {
        String people = page("/browse?kind=Person");
        String row = people.substring(people.indexOf(">" + name + "</a>"));
        row = row.substring(0, row.indexOf("</tr>"));
        assertFalse(row.contains("data-th=\"Sources\">0"), row);
        String reported = page("/browse?kind=Statement");
        assertFalse(reported.contains("data-th=\"Sources\">0"), reported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tenure", "Statement", "Agreement"})
    void whatHasADateComesBeforeWhatHasNone(String kind) throws Exception {
        String page = page("/browse?kind=" + kind);
        List<String> dates =
                Pattern.compile("<td class=\"quiet\">[^<]*</td><td>([^<]*)</td>")
                        .matcher(page)
                        .results()
                        .map(it -> it.group(1))
                        .toList();
        assertTrue(dates.size() > 5, page);
        int undated = dates.indexOf("");
        assertTrue(undated > 0, page);
        assertTrue(
                dates.subList(undated, dates.size()).stream()
                        .allMatch(it -> it.isEmpty() || it.contains("year not given")),
                dates.toString());
    }

    @Test
    void earlierPassageOfAClaimStandsFirst() throws Exception {
        String claim = page("/id/claim/02241435fe35beaef69d.html");
        int first = claim.indexOf("Characters 9977–10005");
        assertTrue(first > 0 && first < claim.indexOf("Characters 10064–10202"), claim);
    }

    @Test
    void aClaimIsCitedByItsSource() throws Exception {
        String claim = "/id/claim/8a49d023ea02e4d06483";
        String bibtex = web.get(claim + ".bib", "*/*").body();
        assertTrue(bibtex.startsWith("@misc{source-wikipedia-2022,"), bibtex);
        assertTrue(bibtex.contains("title = {{Azerbaijan–Russia relations}}"), bibtex);
        assertTrue(bibtex.contains("characters 510–804"), bibtex);
    }

    @Test
    void nothingIsLinkedOrWrittenThatIsForProgramsOnly() throws Exception {
        String ontology = page("/ontology");
        List<String> lists =
                Pattern.compile("href=\"(/class/[^\"]+)\"")
                        .matcher(ontology)
                        .results()
                        .map(it -> it.group(1))
                        .toList();
        assertTrue(lists.size() > 10, ontology);
        for (String list : lists) {
            assertEquals(200, web.get(list, "text/html").statusCode(), list);
        }
        String place = page("/id/place/khankendi.html");
        assertTrue(place.contains(">has geometry</a>"), place);
        assertTrue(place.contains("Khankendi: exact match: Q129352"), place);
        String source = page("/id/source/wikipedia-2016.html");
        assertTrue(
                source.contains(
                        "<a href=\"/id/source/wikipedia-2016?show=text#claims\">whole text</a>"),
                source);
    }

    @Test
    void placesWithoutEventsLeadToWhatIsToldOfThem() throws Exception {
        String map = page("/map");
        assertFalse(map.contains("nothing is told of it"), map);
        assertTrue(
                map.contains(
                        "no event is placed there; <a href=\"/id/place/novorossiysk\">what is told"),
                map);
    }
}
