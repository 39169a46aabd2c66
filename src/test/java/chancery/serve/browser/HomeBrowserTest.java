package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

/// The first page, searching, and the choices of language and point of view, in a real browser.
@Timeout(300)
@EnabledIf(
        value = "chancery.serve.browser.Browser#isInstalled",
        disabledReason = "no chromium with chromedriver on this machine")
class HomeBrowserTest {
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
    void theFirstPageHasNoBarriers() throws Exception {
        browser.go("/").check().shot("home");
        browser.dark(true).go("/").check().shot("home-dark").dark(false);
    }

    @Test
    void namesAreOfferedWhileOneTypesInAnyScript() throws Exception {
        browser.go("/").type("#words", "Хейдар Ал");
        String first = browser.text("form.first .suggestions li");
        assertTrue(first.startsWith("Heydar Aliyev") && first.contains("leader"), first);
        browser.type("#words", Keys.ARROW_DOWN, Keys.ENTER)
                .waitAddress("/id/person/heydar-aliyev\\.html.*");
        assertEquals("Heydar Aliyev", browser.text("h1"));
        // looking for barriers takes the focus away, which closes the list
        browser.go("/").type("#words", "Mosc").wait("form.first .suggestions li");
        browser.shot("home-typing").check();
    }

    @Test
    void escapeClosesWhatIsOfferedAndKeepsWhatWasTyped() {
        browser.go("/").type("#words", "Mosc");
        browser.wait("form.first .suggestions li");
        browser.type("#words", Keys.ESCAPE).waitGone("form.first .suggestions");
        assertEquals("Mosc", browser.wait("#words").getDomProperty("value"));
    }

    @Test
    void aQuestionRunsInOneClick() {
        browser.go("/").click(".questions a");
        browser.waitAddress("/sparql\\?query=.*");
        assertTrue(browser.count("main table tbody tr") > 0, browser.address());
        browser.check();
    }

    @Test
    void theLanguageGoesAlongFromPageToPage() {
        browser.go("/id/state/azerbaijan.html?lang=az");
        assertEquals("Azərbaycan", browser.text("h1"));
        browser.click("header .name").waitAddress("/\\?lang=az");
        browser.click("details.switch summary").click("#switch-lang option[value=ru]");
        browser.click("details.switch button").waitAddress("/\\?lang=ru.*");
        browser.check();
    }

    @Test
    void theLanguageOfNamesIsChosenAtTheTopOfEachPageAndItIsSaidHowManyThereAre() throws Exception {
        browser.go("/id/state/azerbaijan.html").click("nav.langs a:nth-child(2)");
        browser.waitAddress("/id/state/azerbaijan.html\\?lang=az");
        assertEquals("Azərbaycan", browser.text("h1"));
        assertTrue(browser.text(".seen").matches("Azerbaijani: \\d+ of [\\d,]+ things have .*"));
        browser.check().shot("language-az");
        browser.click("nav.langs a:nth-child(3)").waitAddress(".*\\?lang=ru");
        assertTrue(browser.text(".seen").startsWith("Russian: "), browser.text(".seen"));
        browser.click("nav.langs a:nth-child(1)").waitAddress(".*\\?lang=en");
        assertEquals(0, browser.count(".seen"));
        assertEquals("EN", browser.text("nav.langs a[aria-current]").substring(0, 2));
    }

    @Test
    void theSourcesAreOneClickAway() {
        browser.go("/").click("ul.sources a").waitAddress("/id/source/.*");
        browser.check();
    }

    @Test
    void aSearchForTwoStatesAKindAndAYearLeadsToThem() throws Exception {
        browser.go("/search?q=which+agreements+did+Azerbaijan+and+Russia+sign+in+2002");
        browser.check().shot("search-offers");
        browser.click(".offers .found a");
        browser.waitAddress("/between/azerbaijan/russia\\?kind=agreement&from=2002&to=2002");
        assertTrue(browser.text(".result").endsWith("things"), browser.text(".result"));
    }

    @Test
    void aPointOfViewIsSaidOnThePageAndCanBeLeft() {
        browser.go("/id/state/azerbaijan.html?as-of=2001-01-01");
        assertTrue(browser.text(".seen").contains("1 January 2001"));
        browser.check();
        browser.follow("Show everything").waitAddress("/id/state/azerbaijan.html");
        assertEquals(0, browser.count(".seen"));
    }
}
