package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/// The pages of things, claims and disagreements in a real browser, and evidence opened in place.
@Timeout(300)
@EnabledIf(
        value = "chancery.serve.browser.Browser#isInstalled",
        disabledReason = "no chromium with chromedriver on this machine")
class EntityBrowserTest {
    private static final Path TEXTS = Path.of("../shared/seeds");
    private static final String RADAR = "/id/agreement/gabala-radar-station-2002.html";
    private static final String MARK = "#facts ~ table .marks a[href^='/id/claim/']";

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

    @ParameterizedTest
    @CsvSource({
        "state, /id/state/azerbaijan.html",
        "person, /id/person/heydar-aliyev.html",
        "agreement, /id/agreement/gabala-radar-station-2002.html",
        "event, /id/event/admission-to-abiyev-in-moscow-2009.html",
        "office, /id/office/president-of-azerbaijan.html",
        "organisation, /id/organisation/cis.html",
        "place, /id/place/moscow.html",
        "figure, /id/observation/approval-of-friendship-with-russia-2007.html",
        "list, /id/state/azerbaijan.html?list=times",
        "who-says-so, /claims?subject=id/agreement/gabala-radar-station-2002",
        "who-disagrees, /claims?subject=id/state/azerbaijan",
        "help, /help",
        "disagreement, /id/disagreement/350a4b58e37cd6248dfe",
        "disagreements, /disagreements",
    })
    void pageHasNoBarriers(String name, String path) throws Exception {
        browser.go(path).check().shot("entity-" + name);
        browser.dark(true).go(path).check().dark(false);
    }

    @Test
    void markOpensItsEvidenceInPlaceAndEscapeLeadsBackToIt() throws Exception {
        browser.go(RADAR).click(MARK);
        browser.wait("dialog.evidence .content h1");
        assertEquals(RADAR, browser.address(), "the page stays");
        assertTrue(browser.text("dialog.evidence").contains("Source"));
        browser.check().shot("entity-evidence");
        browser.press(Keys.ESCAPE).waitGone("dialog.evidence");
        assertEquals(
                true,
                browser.script(
                        "return document.activeElement.matches('.marks a[href^=\"/id/claim/\"]')"));
    }

    @Test
    void evidenceCanBeOpenedByTheKeyboardAndAsAPage() {
        browser.go(RADAR);
        browser.wait(MARK).sendKeys(Keys.ENTER);
        browser.wait("dialog.evidence .content h1");
        assertEquals(
                true,
                browser.script(
                        "return document.querySelector('dialog.evidence')"
                                + ".contains(document.activeElement)"));
        browser.click("dialog.evidence .whole").waitAddress("/id/claim/.*");
        browser.check();
    }

    @Test
    void sentenceOfTheSourceIsMarkedWhereTheTextsAreThere() {
        browser.go(RADAR).click(MARK);
        browser.wait("dialog.evidence .content h1");
        boolean hasTexts = Files.isDirectory(TEXTS);
        assertEquals(hasTexts, browser.count("dialog.evidence blockquote mark") > 0);
    }

    @Test
    void fromTheEvidenceToTheDataInFourClicks() {
        browser.go("/search?q=gabala").click(".results a").waitAddress("/id/.*");
        browser.go(RADAR).click(MARK);
        browser.click("dialog.evidence .whole").waitAddress("/id/claim/.*");
        browser.check().click(".cite summary");
        assertTrue(browser.text(".cite code").contains("/id/claim/"));
        browser.follow("Turtle");
        assertTrue(browser.address().endsWith(".ttl"), browser.address());
    }

    @Test
    void queryOfATableRunsInOneClick() {
        browser.go(RADAR).click("section[aria-labelledby=facts] a.query");
        browser.waitAddress("/sparql\\?query=.*");
        assertTrue(browser.count("main table tbody tr") > 5, browser.address());
    }

    @Test
    void disagreementSaysWhatWouldChange() throws Exception {
        browser.go("/id/disagreement/437e71e631451293f940").check().shot("entity-what-if");
        String changes = browser.text("section.what-if");
        assertTrue(changes.contains("209.1 mi"), changes);
        assertTrue(changes.contains("The graph would no longer hold"), changes);
        assertFalse(changes.contains("cannot be told"), changes);
    }

    @Test
    void claimPageIsReadableByItself() throws Exception {
        browser.go(RADAR);
        String claim = browser.wait(MARK).getDomAttribute("href");
        browser.go(claim).check().shot("entity-claim");
        browser.dark(true).go(claim).check().dark(false);
    }
}
