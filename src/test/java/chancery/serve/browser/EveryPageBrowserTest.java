package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/// What holds of every kind of page: it fits small and very large windows, paper, and a reader who
/// hears it.
@Timeout(300)
@EnabledIf(
        value = "chancery.serve.browser.Browser#isInstalled",
        disabledReason = "no chromium with chromedriver on this machine")
class EveryPageBrowserTest {
    private static final Path TEXTS = Path.of("../shared/seeds");

    private static final String DATED =
            "SELECT ?a ?day { ?a a chy:Agreement ; chy:signed/chy:edtf ?day }";

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/search?q=Aliyev",
                    "/search?q=gas",
                    "/search?q=xyzzyqqq",
                    "/id/state/azerbaijan.html",
                    "/id/state/azerbaijan.html?lang=ru",
                    "/id/state/azerbaijan.html?according-to=wikipedia-2016&as-of=1992-05-20",
                    "/id/person/ilham-aliyev.html",
                    "/id/agreement/military-technical-cooperation-2003.html",
                    "/id/event/putin-and-heydar-aliyev-at-bina-airport.html",
                    "/id/office/president-of-azerbaijan.html",
                    "/id/organisation/cis.html",
                    "/id/place/nakhchivan.html",
                    "/id/facility/gabala-radar-station.html",
                    "/id/observation/azerbaijan-russia-trade-volume.html",
                    "/id/source/wikipedia-2016",
                    "/id/source/wikipedia-2016?show=alone",
                    "/id/source/wikipedia-2016?show=contradicted",
                    "/id/source/wikipedia-2016?show=text",
                    "/claims?subject=/id/state/azerbaijan",
                    "/class/Event",
                    "/between",
                    "/between/azerbaijan",
                    "/between/azerbaijan/russia",
                    "/between/azerbaijan/russia?kind=cheese",
                    "/map",
                    "/map?around=baku",
                    "/figures",
                    "/disagreements",
                    "/sparql",
                    "/sparql?query=SELECT+*+%7B+%3Fs+%3Fp+",
                    "/sparql/code?query=ASK+%7B%7D",
                    answer(DATED, "table"),
                    answer(DATED, "timeline"),
                    answer("SELECT ?p (COUNT(*) AS ?n) { ?a chy:party ?p } GROUP BY ?p", "chart"),
                    answer("SELECT ?it ?state { ?it chy:party ?state }", "graph"),
                    answer("SELECT ?place { ?place a chy:Place }", "map"),
                    "/browse",
                    "/browse?kind=Agreement",
                    "/missing",
                    "/queries",
                    "/q/agreements-by-signing",
                    "/dumps/",
                    "/dumps/latest/",
                    "/ontology",
                    "/problems",
                    "/nothing/here");

    private static LiveServer server;
    private static Browser browser;

    private static String answer(String query, String view) {
        String whole = "PREFIX chy: <https://w3id.org/chancery/ontology#> " + query;
        return "/sparql?query="
                + URLEncoder.encode(whole, StandardCharsets.UTF_8)
                + "&view="
                + view;
    }

    @BeforeAll
    static void open() throws Exception {
        server =
                LiveServer.of(
                        SeedRelease.releases(),
                        usual -> {
                            var asked = usual.withQueries(Path.of("queries"));
                            return Files.isDirectory(TEXTS) ? asked.withTexts(TEXTS) : asked;
                        });
        browser = Browser.on(server.port());
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    /// A claim, a passage and a disagreement have names that nobody can know before.
    private static List<String> paths() {
        List<String> paths = new ArrayList<>(PATHS);
        paths.add(firstLink("/id/source/wikipedia-2016", "table.claims a.claim"));
        paths.add(firstLink(paths.getLast(), ".place a"));
        paths.add(firstLink("/disagreements", "main table tbody a"));
        return paths;
    }

    private static String firstLink(String path, String css) {
        return String.valueOf(
                browser.go(path)
                        .script(
                                "return document.querySelector(\""
                                        + css
                                        + "\").getAttribute('href')"));
    }

    private static List<String> complaints(String script) {
        List<String> complaints = new ArrayList<>();
        for (String path : paths()) {
            Object found = browser.go(path).script(script);
            assertTrue(found instanceof List<?>, path);
            ((List<?>) found).forEach(it -> complaints.add(path + ": " + it));
        }
        return complaints;
    }

    private static String script(String name) throws Exception {
        try (InputStream in = EveryPageBrowserTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noneIsWiderThanAWindowOf320Pixels() {
        browser.size(320, 740);
        String wide =
                """
                const page = document.scrollingElement;
                if (page.scrollWidth <= innerWidth) return [];
                return [...document.querySelectorAll("body *")]
                    .filter(it => it.getBoundingClientRect().right > innerWidth + 1)
                    .map(it => it.outerHTML.slice(0, 120)).slice(0, 3);
                """;
        assertEquals(List.of(), complaints(wide));
    }

    /// A line of more than about ninety letters is hard to find back from.
    @Test
    void linesStayReadableInAWindowOf2560Pixels() {
        browser.size(2560, 1440);
        String long_ =
                """
                return [...document.querySelectorAll("main p, main dd, main blockquote")]
                    .filter(it => it.checkVisibility() && !it.querySelector("input, select, svg"))
                    .map(it => [it.getBoundingClientRect().width
                        / parseFloat(getComputedStyle(it).fontSize), it])
                    .filter(([ems, it]) => ems > 46 && it.textContent.trim().length > 90)
                    .map(([ems, it]) => Math.round(ems) + " em: " + it.outerHTML.slice(0, 120))
                    .slice(0, 3);
                """;
        assertEquals(List.of(), complaints(long_));
    }

    @Test
    void aScreenReaderFindsItsWayAround() throws Exception {
        browser.wide();
        assertEquals(List.of(), complaints(script("structure.js")));
    }

    @Test
    void onPaperThereIsWhatCanBeReadAndNothingToPress() throws Exception {
        browser.size(700, 900).paper(true);
        try {
            assertEquals(List.of(), complaints(script("paper.js")));
        } finally {
            browser.paper(false);
        }
    }
}
