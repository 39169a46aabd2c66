package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.service.AllowedServer;
import chancery.guard.service.ServiceRules;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `SERVICE` to a server on the list, and to others.
@Timeout(120)
class FederatedQueryTest {
    private static final String PREFIXES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX ex: <http://example.org/>
            """;

    @TempDir private static Path releases;
    private static FusekiServer foreign;
    private static LiveServer server;
    private static Web web;
    private static String endpoint;

    @BeforeAll
    static void start() throws Exception {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(
                        """
                        PREFIX ex: <http://example.org/>
                        PREFIX wd: <http://www.wikidata.org/entity/>
                        wd:Q1 ex:capital "Northville" ; ex:population 5 .
                        wd:Q2 ex:capital "Elsewhere" .
                        """,
                        Lang.TURTLE)
                .parse(data);
        foreign = FusekiServer.create().port(0).loopback(true).add("/ds", data).build().start();
        endpoint = "<http://localhost:" + foreign.getPort() + "/ds>";
        server =
                LiveServer.with(
                        Gazette.TRIG,
                        releases,
                        usual ->
                                usual.withServices(
                                        ServiceRules.of(
                                                List.of(
                                                        AllowedServer.parse(
                                                                "http://localhost:"
                                                                        + foreign.getPort(),
                                                                true)))));
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
        foreign.stop();
    }

    private static HttpResponse<String> ask(String query) throws Exception {
        return web.query(PREFIXES + query.replace("THERE", endpoint), "text/csv");
    }

    private static String rows(String query) throws Exception {
        HttpResponse<String> answer = ask(query);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().replace("\r\n", "|");
    }

    @Test
    void theDescriptionOfTheEndpointNamesThoseThatMayBeAsked() throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(web.get("/sparql", "text/turtle").body(), Lang.TURTLE).parse(graph);
        Node service = node("http://localhost:" + server.port() + "/sparql");
        String sd = "http://www.w3.org/ns/sparql-service-description#";
        assertTrue(graph.contains(service, node(sd + "feature"), node(sd + "BasicFederatedQuery")));
        Node property = node(service.getURI() + "#servers-that-SERVICE-may-ask");
        assertTrue(
                graph.contains(service, node("https://schema.org/additionalProperty"), property));
        assertEquals(
                List.of(node("http://localhost:" + foreign.getPort() + "/")),
                graph.find(property, node("https://schema.org/value"), Node.ANY)
                        .mapWith(Triple::getObject)
                        .toList());
        Node calls = node(service.getURI() + "#maximum-SERVICE-calls-of-a-query");
        assertEquals(
                "20",
                graph.find(calls, node("https://schema.org/value"), Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralLexicalForm());
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    @Test
    void anAllowedServerIsAskedAboutTheRowsBefore() throws Exception {
        assertEquals(
                "label,capital|North,Northville|",
                rows(
                        "SELECT ?label ?capital { ?s skos:exactMatch ?q ; rdfs:label ?label"
                                + " FILTER(LANG(?label) = 'en')"
                                + " SERVICE THERE { ?q ex:capital ?capital } }"));
    }

    @Test
    void anotherServerIsRefused() throws Exception {
        HttpResponse<String> answer =
                ask("SELECT * { SERVICE <http://localhost:1/ds> { ?s ?p ?o } }");
        assertEquals(403, answer.statusCode());
        assertTrue(
                answer.body().contains("found <http://localhost:1/ds>, expected one on the list"),
                answer.body());
    }

    @Test
    void manyRowsAreAskedAboutAtOnce() throws Exception {
        try (ForeignServer counted =
                ForeignServer.json(
                        "{\"head\":{\"vars\":[\"q\",\"c\"]},\"results\":{\"bindings\":[{\"q\":{\"type\":\"uri\",\"value\":\"http://x/1\"},\"c\":{\"type\":\"literal\",\"value\":\"one\"}}]}}")) {
            try (LiveServer other =
                    LiveServer.of(
                            releases,
                            usual ->
                                    usual.withServices(
                                            ServiceRules.of(
                                                    List.of(
                                                            AllowedServer.parse(
                                                                    counted.address(), true)))))) {
                String body =
                        new Web(other.port())
                                .query(
                                        "SELECT ?q ?c { VALUES ?q { <http://x/1> <http://x/2> <http://x/1> } SERVICE <"
                                                + counted.address()
                                                + "> { ?q <http://x/c> ?c FILTER(REGEX(?c, 'o') && CONCAT(?c, 'x') != '') } }",
                                        "text/csv")
                                .body();
                assertEquals("q,c|http://x/1,one|http://x/1,one|", body.replace("\r\n", "|"));
            }
            assertEquals(1, counted.requests().size());
            String asked = counted.requests().getFirst().replaceAll("\\s+", " ");
            assertTrue(asked.contains("VALUES ?q { <http://x/1> <http://x/2> }"), asked);
            assertTrue(
                    asked.contains("regex(?c, \"o\")") && asked.contains("concat(?c, \"x\")"),
                    asked);
        }
    }

    @Test
    void eachRowMayNameAServerAndEachIsLookedAt() throws Exception {
        String query =
                "SELECT ?c { VALUES ?e { THERE %s } SERVICE SILENT ?e { <http://www.wikidata.org/entity/Q2> ex:capital ?c } }";
        assertEquals("c|Elsewhere|", rows(query.formatted("")));
        assertEquals(403, ask(query.formatted("<https://elsewhere.example/>")).statusCode());
        assertEquals(400, ask("SELECT * { SERVICE ?e { ?s ?p ?o } }").statusCode());
    }

    @Test
    void optionalExistsSubqueriesAndBindWorkAsElsewhere() throws Exception {
        assertEquals(
                "label,capital|North,Northville|Lease of the radar,|",
                rows(
                        "SELECT ?label ?capital { VALUES ?label { 'North'@en 'Lease of the radar'@en }"
                                + " ?s rdfs:label ?label OPTIONAL { ?s skos:exactMatch ?q"
                                + " SERVICE THERE { ?q ex:capital ?capital } } }"
                                + " ORDER BY DESC(?label)"));
        assertEquals(
                "label|North|",
                rows(
                        "SELECT ?label { ?s skos:exactMatch ?q ; rdfs:label ?label"
                                + " FILTER(LANG(?label) = 'en')"
                                + " FILTER EXISTS { SERVICE THERE { ?q ex:capital ?c } } }"));
        assertEquals(
                "n|2|",
                rows(
                        "SELECT ?n { SERVICE THERE { SELECT (COUNT(*) AS ?n) { ?s ex:capital ?c } } }"));
        assertEquals(
                "c,twice|Northville,10|",
                rows(
                        "SELECT ?c ?twice { BIND(10 AS ?twice)"
                                + " SERVICE THERE { ?s ex:population ?p ; ex:capital ?c"
                                + " BIND(?p * 2 AS ?twice) } }"));
    }

    @Test
    void addressesWithSecretsOrOtherSchemesAndPortsAreRefused() throws Exception {
        int port = foreign.getPort();
        for (String address :
                List.of(
                        "http://user:secret@localhost:" + port + "/ds",
                        "https://localhost:" + port + "/ds",
                        "http://localhost/ds",
                        "http://127.0.0.1:" + port + "/ds",
                        "http://localhost.:" + port + "/ds",
                        "http://localhost:" + port + "/ds#part",
                        "file:///etc/passwd",
                        "loc:x")) {
            HttpResponse<String> answer =
                    ask("SELECT * { SERVICE SILENT <" + address + "> { ?s ?p ?o } }");
            assertEquals(403, answer.statusCode(), address + " " + answer.body());
        }
    }

    @Test
    void whatOthersSayIsNeitherKeptNorTagged() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer =
                    ask("SELECT ?c { \\u0053ERVICE THERE { ?s ex:capital ?c } }");
            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals("no-store", Web.header(answer, "Cache-Control"));
            assertEquals("", Web.header(answer, "ETag"));
            assertEquals("chancery; fwd=bypass", Web.header(answer, "Cache-Status"));
        }
    }
}
