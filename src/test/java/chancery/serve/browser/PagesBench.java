package chancery.serve.browser;

import chancery.cli.SeedRelease;
import chancery.serve.LiveServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// How heavy the pages of the seeds are and how long they take, from the request to the first byte
/// and to the whole page in Chromium, on this machine (docs/benchmarks.md).
///
/// Arguments: how often each page is opened (50), then paths instead of the usual ones.
final class PagesBench {
    private static final Path TEXTS = Path.of("../shared/seeds");

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/search?q=Aliyev",
                    "/browse",
                    "/browse?kind=Agreement",
                    "/missing",
                    "/map",
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

    private static final String TIMES =
            """
            const n = performance.getEntriesByType("navigation")[0];
            return [n.responseStart - n.requestStart, n.loadEventEnd - n.requestStart,
                n.decodedBodySize];
            """;

    private PagesBench() {}

    public static void main(String[] args) throws Exception {
        int times = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        List<String> paths = args.length > 1 ? List.of(args).subList(1, args.length) : PATHS;
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
            print("| page | kB | first byte, median | p95 | whole page, median | p95 |");
            print("|---|---|---|---|---|---|");
            for (String path : paths) {
                measure(browser, path, times);
            }
        }
    }

    private static void measure(Browser browser, String path, int times) {
        List<Double> firstBytes = new ArrayList<>();
        List<Double> wholes = new ArrayList<>();
        double bytes = 0;
        for (int i = 0; i < times + 5; i++) {
            browser.go(path);
            if (browser.script(TIMES) instanceof List<?> found && i >= 5) {
                firstBytes.add(number(found.get(0)));
                wholes.add(number(found.get(1)));
                bytes = number(found.get(2));
            }
        }
        print(
                String.format(
                        Locale.ROOT,
                        "| `%s` | %.0f | %.0f | %.0f | %.0f | %.0f |",
                        path,
                        bytes / 1000,
                        share(firstBytes, 0.5),
                        share(firstBytes, 0.95),
                        share(wholes, 0.5),
                        share(wholes, 0.95)));
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static double share(List<Double> values, double share) {
        Collections.sort(values);
        return values.get(Math.min(values.size() - 1, (int) Math.floor(share * values.size())));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
