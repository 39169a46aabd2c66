package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/// The way of somebody who has never seen SPARQL, from the first page by clicks alone: what two
/// states signed in a year, what each source says of one of the agreements, what sources disagree
/// about.
@Timeout(300)
@EnabledIf(
        value = "chancery.serve.browser.Browser#isInstalled",
        disabledReason = "no chromium with chromedriver on this machine")
class JourneyBrowserTest {
    private static LiveServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        server =
                LiveServer.of(
                        SeedRelease.releases(), usual -> usual.withQueries(Path.of("queries")));
        browser = Browser.on(server.port());
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @Test
    void agreementsOfTwoStatesInAYearAndWhatEachSourceSaysAreAFewClicksAway() throws Exception {
        browser.go("/").follow("Azerbaijan and Russia");
        browser.waitAddress("/between/azerbaijan/russia");
        browser.click("#f-kind option[value=agreement]").waitAddress(".*kind=agreement.*");
        browser.type("#f-from", "2002").type("#f-to", "2002").click("form button");
        browser.waitAddress(".*from=2002&to=2002.*|.*to=2002.*from=2002.*");
        browser.waitText(".result", "2 things.*");
        List<String> signed =
                browser.texts("main table tbody tr").stream()
                        .filter(row -> row.matches("(?s)signed .* 2002.*"))
                        .toList();
        assertEquals(2, signed.size(), signed.toString());
        assertTrue(
                signed.stream().anyMatch(it -> it.contains("Agreement on the Gabala Radar Station"))
                        && signed.stream().anyMatch(it -> it.contains("border service")),
                signed.toString());

        browser.follow("Agreement on the Gabala Radar Station (2002)");
        browser.waitAddress("/id/agreement/.*");
        browser.follow("What each source says");
        browser.waitAddress("/claims\\?subject=.*");
        String claims = browser.text("main");
        assertTrue(claims.contains("September 2016") && claims.contains("December 2010"), claims);
        assertTrue(claims.contains("No disagreement about it is registered."), claims);
        browser.check().shot("claims");
    }

    @Test
    void whatTheSourcesDisagreeAboutIsOneClickAwayFromEveryPage() {
        browser.go("/id/person/vladimir-putin.html").follow("Disagreements");
        browser.waitAddress("/disagreements").click("main table tbody a");
        browser.waitAddress("/id/disagreement/.*");
        assertTrue(browser.count(".positions article") > 1, browser.address());
        assertTrue(browser.text("main").contains("What changes if the other side is right"));
        browser.check();
    }
}
