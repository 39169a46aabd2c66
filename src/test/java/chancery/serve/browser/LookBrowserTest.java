package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/// Browsing, what is missing, the map and the pages of sources, in a real browser.
@Timeout(300)
@EnabledIf(
        value = "chancery.serve.browser.Browser#isInstalled",
        disabledReason = "no chromium with chromedriver on this machine")
class LookBrowserTest {
    private static final Path TEXTS = Path.of("../shared/seeds");

    private static LiveServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        server =
                LiveServer.of(
                        SeedRelease.releases(),
                        usual -> Files.isDirectory(TEXTS) ? usual.withTexts(TEXTS) : usual);
        browser = Browser.on(server.port());
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @Test
    void agreementsOfTwoStatesInAYearAreFoundByChoosing() throws Exception {
        browser.go("/browse").check().shot("browse");
        browser.follow("agreement").waitAddress("/browse\\?kind=Agreement");
        browser.follow("Russia").waitAddress(".*state=russia.*");
        browser.type("#from", "2002").type("#to", "2002").click(".facets button");
        browser.waitAddress(".*from=2002.*");
        assertTrue(browser.count("section table tbody tr") > 0, browser.address());
        String found = browser.text("#found");
        browser.check().shot("browse-2002").go(browser.address());
        assertEquals(found, browser.text("#found"));
        browser.click("section a[href^='/sparql']:not([href*='format='])")
                .waitAddress("/sparql\\?query=.*");
        assertTrue(browser.count("main table tbody tr") > 0);
    }

    @Test
    void whatIsMissingLeadsToTheThings() throws Exception {
        browser.go("/missing").check().shot("missing");
        browser.click("main table tbody td a").waitAddress("/browse\\?.*missing=.*");
        assertTrue(browser.count("section table tbody tr") > 0);
    }

    @Test
    void aPlaceOfTheMapLeadsToItsPage() throws Exception {
        browser.go("/map").check().shot("map");
        browser.dark(true).go("/map").check().shot("map-dark").dark(false);
        browser.go("/map?around=baku").check().shot("map-baku");
        browser.click("main table a[href='/id/place/baku']").waitAddress("/id/place/baku\\.html");
    }

    @Test
    void aFigureLeadsToItsClaim() throws Exception {
        browser.go("/figures").check().shot("figures");
        browser.click("table.figures a.claim").waitAddress("/id/claim/.*");
        assertTrue(browser.text("h1").contains("quantity"), browser.text("h1"));
    }

    @Test
    void aSourceSaysWhatItAloneSays() throws Exception {
        browser.go("/id/source/wikipedia-2016").check().shot("source");
        browser.follow(browser.texts("nav.filter a").get(0)).waitAddress(".*show=alone.*");
        browser.check();
        browser.click("table.claims a.claim").wait("dialog.evidence .content h1");
        browser.click("dialog.evidence .whole").waitAddress("/id/claim/.*");
    }

    @Test
    void itsWordsAreShownWithItsPassagesMarked() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(TEXTS), "no texts of the sources");
        browser.go("/id/source/wikipedia-2016?show=text").check().shot("source-words");
        browser.click(".words a").waitAddress("/id/passage/.*");
        assertTrue(browser.count("main table.claims tbody tr") > 0);
    }
}
