package chancery.serve.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// How heavy the pages of the seeds are and how long they take, from the request to the first byte
/// and to the whole page in Chromium, on this machine (docs/benchmarks.md).
///
/// Run by hand: `mvn test -Dtest=PagesBench -Dsurefire.failIfNoSpecifiedTests=false`, opens each
/// page `-Dchancery.pages.times` (50) times and writes its table to `target/pages.md`.
@EnabledIf(
        value = "chancery.serve.browser.Browser#isInstalled",
        disabledReason = "no chromium with chromedriver on this machine")
class PagesBench {
    private static final Path TEXTS = Path.of("../shared/seeds");

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/search?q=Aliyev",
                    "/browse",
                    "/browse?kind=Agreement",
                    "/missing",
                    "/map",
                    "/figures",
                    "/between/azerbaijan/russia",
                    "/id/state/azerbaijan.html",
                    "/id/state/russia.html",
                    "/id/person/heydar-aliyev.html",
                    "/id/source/wikipedia-2016",
                    "/id/source/wikipedia-2016?show=text",
                    "/disagreements",
                    "/ontology",
                    "/queries",
                    "/sparql",
                    "/dumps/");

    private static final String MEASURE =
            """
            const n = performance.getEntriesByType("navigation")[0];
            return [n.responseStart - n.requestStart, n.loadEventEnd - n.requestStart,
                n.decodedBodySize];
            """;

    private static final int TIMES = Integer.getInteger("chancery.pages.times", 50);

    @Test
    void measureEachPage() throws Exception {
        StringBuilder table =
                new StringBuilder(
                        """
                        | page | kB | first byte, median | p95 | whole page, median | p95 |
                        |---|---|---|---|---|---|
                        """);
        try (LiveServer server =
                        LiveServer.of(
                                SeedRelease.releases(),
                                usual -> {
                                    var asked = usual.withQueries(Path.of("queries"));
                                    return Files.isDirectory(TEXTS)
                                            ? asked.withTexts(TEXTS)
                                            : asked;
                                });
                Browser browser = Browser.on(server.port())) {
            for (String path : PATHS) {
                table.append(measure(browser, path)).append('\n');
            }
        }
        Files.writeString(Path.of("target/pages.md"), table);
        assertEquals(PATHS.size() + 2, table.toString().lines().count());
    }

    private static String measure(Browser browser, String path) {
        List<Double> firstBytes = new ArrayList<>();
        List<Double> wholes = new ArrayList<>();
        double bytes = 0;
        for (int i = 0; i < TIMES + 5; i++) {
            browser.go(path);
            if (browser.script(MEASURE) instanceof List<?> found && i >= 5) {
                firstBytes.add(number(found.get(0)));
                wholes.add(number(found.get(1)));
                bytes = number(found.get(2));
            }
        }
        return String.format(
                Locale.ROOT,
                "| `%s` | %.0f | %.0f | %.0f | %.0f | %.0f |",
                path,
                bytes / 1000,
                share(firstBytes, 0.5),
                share(firstBytes, 0.95),
                share(wholes, 0.5),
                share(wholes, 0.95));
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static double share(List<Double> values, double share) {
        Collections.sort(values);
        return values.get(Math.min(values.size() - 1, (int) Math.floor(share * values.size())));
    }
}
