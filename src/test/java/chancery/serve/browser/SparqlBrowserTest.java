package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/// Writing, running, looking at and sharing a query in a real browser.
@Timeout(300)
@EnabledIf(
        value = "chancery.serve.browser.Browser#isInstalled",
        disabledReason = "no chromium with chromedriver on this machine")
class SparqlBrowserTest {
    private static final String READY = "form.query[data-ready]";
    private static final String STATE = "#query-state";

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

    /// In one piece, so that no completion comes between.
    private static void paste(String query) {
        browser.wait(READY);
        browser.driver()
                .executeScript(
                        "document.querySelector('.CodeMirror').CodeMirror.setValue(arguments[0])",
                        query);
    }

    private static String asked(String query) {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    @Test
    void theEditorHasNoBarriersAndAsksNobodyElse() throws Exception {
        browser.go("/sparql").wait(READY);
        browser.wait(".state:not(:empty)");
        browser.check().shot("sparql");
        browser.dark(true).go("/sparql").wait(READY);
        browser.check().shot("sparql-dark").dark(false);
    }

    @Test
    void aQueryIsWrittenRunAndLookedAtInOtherWaysAndTheLinkKeepsAllOfIt() throws Exception {
        browser.go("/sparql");
        paste(
                """
                PREFIX chy: <https://w3id.org/chancery/ontology#>
                SELECT ?event ?first (COUNT(?claim) AS ?claims) {
                  ?event a chy:Event ; chy:earliest ?first .
                  ?claim <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ?event
                } GROUP BY ?event ?first ORDER BY ?first LIMIT 30
                """);
        browser.click("form.query button[type=submit]").waitAddress("/sparql\\?query=.*");
        assertTrue(browser.count("main table tbody tr") == 30, "rows");
        assertFalse(browser.address().contains("as-of="), browser.address());
        browser.check().shot("sparql-table");
        browser.follow("Time line").waitAddress(".*view=timeline.*");
        browser.check().shot("sparql-timeline");
        browser.follow("Chart").waitAddress(".*view=chart.*");
        browser.wait(READY);
        browser.check().shot("sparql-chart");
        String chart = browser.address();
        browser.follow("Short link to this answer");
        browser.waitAddress("/sparql\\?query=.*&view=chart.*");
        assertEquals(chart, browser.address());
        browser.driver().navigate().refresh();
        browser.wait("table.bars rect");
        browser.wait(READY);
        assertTrue(
                String.valueOf(
                                browser.script(
                                        "return document.querySelector('.CodeMirror').CodeMirror"
                                                + ".getValue()"))
                        .contains("ORDER BY ?first LIMIT 30"));
    }

    @Test
    void keysAloneRunAQueryAndLeaveTheEditor() {
        browser.go("/sparql");
        paste("ASK { }");
        browser.click(".CodeMirror-lines").press(Keys.TAB);
        assertEquals(
                "BUTTON",
                browser.driver().switchTo().activeElement().getTagName().toUpperCase(Locale.ROOT));
        browser.click(".CodeMirror-lines");
        browser.driver().switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser.waitAddress("/sparql\\?query=ASK.*");
        assertEquals("Yes.", browser.text(".lead"));
        browser.check();
    }

    @Test
    void syntaxOfSparql12IsNotMarked() throws Exception {
        browser.go("/sparql");
        paste(
                """
                VERSION "1.2"
                SELECT ?s ?claim ?t {
                  ?s ?p ?o ~ ?claim {| ?q ?z |} .
                  ?claim ?reifies <<( ?s ?p ?o )>> .
                  BIND(TRIPLE(?s, ?p, ?o) AS ?t)
                  FILTER(LANGDIR(?o) != "rtl" || ?o = "x"@ar--rtl)
                } LIMIT 5
                """);
        browser.wait(STATE + ":not(.wrong)");
        waitForState("SPARQL 1.2");
        assertEquals(0, browser.count(".cm-error, .wrong-here, .wrong-line, .parseErrorIcon"));
        browser.check().shot("sparql-12");
    }

    @Test
    void theLineWithTheMistakeIsMarkedWhileWritingAndAfterAsking() throws Exception {
        browser.go("/sparql");
        paste("SELECT * {\n  ?s ?p ?o .\n  ?s ?p .\n}");
        browser.wait(STATE + ".wrong");
        assertTrue(
                browser.text(STATE).startsWith("Line 3, column 9: found \".\""),
                browser.text(STATE));
        browser.wait(".wrong-here");
        assertEquals(1, browser.count(".wrong-line"));
        browser.check().shot("sparql-wrong");
        paste("SELECT * {\n  ?s ?p ?o .\n}");
        waitForState("SPARQL 1.1");
        assertEquals(0, browser.count(".wrong-here, .wrong-line"));
    }

    @Test
    void thePageOfAMistakeMarksItsLine() {
        browser.go(asked("SELECT * {\n  ?s ?p .\n}"));
        assertTrue(browser.text("pre mark").contains("?s ?p ."));
        browser.wait(READY);
        browser.wait(".wrong-here");
        // the browser tells the console of every answer that is no good one
        browser.driver().manage().logs().get(LogType.BROWSER);
    }

    @Test
    void namesAreCompletedAndTheirPrefixIsAdded() throws Exception {
        browser.go("/sparql");
        paste("SELECT * { ?it a \n}");
        browser.script(
                "const it = document.querySelector('.CodeMirror').CodeMirror;"
                        + "it.focus(); it.getDoc().setCursor(0, 17)");
        browser.driver().switchTo().activeElement().sendKeys("chy:Agr");
        browser.wait(".CodeMirror-hints");
        assertTrue(browser.text(".CodeMirror-hint-active").startsWith("chy:Agreement"));
        Files.write(
                Files.createDirectories(Path.of("target/screens")).resolve("sparql-completion.png"),
                browser.driver().getScreenshotAs(OutputType.BYTES));
        browser.check();
        // looking for barriers takes the focus away, which closes the list
        browser.script("document.querySelector('.CodeMirror').CodeMirror.focus()");
        browser.driver().switchTo().activeElement().sendKeys("e");
        browser.wait(".CodeMirror-hints");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.waitGone(".CodeMirror-hints");
        String query =
                String.valueOf(
                        browser.script(
                                "return document.querySelector('textarea[name=query]').value"));
        assertTrue(query.startsWith("PREFIX chy: <https://w3id.org/chancery/ontology#>\n"), query);
        assertTrue(query.contains("?it a chy:Agreement"), query);
    }

    @Test
    void examplesByTopicRunInOneClick() throws Exception {
        browser.go("/sparql").click("details.topic:nth-of-type(2) summary");
        browser.click("details.topic:nth-of-type(2) .questions a")
                .waitAddress("/sparql\\?query=.*");
        assertTrue(browser.count("main table tbody tr") > 0);
        browser.check();
    }

    @Test
    void mapAndGraphAreDrawn() throws Exception {
        browser.go("/q/coordinates")
                .click(".looks a[href*='view=map']")
                .waitAddress(".*view=map.*");
        assertEquals(2, browser.count(".points circle"));
        browser.check().shot("sparql-map");
        browser.go(
                asked(
                        "CONSTRUCT { ?a ?p ?b } { ?a <https://w3id.org/chancery/ontology#party> ?b ;"
                                + " ?p ?b } LIMIT 20"));
        browser.click(".looks a[href*='view=graph']").waitAddress(".*view=graph.*");
        assertTrue(browser.count("svg.net circle") > 5);
        browser.check().shot("sparql-graph");
    }

    @Test
    void programsAreShown() throws Exception {
        browser.go("/q/leaders").follow("Ask this from a program");
        browser.waitAddress("/sparql/code\\?.*");
        assertTrue(browser.text("section:nth-of-type(2) pre").startsWith("import json"));
        browser.check().shot("sparql-programs");
    }

    private static void waitForState(String text) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(30))
                .until(it -> browser.text(STATE).equals(text));
    }
}
