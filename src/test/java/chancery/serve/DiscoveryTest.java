package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.guard.Limits;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What programs find at the endpoint before they know anything of it.
@Timeout(180)
class DiscoveryTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    private static LiveServer server;
    private static Web web;
    private static String origin;

    @BeforeAll
    static void start() throws Exception {
        server =
                LiveServer.of(
                        SeedRelease.releases(),
                        usual ->
                                usual.withLimits(
                                        Limits.standard()
                                                .withTimeoutSeconds(17)
                                                .withMaxQueryCharacters(4321)
                                                .withMaxConcurrent(3)));
        web = server.web();
        origin = "http://localhost:" + server.port();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/sparql, text/turtle, TURTLE",
        "/sparql, application/ld+json, JSONLD",
        "/sparql, application/n-triples, NTRIPLES",
        "/sparql, application/n-quads, NQUADS",
        "/sparql, application/rdf+xml, RDFXML",
        "/.well-known/void, application/rdf+xml, RDFXML",
        "/.well-known/void, */*, TURTLE"
    })
    void everyFormSaysTheSame(String path, String accept, String form) throws Exception {
        HttpResponse<String> response = web.get(path, accept);
        assertEquals(200, response.statusCode());
        assertEquals("Accept, Accept-Encoding", Web.header(response, "Vary"));
        Graph other = GraphFactory.createDefaultGraph();
        RDFParser.fromString(response.body(), lang(form)).parse(other);
        assertTrue(other.isIsomorphicWith(description()), path + " as " + accept);
    }

    @Test
    void peopleGetTheFormAndTheFiles() throws Exception {
        assertTrue(web.get("/sparql", BROWSER).body().contains("<textarea"));
        HttpResponse<String> known = web.get("/.well-known/void", BROWSER);
        assertEquals(303, known.statusCode());
        assertEquals("/dumps/", Web.header(known, "Location"));
        assertEquals(303, web.get("/release/" + server.releaseId(), BROWSER).statusCode());
        assertEquals(406, web.get("/.well-known/void", "image/png").statusCode());
    }

    @Test
    void endpointIsWhereTheRequestCameTo() throws Exception {
        Graph graph = description();
        Node service = node(origin + "/sparql");
        assertEquals(List.of(service), objects(graph, service, SD + "endpoint"));
        assertEquals(List.of(service), objects(graph, service, DCAT.endpointURL.getURI()));
        assertTrue(graph.contains(service, RDF.Nodes.type, DCAT.DataService.asNode()));
        assertEquals(
                List.of(node(origin + "/.well-known/void")),
                objects(graph, service, DCAT.endpointDescription.getURI()));
        assertEquals(List.of(release()), objects(graph, service, DCAT.servesDataset.getURI()));

        String proxied =
                web.raw(
                                "GET /sparql",
                                List.of("Accept", "text/turtle", "X-Forwarded-Proto", "https"))
                        .body();
        assertTrue(proxied.contains("<https://localhost:" + server.port() + "/sparql>"), proxied);
    }

    /// Comunica takes a subject for the dataset only after the service has named it.
    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/n-triples", "application/n-quads"})
    void serviceComesFirstThenItsDataset(String accept) throws Exception {
        String body = web.get("/sparql", accept).body();
        int dataset = body.indexOf("defaultDataset");
        int graph = body.indexOf("defaultGraph");
        int triples = body.indexOf("void#triples");
        triples = triples < 0 ? body.indexOf("void:triples") : triples;
        assertTrue(0 < dataset && dataset < graph && graph < triples, body);
    }

    @Test
    void defaultGraphIsCountedAndDividedAndNamedGraphsAreCounted() throws Exception {
        Graph graph = description();
        Node service = node(origin + "/sparql");
        Node dataset = objects(graph, service, SD + "defaultDataset").getFirst();
        assertEquals(List.of(release()), objects(graph, dataset, SD + "defaultGraph"));
        assertEquals(
                count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
                number(graph, release(), VOID.triples.asNode()));
        List<Node> named = objects(graph, dataset, SD + "namedGraph");
        assertTrue(named.size() > 7, named.toString());
        for (Node each : named) {
            Node name = objects(graph, each, SD + "name").getFirst();
            Node counted = objects(graph, each, SD + "graph").getFirst();
            assertEquals(
                    count("SELECT (COUNT(*) AS ?n) { GRAPH <" + name.getURI() + "> { ?s ?p ?o } }"),
                    number(graph, counted, VOID.triples.asNode()),
                    name.getURI());
        }
        assertTrue(objects(graph, release(), VOID.classPartition.getURI()).size() > 20);
        assertTrue(objects(graph, release(), VOID.propertyPartition.getURI()).size() > 50);
    }

    /// Programs that choose a source by its vocabularies ask for no other properties.
    @Test
    void everyPropertyIsOfAVocabularyThatIsNamed() throws Exception {
        Graph graph = description();
        List<String> vocabularies =
                objects(graph, release(), VOID.vocabulary.getURI()).stream()
                        .map(Node::getURI)
                        .toList();
        Set<String> without = new TreeSet<>();
        for (Node part : objects(graph, release(), VOID.propertyPartition.getURI())) {
            String property = objects(graph, part, VOID.property.getURI()).getFirst().getURI();
            if (vocabularies.stream().noneMatch(property::startsWith)) {
                without.add(property);
            }
        }
        assertEquals(Set.of(), without);
    }

    @Test
    void filesAndExamplesCanBeFetched() throws Exception {
        Graph graph = description();
        List<Node> dumps = objects(graph, release(), VOID.dataDump.getURI());
        assertTrue(dumps.size() >= 6, dumps.toString());
        for (Node dump : dumps) {
            String path = dump.getURI().substring(origin.length());
            assertEquals(200, web.send("HEAD", path, "*/*", "").statusCode(), path);
        }
        List<Node> examples = objects(graph, release(), VOID.exampleResource.getURI());
        assertEquals(5, examples.size(), examples.toString());
        for (Node example : examples) {
            String path = example.getURI().substring("https://w3id.org/chancery".length());
            int status = web.get(path, "text/turtle").statusCode();
            assertTrue(status == 200 || status == 303, path + " " + status);
        }
    }

    @Test
    void limitsAreThoseThatHold() throws Exception {
        Graph graph = description();
        Node service = node(origin + "/sparql");
        List<String> limits =
                objects(graph, service, "https://schema.org/additionalProperty").stream()
                        .map(limit -> objects(graph, limit, "https://schema.org/value").getFirst())
                        .map(Node::getLiteralLexicalForm)
                        .sorted()
                        .toList();
        assertEquals(List.of("1000000", "17", "268435456", "3", "4321"), limits);
        String comment =
                objects(graph, service, RDFS.comment.getURI()).getFirst().getLiteralLexicalForm();
        assertTrue(comment.contains("run for 17 s and have 4321 characters"), comment);
        assertEquals(413, web.query("ASK {} #" + "x".repeat(4321), "*/*").statusCode());
    }

    @Test
    void nothingIsPromisedThatIsRefused() throws Exception {
        Graph graph = description();
        Node service = node(origin + "/sparql");
        List<Node> features = objects(graph, service, SD + "feature");
        assertFalse(features.contains(node(SD + "UnionDefaultGraph")));
        assertFalse(features.contains(node(SD + "BasicFederatedQuery")));
        List<Node> functions = objects(graph, service, SD + "extensionFunction");
        assertTrue(functions.size() > 20, functions.toString());
        String upper = "http://www.w3.org/2005/xpath-functions#upper-case";
        assertTrue(functions.contains(node(upper)), functions.toString());
        assertTrue(
                web.query("SELECT (<" + upper + ">('a') AS ?x) {}", "text/csv")
                        .body()
                        .contains("A"));
        String wait = "http://jena.apache.org/ARQ/function#wait";
        assertFalse(functions.contains(node(wait)));
        assertEquals(403, web.query("ASK { FILTER(<" + wait + ">(1)) }", "*/*").statusCode());
        for (Node type : objects(graph, service, SD + "resultFormat")) {
            assertTrue(type.getURI().startsWith("http://www.w3.org/ns/formats/"), type.getURI());
        }
    }

    @Test
    void catalogueNamesTheService() throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(web.get("/dumps/dcat.ttl", "*/*").body(), Lang.TURTLE).parse(graph);
        Node service = node(origin + "/sparql");
        assertTrue(graph.contains(Node.ANY, DCAT.service.asNode(), service));
        assertTrue(graph.contains(service, DCAT.endpointURL.asNode(), service));
        assertTrue(graph.contains(service, DCAT.servesDataset.asNode(), release()));
        assertTrue(graph.contains(service, DCAT.endpointDescription.asNode(), Node.ANY));
    }

    /// As an editor asks that knows nothing but the convention; `ac` is a parameter of its own.
    @Test
    void editorFindsEveryExampleAndPrefix() throws Exception {
        String examples =
                """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                SELECT DISTINCT ?example ?title ?text {
                  ?example a sh:SPARQLExecutable ; rdfs:comment ?title ;
                    sh:select|sh:ask|sh:construct|sh:describe ?text
                } ORDER BY ?example
                """;
        long files;
        try (Stream<Path> queries = Files.list(Path.of("queries"))) {
            files = queries.filter(file -> file.toString().endsWith(".rq")).count();
        }
        assertEquals(files, rows(examples));
        String prefixes =
                """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                SELECT DISTINCT ?short ?long { [] sh:prefix ?short ; sh:namespace ?long }
                """;
        assertEquals(
                chancery.vocab.Prefixes.of(chancery.vocab.Base.DEFAULT).size(), rows(prefixes));
    }

    @Test
    void examplesAreDataInEveryForm() throws Exception {
        Graph turtle = GraphFactory.createDefaultGraph();
        RDFParser.fromString(web.get("/queries.ttl", "*/*").body(), Lang.TURTLE).parse(turtle);
        Graph json = GraphFactory.createDefaultGraph();
        HttpResponse<String> asked = web.get("/queries", "application/ld+json");
        assertEquals("Accept, Accept-Encoding", Web.header(asked, "Vary"));
        RDFParser.fromString(asked.body(), Lang.JSONLD).parse(json);
        assertTrue(turtle.isIsomorphicWith(json));
        assertTrue(turtle.size() > 1000, turtle.size() + " triples");

        Node one = node("https://w3id.org/chancery/queries/agreements-by-signing");
        Graph its = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        web.get("/queries/agreements-by-signing", "text/turtle").body(),
                        Lang.TURTLE)
                .parse(its);
        assertEquals(turtle.find(one, Node.ANY, Node.ANY).toList().size(), its.size());
        assertTrue(web.get("/queries", BROWSER).body().contains("<h1>Questions</h1>"));
    }

    private static long rows(String query) throws Exception {
        String json = "application/sparql-results+json";
        HttpResponse<String> response = web.get("/sparql?ac=1&query=" + Web.encode(query), json);
        assertEquals(200, response.statusCode(), response.body());
        return JSON.parse(response.body())
                .get("results")
                .getAsObject()
                .get("bindings")
                .getAsArray()
                .size();
    }

    private static Graph description() throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(web.get("/sparql", "text/turtle").body(), Lang.TURTLE).parse(graph);
        return graph;
    }

    private static Lang lang(String name) {
        return switch (name) {
            case "TURTLE" -> Lang.TURTLE;
            case "JSONLD" -> Lang.JSONLD;
            case "NTRIPLES" -> Lang.NTRIPLES;
            case "NQUADS" -> Lang.NQUADS;
            default -> Lang.RDFXML;
        };
    }

    private static Node release() {
        return node("https://w3id.org/chancery/release/" + server.releaseId());
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static List<Node> objects(Graph graph, Node subject, String property) {
        return graph.find(subject, node(property), Node.ANY).mapWith(Triple::getObject).toList();
    }

    private static long number(Graph graph, Node subject, Node property) {
        return Long.parseLong(
                graph.find(subject, property, Node.ANY).next().getObject().getLiteralLexicalForm());
    }

    private static long count(String query) throws Exception {
        List<String> lines = web.query(query, "text/csv").body().lines().toList();
        return Long.parseLong(lines.get(1));
    }
}
