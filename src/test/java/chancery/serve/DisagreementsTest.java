package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import chancery.vocab.Chy;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/// The register of disagreements, in each of its forms, from a real server.
@Timeout(60)
class DisagreementsTest {
    private static final String BASE = ReleaseFixture.BASE;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /// The Gazette's graph without its one disagreement.
    private static final String AGREED =
            Gazette.TRIG.replaceFirst("(?s)<id/disagreement/01>.*?\"@en \\.", "");

    @TempDir static Path folder;
    private static LiveServer server;
    private static LiveServer peaceful;
    private static Web web;
    private static Web peacefulWeb;

    @BeforeAll
    static void start() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("gazette.txt"), Gazette.TEXT);
        server = serve("disputed", Gazette.TRIG + Gazette.DISPUTES, texts);
        web = server.web();
        peaceful = serve("agreed", AGREED, texts);
        peacefulWeb = new Web(peaceful.port());
    }

    private static LiveServer serve(String name, String trig, Path texts) throws Exception {
        Path releases = folder.resolve(name);
        return LiveServer.with(trig, releases, usual -> usual.withTexts(texts));
    }

    @AfterAll
    static void stop() {
        server.close();
        peaceful.close();
    }

    @ParameterizedTest
    @CsvSource({
        "html, text/html",
        "ttl, text/turtle",
        "json, application/json",
        "atom, application/atom+xml",
    })
    void eachFormIsHadByEndingAndByAccept(String ending, String type) throws Exception {
        HttpResponse<String> byEnding = web.get("/disagreements." + ending, "image/png");
        assertEquals(200, byEnding.statusCode());
        assertEquals(type + ";charset=utf-8", Web.type(byEnding).replace(" ", ""));
        boolean namesThings = List.of("html", "json").contains(ending);
        String vary = (namesThings ? "Accept-Language, " : "") + "Accept-Encoding";
        assertEquals(vary, Web.header(byEnding, "Vary"));

        HttpResponse<String> byAccept = web.get("/disagreements", "*/*;q=0.1, " + type);
        assertEquals(200, byAccept.statusCode());
        assertEquals(type + ";charset=utf-8", Web.type(byAccept).replace(" ", ""));
        assertEquals("Accept, " + vary, Web.header(byAccept, "Vary"));
        assertEquals(byEnding.body(), byAccept.body());

        HttpResponse<String> head = web.send("HEAD", "/disagreements." + ending, "*/*", "");
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    @Test
    void whatIsNotOfferedIsRefused() throws Exception {
        assertEquals(406, web.get("/disagreements", "image/png").statusCode());
        assertEquals(404, web.get("/disagreements.csv", "*/*").statusCode());
        assertEquals(404, web.get("/disagreements/", "*/*").statusCode());
        assertEquals(405, web.send("DELETE", "/disagreements", "*/*", "").statusCode());
    }

    @Test
    void pageListsWhoStandsAgainstWhomOncePerDisagreement() throws Exception {
        String page = web.get("/disagreements", "text/html").body();
        String decided = line(page, "01");
        assertTrue(decided.contains("<b>25 January 2002</b>"), decided);
        assertTrue(decided.contains("signed when?</a>"), decided);
        assertTrue(decided.contains(">Gazette</span>"), decided);
        assertTrue(decided.contains("1991"), decided);
        String open = line(page, "02");
        assertTrue(open.contains("alert(1)&lt;/script&gt;, denies"), open);
        assertTrue(open.contains("Anna (Gazette)"), open);
        assertFalse(page.contains("class=\"passage\""), "the words stand on its own page");
        assertEquals(200, web.get("/disagreements?page=2", "text/html").statusCode());
    }

    @Test
    void pageOfADisagreementHasItsPositionsSideBySide() throws Exception {
        String decided = positions("01");
        assertTrue(decided.contains("<a href=\"/id/agreement/lease\" lang=\"en\">Lease"), decided);
        assertTrue(decided.contains("different values"), decided);
        assertTrue(
                decided.indexOf("class=\"preferred\"")
                        < decided.indexOf("25 January 2002</a></h2>"),
                decided);
        assertTrue(decided.contains("The Gazette</a> <span class=\"quiet\">1991</span>"), decided);
        assertTrue(decided.contains("<q>25 January 2002</q>"), decided);
        assertTrue(decided.contains("The lease was signed"), decided);
        assertTrue(
                decided.contains("<mark>They signed the lease on 25 January 2002.</mark>"),
                decided);
        assertTrue(decided.contains("href=\"/id/passage/gazette-27-68\""), decided);
        assertTrue(decided.contains("verdict accepted"), decided);
        assertTrue(decided.contains("verdict outweighed"), decided);
        assertTrue(decided.contains("the narrator first"), decided);
        assertTrue(decided.contains("The narrator answers for what he says."), decided);
        assertFalse(decided.contains("not this"), "a concept of another list");
        assertTrue(decided.contains("The narrator gives a day, Anna a year"), decided);

        String open = positions("02");
        assertTrue(open.contains("Undecided"), open);
        assertTrue(open.contains("denies"), open);
        assertTrue(open.contains("seen-by-hand"), open);
        assertTrue(open.indexOf(">Anna</a>") < open.indexOf(">Boris</a>"), "the inner one first");
        assertTrue(open.contains("the source, in its own voice"), open);
        assertTrue(open.contains("&lt;b&gt;Met&lt;/b&gt; &amp; &quot;spoke&quot;"), open);
        assertTrue(open.contains("&lt;script&gt;alert(1)"), open);
        assertFalse(open.contains("<script>"), open);
        assertFalse(open.contains("<b>Met"), open);
    }

    @Test
    void pageLeadsToItsOtherForms() throws Exception {
        String page = web.get("/disagreements?kind=Denial&decided=no", "text/html").body();
        for (String other :
                List.of(
                        "type=\"text/turtle\" title=\"Disagreements\" href=\"/disagreements.ttl",
                        "type=\"application/json\" title=\"Disagreements\" href=\"/disagreements.json",
                        "type=\"application/atom+xml\" title=\"Disagreements\" href=\"/disagreements.atom")) {
            assertTrue(
                    page.contains(
                            "<link rel=\"alternate\" " + other + "?kind=Denial&amp;decided=no\">"),
                    page);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2",
        "?kind=Denial, 1",
        "?kind=DifferentValues, 1",
        "?kind=BrokenConstraint, 0",
        "?decided=yes, 1",
        "?decided=no, 1",
        "?kind=Denial&decided=no, 1",
        "?kind=Denial&decided=yes, 0",
    })
    void filtersHoldInEveryForm(String query, int count) throws Exception {
        String page = web.get("/disagreements.html" + query, "*/*").body();
        assertEquals(count, page.split("<ul class=\"opponents\"", -1).length - 1, page);
        JsonObject json = JSON.parse(web.get("/disagreements.json" + query, "*/*").body());
        assertEquals(count, json.get("disagreements").getAsArray().size());
        assertEquals(count, turtle(web, query).find(null, null, Chy.DISAGREEMENT).toList().size());
        assertEquals(count, texts(atom(web, query), "entry").size());
    }

    @Test
    void filtersAreLinksThatKeepEachOther() throws Exception {
        String page = web.get("/disagreements?decided=no", "text/html").body();
        assertTrue(page.contains("<b aria-current=\"true\">undecided 1</b>"), page);
        assertTrue(
                page.contains("<a href=\"/disagreements?kind=Denial&amp;decided=no\">denial 1</a>"),
                page);
        assertTrue(page.contains("<span class=\"quiet\">different values 0</span>"), page);
        assertTrue(page.contains("<a href=\"/disagreements?decided=yes\">decided 1</a>"), page);
    }

    @Test
    void filterThatCannotBeIsNamed() throws Exception {
        HttpResponse<String> kind = web.get("/disagreements?kind=Quarrel", "*/*");
        assertEquals(400, kind.statusCode());
        assertEquals(
                "/disagreements: parameter kind: found \"Quarrel\", expected one of"
                        + " BrokenConstraint, Denial, DifferentValues\n",
                Web.detail(kind));
        HttpResponse<String> decided = web.get("/disagreements.json?decided=maybe", "*/*");
        assertEquals(400, decided.statusCode());
        assertEquals(
                "/disagreements: parameter decided: found \"maybe\", expected yes or no\n",
                Web.detail(decided));
    }

    @Test
    void turtleIsWholeByItself() throws Exception {
        Graph graph = turtle(web, "");
        assertEquals(4, graph.find(null, RDF.type.asNode(), Chy.CLAIM).toList().size());
        assertEquals(2, graph.find(null, RDF.type.asNode(), Chy.PASSAGE).toList().size());
        assertTrue(graph.contains(id("source/gazette"), RDF.type.asNode(), Chy.SOURCE));
        assertTrue(
                graph.contains(
                        id("statement/boris-quotes"), Chy.term("speaker"), id("person/boris")));
        assertTrue(
                graph.contains(id("concept/rule-narrator-first"), SKOS.scopeNote.asNode(), null));
        assertTrue(graph.contains(id("person/boris"), RDFS.label.asNode(), null));
        assertFalse(graph.contains(id("person/boris"), RDF.type.asNode(), null), "only its label");
    }

    @Test
    void jsonGivesIrisAndLabels() throws Exception {
        JsonObject all = JSON.parse(web.get("/disagreements.json", "*/*").body());
        assertEquals("r1", all.getString("release"));
        assertEquals("2026-01-31", all.getString("issued"));
        assertEquals(2, number(all, "count"));
        JsonObject decided = all.get("disagreements").getAsArray().get(0).getAsObject();
        assertEquals(BASE + "id/disagreement/01", decided.getString("iri"));
        assertEquals(Chy.NS + "DifferentValues", decided.getObj("kind").getString("iri"));
        assertEquals("different values", decided.getObj("kind").getString("label"));
        assertEquals(Chy.NS + "signed", decided.getObj("property").getString("iri"));
        assertTrue(decided.getBoolean("decided"));
        assertEquals(BASE + "id/claim/01", decided.getString("preferred"));
        assertEquals("narrator-first", decided.getObj("rule").getString("name"));
        assertEquals(
                "The narrator answers for what he says.",
                decided.getObj("rule").getString("reason"));
        JsonObject position = decided.get("positions").getAsArray().get(0).getAsObject();
        assertEquals(BASE + "id/claim/01", position.getString("claim"));
        assertTrue(position.getBoolean("preferred"));
        assertEquals("25 January 2002", position.getObj("value").getString("label"));
        assertEquals("1991", position.getObj("source").getString("published"));
        assertEquals(Chy.NS + "Accepted", position.getObj("verdict").getString("iri"));
        assertEquals("[ \"25 January 2002\" ]", position.get("asWritten").toString().strip());
        JsonObject passage = position.get("passages").getAsArray().get(0).getAsObject();
        assertEquals(BASE + "id/passage/gazette-27-68", passage.getString("iri"));
        assertEquals(27, number(passage, "start"));
        assertEquals(68, number(passage, "end"));

        JsonObject open = all.get("disagreements").getAsArray().get(1).getAsObject();
        assertFalse(open.getBoolean("decided"));
        assertFalse(open.hasKey("rule") || open.hasKey("preferred"));
        assertEquals("seen-by-hand", open.getString("constraint"));
        assertEquals("asserted\u0001 & denied", open.getString("rationale"));
        JsonArray chain =
                open.get("positions").getAsArray().get(0).getAsObject().get("saidIn").getAsArray();
        assertEquals(
                BASE + "id/statement/anna-denies", chain.get(0).getAsObject().getString("iri"));
        assertEquals(
                "Boris",
                chain.get(1)
                        .getAsObject()
                        .get("speakers")
                        .getAsArray()
                        .get(0)
                        .getAsObject()
                        .getString("label"));
    }

    @Test
    void feedHasAnEntryForEachDatedByTheRelease() throws Exception {
        Document feed = atom(web, "");
        assertEquals("feed", feed.getDocumentElement().getLocalName());
        assertEquals(
                List.of(
                        BASE + "disagreements",
                        BASE + "id/disagreement/01",
                        BASE + "id/disagreement/02"),
                texts(feed, "id"));
        assertEquals(
                List.of("2026-01-31T00:00:00Z", "2026-01-31T00:00:00Z", "2026-01-31T00:00:00Z"),
                texts(feed, "updated"));
        assertEquals(3, texts(feed, "title").size());
        assertEquals(List.of("Chancery"), texts(feed, "name"));
        assertEquals(
                List.of(
                        "self /disagreements.atom",
                        "alternate /disagreements.html",
                        "alternate /id/disagreement/01",
                        "alternate /id/disagreement/02"),
                links(feed));
        assertEquals(
                List.of(
                        "Decided by narrator-first. The narrator gives a day, Anna a year",
                        "Undecided. asserted\uFFFD & denied"),
                texts(feed, "summary"));
        assertEquals(
                web.get("/disagreements.atom", "*/*").body(),
                web.get("/disagreements.atom", "*/*").body());
    }

    @Test
    void otherPagesLeadToIt() throws Exception {
        String home = web.get("/", "text/html").body();
        assertTrue(home.contains("<a href=\"/disagreements\">2 disagreements</a>"), home);
        String thing = web.get("/id/agreement/lease.html", "text/html").body();
        String list = thing.substring(thing.indexOf("class=\"disputed\""));
        list = list.substring(0, list.indexOf("</div>"));
        assertEquals(2, list.split("/id/disagreement/01\"", -1).length, "linked once");
        String claim = web.get("/id/claim/03", "text/html").body();
        assertTrue(claim.contains("<a href=\"/id/disagreement/02\">"), claim);
    }

    @Test
    void releaseWithoutDisagreementsSaysSoInEveryForm() throws Exception {
        String page = peacefulWeb.get("/disagreements", "text/html").body();
        assertTrue(page.contains("There are none in this release."), page);
        assertFalse(page.contains("<ul class=\"opponents\""), page);
        JsonObject json = JSON.parse(peacefulWeb.get("/disagreements.json", "*/*").body());
        assertEquals(0, number(json, "count"));
        assertEquals(0, json.get("disagreements").getAsArray().size());
        assertEquals(0, turtle(peacefulWeb, "").size());
        assertEquals(List.of(), texts(atom(peacefulWeb, ""), "entry"));
        String home = peacefulWeb.get("/", "text/html").body();
        assertTrue(home.contains("No <a href=\"/disagreements\">disagreement</a>"), home);
        String thing = peacefulWeb.get("/id/agreement/lease.html", "text/html").body();
        assertFalse(thing.contains("Where claims about it disagree"), thing);
    }

    private static String line(String page, String id) {
        int at = page.indexOf("<tr><td><a href=\"/id/disagreement/" + id);
        assertTrue(at > 0, page);
        return page.substring(at, page.indexOf("</tr>", at));
    }

    private static String positions(String id) throws Exception {
        String page = web.get("/id/disagreement/" + id, "text/html").body();
        return page.substring(page.indexOf("<main"), page.indexOf("<section class=\"what-if\""));
    }

    private static int number(JsonObject json, String member) {
        return json.get(member).getAsNumber().value().intValue();
    }

    private static Node id(String path) {
        return NodeFactory.createURI(BASE + "id/" + path);
    }

    private static Graph turtle(Web from, String query) throws Exception {
        Graph graph = GraphFactory.createGraphMem();
        String body = from.get("/disagreements.ttl" + query, "*/*").body();
        RDFParser.fromString(body, Lang.TURTLE).parse(graph);
        return graph;
    }

    private static Document atom(Web from, String query) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        String body = from.get("/disagreements.atom" + query, "*/*").body();
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document feed, String element) {
        List<String> texts = new ArrayList<>();
        NodeList all = feed.getElementsByTagNameNS(ATOM, element);
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> links(Document feed) {
        List<String> links = new ArrayList<>();
        NodeList all = feed.getElementsByTagNameNS(ATOM, "link");
        for (int i = 0; i < all.getLength(); i++) {
            var attributes = all.item(i).getAttributes();
            links.add(
                    attributes.getNamedItem("rel").getNodeValue()
                            + " "
                            + attributes.getNamedItem("href").getNodeValue());
        }
        return links;
    }
}
