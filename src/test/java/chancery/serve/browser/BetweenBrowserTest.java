package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Two states on one axis, in a real browser.
@Timeout(300)
@EnabledIf(
        value = "chancery.serve.browser.Browser#isInstalled",
        disabledReason = "no chromium with chromedriver on this machine")
class BetweenBrowserTest {
    private static final String PAIR = "/between/azerbaijan/russia";
    private static final String FIRST = "figure.timeline svg[role=group] a";

    private static LiveServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        server = LiveServer.of(SeedRelease.releases());
        browser = Browser.on(server.port());
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @Test
    void theTimeLineHasNoBarriers() throws Exception {
        browser.go(PAIR).check().shot("between");
        browser.dark(true).go(PAIR + "?stance=any").check().shot("between-dark").dark(false);
        browser.go("/between").check().shot("between-pairs");
        browser.narrow().go(PAIR).check();
        browser.wide();
    }

    @Test
    void aChoiceIsShownWithoutLoadingThePageAndTheAddressStaysTrue() {
        browser.go(PAIR).wait(".shown");
        browser.script("window.stays = true");
        browser.click("#f-kind option[value=agreement]").waitAddress(".*\\?kind=agreement");
        String told = browser.text(".result");
        assertTrue(told.endsWith("things"), told);
        assertEquals(true, browser.script("return window.stays === true"));
        int rows = browser.count("table tbody tr");
        browser.driver().navigate().refresh();
        browser.wait(".shown");
        assertNotEquals(true, browser.script("return window.stays === true"));
        assertEquals(told, browser.text(".result"));
        assertEquals(rows, browser.count("table tbody tr"));
        browser.check();
    }

    @Test
    void aTimeThatIsNoneIsToldBesideItsFieldAndTheFormStays() throws Exception {
        browser.go(PAIR + "?kind=agreement&from=January+200").wait("#wrong-from");
        assertTrue(browser.text("#wrong-from").contains("January 200"), browser.text("form"));
        assertEquals("January 200", browser.wait("#f-from").getDomProperty("value"));
        browser.shot("between-wrong");
        browser.type("#f-from", "2", Keys.ENTER).waitAddress(".*from=January\\+2002.*");
        browser.waitGone("#wrong-from");
        browser.go(PAIR).wait(".shown");
        browser.type("#f-from", "soon", Keys.TAB).wait("#wrong-from");
        assertEquals("f-to", browser.driver().switchTo().activeElement().getDomProperty("id"));
        browser.press(Keys.NUMPAD2);
        assertEquals("2", browser.wait("#f-to").getDomProperty("value"));
        // the browser tells of each status 400 on its console
        browser.driver().manage().logs().get(LogType.BROWSER);
    }

    @Test
    void backGoesToTheChoiceBefore() {
        browser.go(PAIR).wait(".shown");
        String all = browser.text(".result");
        browser.click("nav[aria-label=Period] a").waitAddress(".*from=1990&to=1999");
        assertNotEquals(all, browser.text(".result"));
        browser.driver().navigate().back();
        browser.waitAddress(".*/between/azerbaijan/russia");
        new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
                .until(ExpectedConditions.textToBe(By.cssSelector(".result"), all));
    }

    @Test
    void arrowKeysGoFromThingToThingAndEachIsTold() {
        browser.go(PAIR).wait(".shown");
        browser.script("document.querySelector('" + FIRST + "').focus()");
        String first = browser.text(".shown");
        assertFalse(first.isEmpty());
        browser.press(Keys.ARROW_RIGHT);
        String second = browser.text(".shown");
        assertNotEquals(first, second);
        browser.press(Keys.END);
        assertNotEquals(second, browser.text(".shown"));
        browser.press(Keys.HOME);
        assertEquals(first, browser.text(".shown"));
    }

    @Test
    void markLeadsToTheClaimBehindADate() {
        browser.go(PAIR + "?kind=agreement&from=2002&to=2002").wait(".shown");
        browser.click("table .marks a");
        browser.wait(".panel, dialog, h1");
        browser.check();
    }
}
