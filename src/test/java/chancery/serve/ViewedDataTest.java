package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.vocab.Chy;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What programs get of a page that is looked at from a point of view: the same as its readers.
@Timeout(180)
class ViewedDataTest {
    private static final String PAIR = "/between/azerbaijan/russia";
    private static final String ID = "https://w3id.org/chancery/id/";
    private static final String CLAIMS = "?subject=/id/state/azerbaijan";
    private static LiveServer server;

    @BeforeAll
    static void open() throws Exception {
        server = LiveServer.of(SeedRelease.releases());
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String body(String path) throws Exception {
        HttpResponse<String> response = server.web().get(path, "*/*");
        assertEquals(200, response.statusCode(), path + response.body());
        return response.body();
    }

    private static Graph graph(String path) throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(body(path), Lang.TURTLE).parse(graph);
        return graph;
    }

    private static Set<String> objects(Graph graph, Node property) {
        return graph.find(Node.ANY, property, Node.ANY)
                .mapWith(Triple::getObject)
                .mapWith(Node::toString)
                .toSet();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?according-to=wikipedia-2010",
                "?according-to=country-study-1994&stance=any",
                "?as-of=1996-01-01",
                "?known-on=2011-01-01",
            })
    void allFormsOfAPairTellOfTheSameThings(String choice) throws Exception {
        Set<String> ofJson =
                JSON.parse(body(PAIR + ".json" + choice)).get("things").getAsArray().stream()
                        .map(it -> it.getAsObject().getString("iri"))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ofCsv =
                body(PAIR + ".csv" + choice)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1)[1])
                        .collect(Collectors.toCollection(TreeSet::new));
        Graph graph = graph(PAIR + ".ttl" + choice);
        Set<String> ofTurtle =
                graph.find(Node.ANY, RDF.Nodes.type, Node.ANY)
                        .mapWith(Triple::getSubject)
                        .mapWith(Node::toString)
                        .filterKeep(it -> !it.startsWith(ID + "claim/"))
                        .toSet();
        assertFalse(ofJson.isEmpty());
        assertEquals(ofJson, ofCsv);
        assertEquals(ofJson, new TreeSet<>(ofTurtle));
    }

    @ParameterizedTest
    @ValueSource(strings = {PAIR + ".ttl", "/id/state/azerbaijan.ttl", "/claims.ttl" + CLAIMS})
    void turtleOfOneSourceHasNoTripleOfAnother(String path) throws Exception {
        Graph all = graph(path);
        String and = path.contains("?") ? "&" : "?";
        Graph one = graph(path + and + "according-to=wikipedia-2010");
        Node statedIn = Chy.term("statedIn");
        assertTrue(objects(all, statedIn).size() > 1);
        assertEquals(Set.of(ID + "source/wikipedia-2010"), objects(one, statedIn));
        assertNotEquals(all.size(), one.size());
    }

    @Test
    void tripleTermsOfOneSourceAreThoseOfItsClaims() throws Exception {
        String path = "/id/state/azerbaijan.ttl?according-to=wikipedia-2010";
        String type = "text/turtle;version=1.2";
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(server.web().get(path, type).body(), Lang.TURTLE).parse(graph);
        Node reifies = NodeFactory.createURI(RDF.uri + "reifies");
        Set<Node> reifying =
                graph.find(Node.ANY, reifies, Node.ANY).mapWith(Triple::getSubject).toSet();
        Set<Node> claims =
                graph.find(Node.ANY, RDF.Nodes.type, Chy.CLAIM).mapWith(Triple::getSubject).toSet();
        assertFalse(claims.isEmpty());
        assertEquals(claims, reifying);
    }

    /// A program needs to parse no words.
    @Test
    void datesInJsonAreEdtfBesideTheirWords() throws Exception {
        int times = 0;
        for (JsonValue one :
                JSON.parse(body("/disagreements.json")).getArray("disagreements").toList()) {
            for (JsonValue each : one.getAsObject().get("positions").getAsArray()) {
                JsonObject value = each.getAsObject().getObj("value");
                boolean isTime =
                        value.hasKey("iri") && value.getString("iri").contains("/id/time/");
                assertEquals(isTime, value.hasKey("edtf"), value.toString());
                times += isTime ? 1 : 0;
                JsonObject source = each.getAsObject().getObj("source");
                assertEquals(source.hasKey("published"), source.hasKey("publishedEdtf"));
            }
        }
        assertTrue(times > 5, times + " times");
    }

    @Test
    void whatAPointOfViewDoesNotKnowIsNotThere() throws Exception {
        String path = "/id/agreement/gabala-radar-station-2002.ttl";
        assertEquals(200, server.web().get(path, "*/*").statusCode());
        assertEquals(404, server.web().get(path + "?as-of=1996-01-01", "*/*").statusCode());
    }
}
