package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page of a release in which everything is called something that wants to be markup, and of
/// one in which nothing has a name.
@Timeout(180)
class HostileLabelsTest {
    /// Out of text, out of an attribute, out of a script and out of a comment, written from right
    /// to left, with what cannot be seen.
    private static final String HOSTILE =
            "'\"></title></script><script>alert(1)</script><img src=x onerror=alert(2)>"
                    + "--><svg/onload=alert(3)>${7*7}<#if x>\u202e\u200f\u0001{{x}}";

    private static final String MORE =
            """

            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            <id/place/port> a chy:Place ; rdfs:label "Port"@en ; geo:hasGeometry <id/place/port-g> .
            <id/place/port-g> geo:asWKT "POINT(50 40)" ; chy:coordinatesFrom "an atlas"@en .
            <id/event/talks> a chy:Event ; rdfs:label "Talks"@en ; chy:place <id/place/port> ;
                chy:participant <id/state/north> , <id/state/south> ; chy:time <id/time/1991> .
            <id/observation/trade> a chy:Observation ; rdfs:label "Trade"@en ;
                chy:quantity <id/quantity/q> ; chy:reporter <id/state/north> ;
                chy:partner <id/state/south> ; chy:time <id/time/1991> .
            <id/quantity/q> a chy:Quantity ; rdfs:label "5 ships"@en ; chy:value 5.0 .
            <id/office/chief> a chy:Office ; rdfs:label "Chief"@en ; chy:officeOf <id/state/north> .
            <id/tenure/anna> a chy:Tenure ; rdfs:label "Anna as chief"@en ;
                chy:holder <id/person/anna> ; chy:office <id/office/chief> ;
                chy:begin <id/time/1991> .
            <id/organisation/club> a chy:Organisation ; rdfs:label "Club"@en .
            <id/facility/radar> a chy:Facility ; rdfs:label "Radar"@en ;
                chy:locatedIn <id/place/port> ; chy:owner <id/state/south> .
            """;

    private static final Pattern LABEL = Pattern.compile("\"[^\"\n]*\"@en");
    private static final String ASKED = encode(HOSTILE);

    @TempDir static Path folder;
    private static LiveServer hostile;
    private static LiveServer nameless;

    @BeforeAll
    static void open() throws Exception {
        String trig = withMore(Gazette.TRIG);
        String quoted =
                HOSTILE.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0001", "\\u0001");
        hostile =
                LiveServer.with(
                        LABEL.matcher(trig)
                                .replaceAll(
                                        java.util.regex.Matcher.quoteReplacement(
                                                "\"" + quoted + "\"@en")),
                        folder.resolve("hostile"),
                        usual -> usual.withQueries(Path.of("queries")));
        nameless =
                LiveServer.with(
                        trig.replaceAll(
                                "rdfs:label (\"[^\"\n]*\"(@[a-z]+)?( , )?)+", "rdfs:comment \"\""),
                        folder.resolve("nameless"));
    }

    /// Into the default graph, before the first named one.
    private static String withMore(String trig) {
        int graph = trig.indexOf("GRAPH <");
        return trig.substring(0, graph) + MORE + trig.substring(graph);
    }

    @AfterAll
    static void close() {
        hostile.close();
        nameless.close();
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        Stream.of(
                        "state/north",
                        "state/south",
                        "person/anna",
                        "agreement/lease",
                        "event/talks",
                        "office/chief",
                        "tenure/anna",
                        "organisation/club",
                        "place/port",
                        "facility/radar",
                        "observation/trade",
                        "source/gazette",
                        "claim/01",
                        "statement/anna-says",
                        "time/1991",
                        "disagreement/01",
                        "passage/gazette-27-68")
                .forEach(thing -> paths.add("/id/" + thing + ".html"));
        paths.addAll(
                List.of(
                        "/",
                        "/browse",
                        "/browse?state=north&kind=Agreement",
                        "/missing",
                        "/map",
                        "/map?around=port",
                        "/figures",
                        "/between",
                        "/between/north/south",
                        "/disagreements",
                        "/ontology",
                        "/queries",
                        "/dumps/",
                        "/class/State",
                        "/id/source/gazette?show=alone",
                        "/id/source/gazette?show=text",
                        "/claims?subject=/id/agreement/lease",
                        "/search?q=anna",
                        "/sparql?query=" + encode("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 300"),
                        "/sparql?query=" + encode("DESCRIBE <x>")));
        return paths;
    }

    private static List<String> hostileAddresses() {
        return List.of(
                "/search?q=" + ASKED,
                "/search?q=x&type=" + ASKED,
                "/browse?kind=" + ASKED,
                "/browse?from=" + ASKED,
                "/claims?subject=" + ASKED,
                "/claims?subject=/id/agreement/lease&property=" + ASKED + "&value=" + ASKED,
                "/map?around=" + ASKED,
                "/id/" + ASKED,
                "/" + ASKED,
                "/?lang=" + ASKED,
                "/?as-of=" + ASKED,
                "/?according-to=" + ASKED,
                "/?" + ASKED + "=" + ASKED,
                "/between/" + ASKED + "/north",
                "/between/north/south?from=" + ASKED + "&kind=" + ASKED,
                "/id/source/gazette?show=" + ASKED,
                "/disagreements?kind=" + ASKED,
                "/sparql?query=" + ASKED,
                "/sparql?query=" + encode("SELECT (\"\"\"" + HOSTILE + "\"\"\" AS ?x) {}"),
                "/sparql?format=" + ASKED + "&query=" + encode("SELECT * {}"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void whateverThingsAreCalledThePageIsOurs(String path) throws Exception {
        HttpResponse<String> page = hostile.web().get(path, "text/html");
        assertEquals(200, page.statusCode(), path);
        assertHarmless(path, page.body());
    }

    @ParameterizedTest
    @MethodSource("hostileAddresses")
    void whateverIsAskedForThePageIsOurs(String path) throws Exception {
        HttpResponse<String> page = hostile.web().get(path, "text/html");
        assertTrue(page.statusCode() < 500, path + " " + page.statusCode());
        assertHarmless(path, page.body());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aPageAboutSomethingWithoutANameOpens(String path) throws Exception {
        HttpResponse<String> page = nameless.web().get(path, "text/html");
        assertEquals(200, page.statusCode(), path);
        assertFalse(page.body().contains("<h1></h1>"), path);
        assertFalse(Pattern.compile("<a [^>]*></a>").matcher(page.body()).find(), path);
    }

    private static void assertHarmless(String path, String html) {
        assertFalse(html.contains("<script>"), path);
        assertFalse(html.contains("<img"), path);
        assertFalse(html.contains("<svg/"), path);
        assertFalse(html.contains("49<#if"), path);
        // drawings have titles, too
        assertEquals(html.split("<title>", -1).length, html.split("</title>", -1).length, path);
        String bare = html.replaceAll("\"[^\"]*\"", "\"\"");
        assertFalse(
                Pattern.compile("<[a-z][^>]*\\s(on[a-z]+|style)\\s*=").matcher(bare).find(),
                path + " has a handler or a style inside");
        assertFalse(
                Pattern.compile("(href|src|action)=\"\\s*(javascript|data):").matcher(html).find(),
                path + " leads to a script");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
