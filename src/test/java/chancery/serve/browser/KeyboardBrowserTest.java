package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/// The pages by the keyboard alone: no test here clicks.
@Timeout(300)
@EnabledIf(
        value = "chancery.serve.browser.Browser#isInstalled",
        disabledReason = "no chromium with chromedriver on this machine")
class KeyboardBrowserTest {
    private static final int MOST_STOPS = 400;

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

    /// What has the focus, as a selector matches it.
    private static boolean isAt(String css) {
        return Boolean.TRUE.equals(
                browser.script("return document.activeElement.matches(\"" + css + "\")"));
    }

    private static Browser tabTo(String css) {
        for (int i = 0; i < MOST_STOPS; i++) {
            browser.press(Keys.TAB);
            if (isAt(css)) {
                return browser;
            }
        }
        throw new AssertionError("not reached by the tab key: " + css + ", " + browser.address());
    }

    private static void assertFocusIsSeen() {
        assertEquals(
                true,
                browser.script(
                        """
                        const style = getComputedStyle(document.activeElement);
                        const box = document.activeElement.getBoundingClientRect();
                        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
                            && box.right > 0 && box.bottom > 0;
                        """),
                "the focus cannot be seen: "
                        + browser.script("return document.activeElement.outerHTML"));
    }

    @Test
    void keysAloneLeadFromTheFirstPageToTheClaimBehindAValue() {
        browser.go("/").press(Keys.TAB);
        assertTrue(isAt(".skip"), "the first stop leads past the head of the page");
        browser.press(Keys.ENTER);
        assertEquals(
                "rgba(0, 0, 0, 0)",
                browser.script(
                        "return getComputedStyle(document.querySelector('main')).backgroundColor"),
                "only what is quoted is marked");
        browser.press(Keys.TAB);
        assertTrue(isAt("main form.first input"), "what comes after the head");
        browser.type("main form.first input", "Gabala radar");
        browser.wait("form.first .suggestions li");
        browser.press(Keys.ARROW_DOWN);
        browser.wait("form.first .suggestions li[aria-selected=true]");
        browser.press(Keys.ESCAPE).waitGone("form.first .suggestions li");
        assertTrue(isAt("main form.first input"), "Escape closes the list alone");
        browser.press(Keys.ENTER).waitAddress("/search\\?q=Gabala.*");

        tabTo("ol.results a[href*='/id/facility/gabala-radar-station']").press(Keys.ENTER);
        browser.waitAddress("/id/facility/gabala-radar-station.*");
        tabTo("main sup.marks a");
        assertFocusIsSeen();
        browser.press(Keys.ENTER).wait("dialog.evidence .content h1");
        assertEquals(
                true, browser.script("return document.activeElement.closest('dialog') != null"));
        for (int i = 0; i < 60; i++) {
            browser.press(Keys.TAB);
            assertFalse(isAt("main *, header *, footer *"), "the dialog keeps the focus");
        }
        browser.press(Keys.ESCAPE).waitGone("dialog.evidence");
        assertTrue(isAt("main sup.marks a"), "and gives it back");

        browser.press(Keys.ENTER).wait("dialog.evidence .content h1");
        tabTo("dialog.evidence .whole").press(Keys.ENTER);
        browser.waitAddress("/id/claim/.*");
        assertTrue(browser.text(".kind").contains("Claim"));
    }

    /// Each stop of the tab key can be seen, and nothing that can be pressed is left out.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=Aliyev",
                "/id/event/putin-and-heydar-aliyev-at-bina-airport.html",
                "/map",
                "/missing",
                "/sparql"
            })
    void tabKeyReachesEverythingAndShowsWhereItIs(String path) {
        browser.go(path);
        List<String> missed = new ArrayList<>();
        browser.script(
                """
                document.activeElement.blur();
                const wanted = "a[href], button, input, select, summary, textarea, [tabindex='0']";
                window.left = new Set([...document.querySelectorAll(wanted)]
                    .filter(it => it.checkVisibility() && it.type !== "hidden" && it.tabIndex >= 0));
                """);
        for (int i = 0; i < MOST_STOPS; i++) {
            browser.press(Keys.TAB);
            if (isAt("body")) {
                break;
            }
            if (!isAt(".CodeMirror *, .map a")) {
                assertFocusIsSeen();
            }
            browser.script("window.left.delete(document.activeElement)");
        }
        Object left =
                browser.script("return [...window.left].map(it => it.outerHTML.slice(0, 100))");
        assertTrue(left instanceof List<?>);
        ((List<?>) left).forEach(it -> missed.add(String.valueOf(it)));
        assertEquals(List.of(), missed);
    }
}
