package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.Example;
import chancery.page.TextFolder;
import chancery.release.ReleaseFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    private static final List<Example> EXAMPLES =
            List.of(new Example("who", "Who & what?", "# Who & what?\nSELECT * {}\n"));

    @TempDir static Path folder;
    private static Served served;
    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        served = Served.open(ReleaseFixture.write(folder, "r1", Gazette.TRIG));
        site = new Site(new Pages(), EXAMPLES, Optional.empty());
    }

    @AfterAll
    static void close() {
        served.release().close();
    }

    @Test
    void homeCountsWhatThereIs() {
        String home = page("/");
        assertTrue(
                home.contains("<a href=\"/class/State\"><b>2</b> <span>states</span></a>"), home);
        assertTrue(
                home.contains("<a href=\"/class/Claim\"><b>2</b> <span>Claims</span></a>"), home);
        assertFalse(home.contains("/class/Actor"), home);
        assertTrue(home.contains("Who &amp; what?"), home);
        assertTrue(home.contains("<a href=\"/q/who\">"), home);
    }

    @Test
    void everyAcceptedValueLeadsToItsClaim() {
        String page = page("/id/agreement/lease.html");
        assertTrue(
                page.contains(
                        "<a href=\"/id/time/2002-01-25\">25 January 2002</a>"
                                + "<sup class=\"marks\"><a href=\"/id/claim/01\""),
                page);
        assertTrue(page.contains("Stated in The Gazette"), page);
    }

    @Test
    void whatIsOnlySaidStandsApart() {
        String page = page("/id/agreement/lease.html");
        String said = page.substring(page.indexOf("Also said, not accepted"));
        assertTrue(said.contains("<a href=\"/id/time/1991\">1991</a>"), said);
        assertTrue(said.contains("<a href=\"/id/person/anna\" lang=\"en\">Anna</a>"), said);
        assertTrue(said.contains("outweighed"), said);
        assertFalse(said.contains("/id/claim/01\""), said);
    }

    @Test
    void thingShowsItsNamesAndWhatPointsAtIt() {
        String page = page("/id/state/north.html");
        assertTrue(page.contains("<bdi lang=\"ru\">Север</bdi>"), page);
        assertTrue(page.contains("Northland"), page);
        assertTrue(page.contains("href=\"http://www.wikidata.org/entity/Q1\""), page);
        assertTrue(page.contains("What points here"), page);
        assertTrue(page.contains("<a href=\"/id/agreement/lease\""), page);
        assertFalse(page.contains("/ontology#Actor"), "only the most specific class");
    }

    @Test
    void claimShowsItsChainAndTheOthers() {
        String page = page("/id/claim/02");
        assertTrue(page.contains("/id/statement/anna-says"), page);
        assertTrue(page.contains("Other values for the same property"), page);
        assertTrue(page.contains("The text of this source is not supplied to this server."), page);
        assertTrue(page.contains("href=\"/id/disagreement/01\""), page);
    }

    @Test
    void textThatIsNotTheOneMeantIsNotShown() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("gazette.txt"), Gazette.TEXT + " ");
        Site other = new Site(new Pages(), EXAMPLES, Optional.of(new TextFolder(texts)));
        Reply reply = other.answer(Request.get("/id/claim/01", "text/html"), served);
        String page = assertInstanceOf(Reply.Found.class, reply).body();
        assertTrue(page.contains("that was supplied is not the text that was read"), page);
        assertFalse(page.contains("<mark>"), page);
    }

    @Test
    void sourceListsItsClaimsInTheOrderOfItsText() {
        String page = page("/id/source/gazette");
        assertTrue(page.indexOf("/id/claim/02") < page.indexOf("/id/claim/01"), page);
    }

    @Test
    void disagreementPutsPositionsSideBySide() {
        String page = page("/id/disagreement/01");
        assertTrue(page.contains("class=\"preferred\""), page);
        assertTrue(page.contains("The narrator gives a day, Anna a year"), page);
        assertTrue(page.contains("narrator-first"), page);
        String list = page("/disagreements");
        assertTrue(
                list.contains(
                        "<a href=\"/id/disagreement/01\">Lease of the radar: signed when?</a>"),
                list);
    }

    @Test
    void timesAreCalledByTheirLabel() {
        assertTrue(page("/id/time/2002-01-25").contains("<h1>25 January 2002</h1>"));
    }

    @Test
    void sameDescriptionHasTheSameBytes() {
        Request request = Request.get("/id/agreement/lease.ttl", "*/*");
        assertEquals(site.answer(request, served), site.answer(request, served));
    }

    @Test
    void writingIsNotAllowedAnywhere() {
        Reply reply =
                site.answer(
                        new Request("PUT", "/id/x", Map.of(), Map.of(), "http://localhost"),
                        served);
        assertTrue(assertInstanceOf(Reply.Methods.class, reply).isRefusal());
    }

    private static String page(String path) {
        Reply reply = site.answer(Request.get(path, "text/html"), served);
        return assertInstanceOf(Reply.Found.class, reply).body();
    }
}
