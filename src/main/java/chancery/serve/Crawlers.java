package chancery.serve;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/robots.txt`, `/sitemap.xml` and the parts of it: what crawlers are to know. Whoever wants the
/// whole graph is led to the dumps.
final class Crawlers {
    private static final String XML = "application/xml; charset=utf-8";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// The protocol allows 50,000.
    private static final int IN_A_PART = 20_000;

    private static final Pattern PART = Pattern.compile("/sitemap/([1-9][0-9]{0,5})\\.xml");

    private final Pages pages;

    Crawlers(Pages pages) {
        this.pages = pages;
    }

    static boolean isFor(String path) {
        return path.equals("/robots.txt") || path.startsWith("/sitemap");
    }

    Reply answer(Request request, Served served) {
        if (request.path().equals("/robots.txt")) {
            return new Reply.Found("text/plain; charset=utf-8", robots(request.origin()), false);
        }
        List<String> paths = served.sitePaths().get();
        if (request.path().equals("/sitemap.xml")) {
            return new Reply.Found(XML, index(request.origin(), paths.size(), served), false);
        }
        Matcher part = PART.matcher(request.path());
        int from = part.matches() ? (Integer.parseInt(part.group(1)) - 1) * IN_A_PART : -1;
        return from < 0 || from >= paths.size()
                ? pages.notFound(request, served)
                : new Reply.Found(
                        XML,
                        part(
                                request.origin(),
                                paths.subList(from, Math.min(paths.size(), from + IN_A_PART)),
                                served),
                        false);
    }

    private static String robots(String origin) {
        return """
        # The whole graph as files, better than page by page: %1$s/dumps/
        # What is in it: %1$s/.well-known/void
        User-agent: *
        Disallow: /sparql
        Disallow: /claims
        Allow: /

        Sitemap: %1$s/sitemap.xml
        """
                .formatted(origin);
    }

    private static String index(String origin, int paths, Served served) {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<sitemapindex xmlns=\"").append(NAMESPACE).append("\">\n");
        for (int part = 1; (part - 1) * IN_A_PART < paths; part++) {
            entry(xml, "sitemap", origin + "/sitemap/" + part + ".xml", served);
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    private static String part(String origin, List<String> paths, Served served) {
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append("<urlset xmlns=\"").append(NAMESPACE).append("\">\n");
        paths.forEach(path -> entry(xml, "url", origin + path, served));
        return xml.append("</urlset>\n").toString();
    }

    /// Paths have only letters, digits and marks that need no escape: see [SitePaths].
    private static void entry(StringBuilder xml, String name, String address, Served served) {
        String date = served.release().description().date();
        xml.append("<").append(name).append("><loc>").append(address).append("</loc>");
        if (date.matches("\\d{4}-\\d{2}-\\d{2}")) {
            xml.append("<lastmod>").append(date).append("</lastmod>");
        }
        xml.append("</").append(name).append(">\n");
    }
}
