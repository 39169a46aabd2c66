package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/// Things by their IRIs, in every form and by every way to ask for it.
@Timeout(60)
class LinkedDataTest {
    private static final String BASE = ReleaseFixture.BASE;
    private static final String THING = "/id/agreement/lease";
    private static final String DOCUMENT = "/id/claim/01";
    private static final Pattern BLOCK =
            Pattern.compile(
                    "<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    private static final String CHANGED =
            """
            <id/state/northland> <http://purl.org/dc/terms/isReplacedBy> <id/state/north> ;
                owl:deprecated true .
            <id/state/atlantis> owl:deprecated true ; skos:changeNote "It <never> was."@en .
            """;

    @TempDir static Path folder;
    private static LiveServer server;
    private static Web web;

    @BeforeAll
    static void start() throws Exception {
        Path release = ReleaseFixture.write(folder, "r1", Gazette.TRIG + CHANGED);
        ReleaseFixture.makeCurrent(folder, "r1");
        Path states = Files.createDirectories(release.resolve("dumps/states"));
        Files.writeString(states.resolve("north.ttl"), "# north\n");
        server = LiveServer.of(folder);
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// By RFC 9110, section 12.5.1; `406` where nothing is acceptable.
    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | html",
                "text/turtle | ttl",
                "application/ld+json | jsonld",
                "application/n-triples | nt",
                "application/rdf+xml | rdf",
                "*/* | html",
                "'' | html",
                "text/* | html",
                "application/* | nt",
                "text/html;q=0.1, application/ld+json | jsonld",
                "text/turtle;q=0.5, application/rdf+xml;q=0.8 | rdf",
                "text/turtle;q=0.5, */*;q=0.1 | ttl",
                "text/html;q=0, */* | ttl",
                "text/html;q=0, text/turtle;q=0, */*;q=0.001 | nt",
                "text/turtle;q=0.3, text/*;q=0.7 | html",
                "TEXT/Turtle | ttl",
                "text/turtle ; q=1.000 , text/html ; q=0.999 | ttl",
                "text/turtle;charset=utf-8 | ttl",
                "application/ld+json;profile=\"http://x/a,b;c\" | jsonld",
                "image/png, */*;q=0.1 | html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html",
                "text/turtle;q=x, text/html;q=0.001 | html",
                "image/png | 406",
                "image/* | 406",
                "text/html;q=0 | 406",
                "*/*;q=0 | 406"
            })
    void formIsChosenByTheHeader(String accept, String ending) throws Exception {
        HttpResponse<String> thing = web.get(THING, accept);
        HttpResponse<String> document = web.get(DOCUMENT, accept);
        assertTrue(Web.header(thing, "Vary").startsWith("Accept"));
        assertTrue(Web.header(document, "Vary").startsWith("Accept"));
        if (ending.equals("406")) {
            assertEquals(406, thing.statusCode());
            assertEquals(406, document.statusCode());
            assertTrue(document.body().contains("text/turtle"), document.body());
        } else {
            assertEquals(303, thing.statusCode());
            assertEquals(THING + "." + ending, Web.header(thing, "Location"));
            assertEquals(200, document.statusCode());
            assertEquals(DOCUMENT + "." + ending, Web.header(document, "Content-Location"));
            assertEquals(document.body(), web.get(DOCUMENT + "." + ending, "*/*").body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/id/state/north.html", "/id/state/north.ttl", "/ontology"})
    void pageAndDataThatAreKnownAreNotSentAgain(String path) throws Exception {
        HttpResponse<String> first = web.raw("GET " + path, List.of());
        String tag = Web.header(first, "ETag");
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        HttpResponse<String> again =
                web.raw("GET " + path, List.of("If-None-Match", "\"other\", " + tag));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(tag, Web.header(again, "ETag"));
        assertEquals(Web.header(first, "Vary"), Web.header(again, "Vary"));
        assertEquals(tag, Web.header(web.raw("HEAD " + path, List.of()), "ETag"));
        HttpResponse<String> other = web.raw("GET " + path, List.of("If-None-Match", "\"other\""));
        assertEquals(200, other.statusCode());
        assertEquals(first.body(), other.body());
    }

    @Test
    void requestWithoutTheHeaderGetsThePage() throws Exception {
        HttpResponse<String> response = web.raw("GET " + DOCUMENT, List.of());
        assertEquals(DOCUMENT + ".html", Web.header(response, "Content-Location"));
    }

    @Test
    void severalHeadersAreOne() throws Exception {
        HttpResponse<String> response =
                web.raw("GET " + THING, List.of("Accept", "image/png", "Accept", "text/turtle"));
        assertEquals(THING + ".ttl", Web.header(response, "Location"));
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle, TURTLE",
        "nt, application/n-triples, N-Triples",
        "jsonld, application/ld+json, JSON-LD",
        "rdf, application/rdf+xml, RDF/XML"
    })
    void endingGoesBeforeTheHeaderAndEveryFormSaysTheSame(String ending, String type, String lang)
            throws Exception {
        Graph turtle = graph(THING + ".ttl", "Turtle");
        HttpResponse<String> response = web.get(THING + "." + ending, "image/png");
        assertEquals(200, response.statusCode());
        assertTrue(Web.type(response).startsWith(type), Web.type(response));
        assertEquals("", Web.header(response, "Content-Location"));
        assertTrue(turtle.isIsomorphicWith(graph(THING + "." + ending, lang)), response.body());
    }

    @Test
    void tripleTermsComeOnlyToWhoKnowsThem() throws Exception {
        HttpResponse<String> plain = web.get(DOCUMENT, "text/turtle");
        HttpResponse<String> newer = web.get(DOCUMENT, "text/turtle;version=1.2");
        assertFalse(plain.body().contains("<<("), plain.body());
        assertTrue(newer.body().contains("<<("), newer.body());
        assertTrue(Web.type(newer).contains("version=1.2"), Web.type(newer));
        HttpResponse<String> byEnding = web.get(DOCUMENT + ".ttl", "text/turtle;version=1.2");
        assertTrue(byEnding.body().contains("<<("), byEnding.body());
        assertEquals(
                "Accept, Accept-Encoding",
                Web.header(byEnding, "Vary"),
                "it depends on the header all the same");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/claim/01",
                "/id/passage/gazette-0-26",
                "/id/source/gazette",
                "/id/time/1991",
                "/id/disagreement/01",
                "/id/statement/anna-says",
                "/id/state/north.html",
                "/id/person/anna.html"
            })
    void pageShowsProgramsTheWay(String path) throws Exception {
        HttpResponse<String> page = web.get(path, "text/html");
        String id = path.replace(".html", "").substring(1);
        String link = Web.header(page, "Link");
        assertTrue(link.contains("<" + BASE + id + ">; rel=\"cite-as\""), link);
        assertTrue(link.contains("<https://schema.org/AboutPage>; rel=\"type\""), link);
        assertTrue(link.contains("rel=\"license\""), link);
        for (String form : List.of("ttl", "jsonld", "nt", "rdf")) {
            String data = "</" + id + "." + form + ">; rel=\"describedby\"; type=";
            assertTrue(link.contains(data), link);
            assertTrue(page.body().contains("href=\"/" + id + "." + form + "\""), form);
            String back = Web.header(web.get("/" + id + "." + form, "*/*"), "Link");
            assertTrue(back.contains("</" + id + ".html>; rel=\"describes\""), back);
            assertTrue(back.contains("<" + BASE + id + ">; rel=\"cite-as\""), back);
        }
        assertTrue(link.contains("</" + id + ".linkset>; rel=\"linkset\""), link);
    }

    @Test
    void stateLeadsToItsDumpAndTheLinksetBackFromIt() throws Exception {
        String link = Web.header(web.get("/id/state/north.html", "*/*"), "Link");
        assertTrue(link.contains("</dumps/states/north.ttl>; rel=\"item\""), link);
        assertFalse(Web.header(web.get(DOCUMENT, "*/*"), "Link").contains("rel=\"item\""));

        HttpResponse<String> response = web.get("/id/state/north.linkset", "*/*");
        assertTrue(Web.type(response).startsWith("application/linkset+json"));
        String origin = "http://localhost:" + server.port();
        JsonObject page = context(response, origin + "/id/state/north.html");
        assertEquals(BASE + "id/state/north", target(page, "cite-as"));
        assertEquals(origin + "/dumps/states/north.ttl", target(page, "item"));
        assertEquals(4, page.get("describedby").getAsArray().size());
        JsonObject dump = context(response, origin + "/dumps/states/north.ttl");
        assertEquals(origin + "/id/state/north.html", target(dump, "collection"));
        JsonObject data = context(response, origin + "/id/state/north.ttl");
        assertEquals(origin + "/id/state/north.html", target(data, "describes"));
        assertEquals(404, web.get("/id/state/none.linkset", "*/*").statusCode());
    }

    @Test
    void firstPageLeadsToTheWhole() throws Exception {
        String link = Web.header(web.get("/", "text/html"), "Link");
        assertTrue(link.contains("<" + BASE + ">; rel=\"cite-as\""), link);
        assertTrue(link.contains("</dumps/chancery.ttl>; rel=\"item\""), link);
        JsonObject links =
                context(web.get("/linkset", "*/*"), "http://localhost:" + server.port() + "/");
        assertTrue(links.hasKey("describedby"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/queries",
                "/ontology",
                "/sparql",
                "/dumps/",
                "/class/State",
                "/disagreements",
                "/claims?subject=id/state/north",
                "/id/state/south.html",
                "/id/claim/01.html",
                "/id/time/1991.html",
                "/id/source/gazette.html"
            })
    void everyPageSaysWhatItIsAboutInTheWordsOfSchemaOrg(String path) throws Exception {
        String html = web.get(path, "text/html").body();
        Matcher block = BLOCK.matcher(html);
        assertTrue(block.find(), html);
        JsonObject json = JSON.parse(block.group(1));
        assertEquals("https://schema.org/", json.get("@context").getAsString().value());
        assertFalse(json.get("name").getAsString().value().isEmpty());
        String ofFiles = "<script type=\"module\" src=\"/assets/[a-z.-]+\"></script>";
        String inside = html.replaceAll(ofFiles, "");
        assertEquals(1, inside.split("<script", -1).length - 1, "nothing else is a script");
    }

    @Test
    void schemaOrgKnowsTheThing() throws Exception {
        JsonObject state = mainEntity("/id/state/north.html");
        assertEquals("Country", state.get("@type").getAsString().value());
        assertEquals(BASE + "id/state/north", state.get("@id").getAsString().value());
        assertEquals("North", state.get("name").getAsString().value());
        assertTrue(state.get("alternateName").toString().contains("Север"));
        assertTrue(state.get("sameAs").toString().contains("wikidata.org/entity/Q1"));
        JsonObject hostile = mainEntity("/id/state/south.html");
        assertEquals("<script>alert(1)</script>", hostile.get("name").getAsString().value());
        assertFalse(hostile.hasKey("sameAs"), "no address of another scheme");
        JsonObject claim = mainEntity("/id/claim/01.html");
        assertTrue(claim.get("appearance").toString().contains("The Gazette"));
    }

    @Test
    void whatWasMergedLeadsToTheOtherAndWhatWasWithdrawnIsGone() throws Exception {
        HttpResponse<String> merged = web.get("/id/state/northland", "text/turtle");
        assertEquals(301, merged.statusCode());
        assertEquals("/id/state/north", Web.header(merged, "Location"));
        HttpResponse<String> data = web.get("/id/state/northland.ttl", "*/*");
        assertEquals("/id/state/north.ttl", Web.header(data, "Location"));
        HttpResponse<String> gone = web.get("/id/state/atlantis", "text/html");
        assertEquals(410, gone.statusCode());
        assertTrue(gone.body().contains("It &lt;never&gt; was."), gone.body());
        assertEquals(410, web.get("/id/state/atlantis.ttl", "*/*").statusCode());
    }

    @Test
    void robotsAreLedToTheDumps() throws Exception {
        String robots = web.get("/robots.txt", "*/*").body();
        String origin = "http://localhost:" + server.port();
        assertTrue(robots.contains(origin + "/dumps/"), robots);
        assertTrue(robots.contains("Sitemap: " + origin + "/sitemap.xml"), robots);
    }

    @Test
    void everyAddressOfTheSitemapIsThere() throws Exception {
        String index = web.get("/sitemap.xml", "*/*").body();
        String origin = "http://localhost:" + server.port();
        assertEquals(List.of(origin + "/sitemap/1.xml"), locations(index));
        List<String> pages = locations(web.get("/sitemap/1.xml", "*/*").body());
        assertTrue(pages.contains(origin + "/id/state/north.html"), pages.toString());
        assertTrue(pages.contains(origin + "/id/source/gazette"), pages.toString());
        for (String list : List.of("/between", "/browse", "/figures", "/map", "/missing")) {
            assertTrue(pages.contains(origin + list), list);
        }
        for (String page : pages) {
            String path = page.substring(origin.length());
            assertEquals(200, web.get(path, "text/html").statusCode(), path);
        }
        assertEquals(404, web.get("/sitemap/2.xml", "*/*").statusCode());
        assertEquals(404, web.get("/sitemap/0.xml", "*/*").statusCode());
    }

    private static Graph graph(String path, String lang) throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(web.get(path, "*/*").body()))
                .lang(RDFLanguages.nameToLang(lang))
                .base(BASE)
                .parse(graph);
        Node thing = NodeFactory.createURI(BASE + THING.substring(1));
        assertTrue(graph.contains(thing, Node.ANY, Node.ANY), lang);
        return graph;
    }

    private static JsonObject mainEntity(String path) throws Exception {
        Matcher block = BLOCK.matcher(web.get(path, "text/html").body());
        assertTrue(block.find());
        return JSON.parse(block.group(1)).get("mainEntity").getAsObject();
    }

    private static JsonObject context(HttpResponse<String> linkset, String anchor) {
        for (JsonValue each : JSON.parse(linkset.body()).get("linkset").getAsArray()) {
            if (each.getAsObject().get("anchor").getAsString().value().equals(anchor)) {
                return each.getAsObject();
            }
        }
        throw new AssertionError(anchor + " is not in " + linkset.body());
    }

    private static String target(JsonObject context, String rel) {
        JsonObject first = context.get(rel).getAsArray().get(0).getAsObject();
        return first.get("href").getAsString().value();
    }

    private static List<String> locations(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var found =
                factory.newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)))
                        .getElementsByTagNameNS("*", "loc");
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
