package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pages of the seeds say what is true in words that nobody takes for more.
@Timeout(180)
class ReadersPagesTest {
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
        return server.web().get(path, "text/html").body();
    }

    @Test
    void sourcesStandBelowTheTitleAndMarksAreTheirNumbers() throws Exception {
        String page = page("/id/facility/gabala-radar-station.html");
        String head = page.substring(0, page.indexOf("id=\"known\""));
        assertTrue(head.contains("<sup>1</sup> <a href=\"/id/source/wikipedia-2010\""), head);
        assertTrue(head.contains("<sup>2</sup> <a href=\"/id/source/wikipedia-2016\""), head);
        assertTrue(head.contains("What each source says"), head);
        Matcher marks =
                Pattern.compile("title=\"Stated in ([^\"]+)\" aria-label=\"(\\d+): ").matcher(page);
        int found = 0;
        while (marks.find()) {
            boolean isFirst = marks.group(1).contains("December 2010");
            assertEquals(isFirst, marks.group(2).equals("1"), marks.group());
            found++;
        }
        assertTrue(found > 8, page);
    }

    @Test
    void whatEndedIsToldAsPastAndWhatIsDisputedNearbyIsNamed() throws Exception {
        String page = page("/id/facility/gabala-radar-station.html");
        assertTrue(page.contains("it was leased to"), page);
        assertFalse(page.contains("it is leased to"), page);
        String known = page.substring(page.indexOf("id=\"known\""), page.indexOf("id=\"facts\""));
        assertTrue(known.contains("/id/disagreement/e153935f5f59171079e7"), known);
    }

    @Test
    void daysOnWhichSomebodyIsSeenInOfficeAreNoBeginAndEnd() throws Exception {
        String page = page("/id/tenure/ilham-aliyev-president-of-azerbaijan.html");
        assertTrue(page.contains("Seen in office between 22 February 2022 and 13 October 2022"));
        assertTrue(page.contains(">first seen</a>") && page.contains(">last seen</a>"), page);
        assertFalse(page.contains(">earliest</a>"), page);
        String begun = page("/id/state/azerbaijan.html");
        assertFalse(begun.contains(">first seen</a>"), begun);
    }

    @Test
    void yearIsDrawnHollowAndDaysWithoutAYearAreInTheirOrder() throws Exception {
        String radar = page("/id/facility/gabala-radar-station.html");
        assertTrue(radar.contains("<rect class=\"within\""), radar);
        String aliyev = page("/id/person/ilham-aliyev.html");
        String times = aliyev.substring(aliyev.indexOf("id=\"time-line\""));
        int earlier = times.indexOf("22 April, year not given");
        int later = times.indexOf("23 April, year not given");
        assertTrue(earlier >= 0 && earlier < later, earlier + " " + later);
    }

    @Test
    void whatASourceDoesNotSayIsNotSaidToBeMissing() throws Exception {
        String path = "/id/agreement/gabala-radar-station-2002.html?according-to=wikipedia-2022";
        String page = page(path);
        assertEquals(404, server.web().get(path, "text/html").statusCode());
        assertTrue(page.contains("This source says nothing of it."), page);
        assertTrue(page.contains("<h1 lang=\"en\" dir=\"auto\">Agreement on the Gabala"), page);
        assertFalse(page.contains("has no page"), page);
        String none = page("/id/agreement/none.html?according-to=wikipedia-2022");
        assertTrue(none.contains("has no page"), none);
    }

    @Test
    void theReasonWhyASideWouldNotBeAcceptedIsTheTrueOne() throws Exception {
        String page = page("/id/disagreement/8655cd250b7dc173fef6");
        assertFalse(page.contains("in its own voice, it is part of"), page);
        String miles = supposition(page, ">187.1 mi<");
        assertTrue(miles.contains("another claim says the same more exactly"), miles);
        assertFalse(miles.contains("own voice"), miles);
        String wrong = supposition(page, ">301.1 mi<");
        assertTrue(wrong.contains("This is decided against it, too:"), wrong);
    }

    private static String supposition(String page, String side) {
        String below = page.substring(page.indexOf("id=\"what-if\""));
        return Stream.of(below.split("<h3>"))
                .filter(it -> it.contains(side))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneSentenceIsOneSideOfADisagreement() throws Exception {
        String page = page("/id/disagreement/8a59001a7dfbd5da2b1c");
        String name = "Alma-Ata Declaration, Azerbaijan: did Azerbaijan act before it began?";
        assertTrue(page.contains("<h1>" + name + "</h1>"), page);
        assertEquals(2, page.split("<article", -1).length - 1);
        assertEquals(1, page.split("<h3>If it is", -1).length - 1);
        String preferred = page.substring(page.indexOf("<article"), page.indexOf("</article>"));
        assertTrue(preferred.contains("December 1991") && preferred.contains(">Azerbaijan</a>"));
        // two units of one sentence do go against each other
        String units = page("/id/disagreement/3924b6b61ff745c48032");
        assertEquals(2, units.split("<article", -1).length - 1);
    }

    @Test
    void passageComesBeforeWhatIsMadeOfIt() throws Exception {
        String claim = page("/id/claim/70016d26a81d08ff971e");
        assertTrue(claim.indexOf("id=\"passages\"") < claim.indexOf(">Verdict</th>"), claim);
        String passage = page("/id/passage/wikipedia-2022-2629-2728");
        String facts = passage.substring(passage.indexOf("id=\"facts\""));
        List<Integer> order =
                Stream.of("#source", "#part", "#charStart", "#charEnd", "#digest")
                        .map(facts::indexOf)
                        .toList();
        assertEquals(order.stream().sorted().toList(), order);
        assertTrue(order.getFirst() >= 0, facts);
        assertTrue(passage.contains("Cite this"), passage);
    }

    @Test
    void whatIsOnlySaidIsNoEvent() throws Exception {
        String statement = ">Anatoliy Serdyukov admits weapons transfers unofficially</a>";
        String map = page("/map");
        String before = map.substring(0, map.indexOf(statement));
        assertEquals(
                "Only said:", before.substring(before.lastIndexOf("quiet\">") + 7).split("<")[0]);
        String moscow = page("/id/place/moscow.html");
        String times = moscow.substring(moscow.indexOf("id=\"time-line\""));
        String row = times.substring(0, times.indexOf(statement));
        assertTrue(row.substring(row.lastIndexOf("<li>")).contains(">only said</small>"), row);
    }

    @Test
    void sourcesAreCountedAlikeEverywhere() throws Exception {
        String browse = page("/browse?kind=Agreement");
        String row =
                browse.substring(browse.indexOf(">Agreement on the Gabala Radar Station (2002)<"));
        row = row.substring(0, row.indexOf("</tr>"));
        assertTrue(row.contains(">2 <small>one voice</small></td>"), row);
    }

    @Test
    void everyPageLeadsToTheWordsThatItUses() throws Exception {
        assertTrue(page("/").contains("<a href=\"/help\">Words used here</a>"));
        String help = page("/help");
        Matcher terms = Pattern.compile("href=\"/ontology#(\\w+)\"").matcher(help);
        String ontology = page("/ontology");
        int found = 0;
        while (terms.find()) {
            assertTrue(ontology.contains("id=\"" + terms.group(1) + "\""), terms.group(1));
            found++;
        }
        assertTrue(found > 15, found + " terms");
    }

    @Test
    void agreementOfWhichOnePartyIsKnownIsBetweenNobody() throws Exception {
        String page = page("/id/agreement/alma-ata-declaration.html");
        assertTrue(page.contains(", a party is "), page);
        assertFalse(page.contains(" between </"), page);
    }
}
