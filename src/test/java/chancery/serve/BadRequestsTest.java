package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that no decent client sends, over a bare socket where a client would mend them.
@Timeout(60)
class BadRequestsTest {
    private static final String SECRET = "root of all secrets";

    @TempDir static Path folder;
    private static LiveServer server;
    private static Web web;

    @BeforeAll
    static void start() throws Exception {
        Path releases = folder.resolve("releases");
        String withdrawn =
                """
                <id/state/atlantis> a chy:State ; owl:deprecated true ;
                    skos:changeNote "No source has it."@en .
                GRAPH <graph/best>""";
        ReleaseFixture.write(releases, "r1", Gazette.TRIG.replace("GRAPH <graph/best>", withdrawn));
        ReleaseFixture.makeCurrent(releases, "r1");
        for (Path place : new Path[] {folder, releases, releases.resolve("r1")}) {
            Files.writeString(place.resolve("secret.txt"), SECRET);
        }
        server = LiveServer.of(releases);
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle",
        "application/n-triples, application/n-triples",
        "application/ld+json, application/ld+json",
        "application/rdf+xml, application/rdf+xml",
        "'text/html;q=0.5,application/ld+json', application/ld+json",
        "text/html, text/html",
        "*/*, text/html",
        "image/png, text/html"
    })
    void whatIsNotThereIsNotThereInTheFormAskedFor(String accept, String type) throws Exception {
        for (String path :
                new String[] {"/id/state/nowhere", "/id/claim/none", "/id/", "/class/Nothing"}) {
            HttpResponse<String> response = web.get(path, accept);
            assertEquals(404, response.statusCode(), path);
            assertTrue(Web.type(response).startsWith(type), Web.type(response));
            assertTrue(Web.header(response, "Vary").contains("Accept"), path);
            if (!type.equals("text/html")) {
                assertEquals(0, graph(response).size(), path);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle",
        "nt, application/n-triples",
        "jsonld, application/ld+json",
        "rdf, application/rdf+xml",
        "html, text/html"
    })
    void endingDecidesAlsoWhenThereIsNothing(String ending, String type) throws Exception {
        HttpResponse<String> response = web.get("/id/state/nowhere." + ending, "*/*");
        assertEquals(404, response.statusCode());
        assertTrue(Web.type(response).startsWith(type), Web.type(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/ld+json", "application/rdf+xml"})
    void whatWasWithdrawnIsGoneWithWhatIsStillSaidOfIt(String accept) throws Exception {
        HttpResponse<String> response = web.get("/id/state/atlantis", accept);
        assertEquals(410, response.statusCode());
        assertTrue(Web.type(response).startsWith(accept), Web.type(response));
        assertTrue(graph(response).size() >= 3, response.body());
        assertTrue(web.get("/id/state/atlantis", "text/html").body().contains("No source has it."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "///",
                ";;;q=,",
                "text/turtle;q=nonsense",
                "\"",
                "text/html; charset=\"never closed",
                ",,,,",
                "*",
                "a/b/c;d=e;q=2",
                "text/turtle;q=-1",
                "\u00e4/\u00f6"
            })
    void nonsenseInTheHeaderIsAnsweredAndNeverOurFault(String accept) throws Exception {
        for (String path :
                new String[] {
                    "/",
                    "/sparql",
                    "/sparql?query=ASK%7B%7D",
                    "/sparql?query=CONSTRUCT%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D",
                    "/.well-known/void",
                    "/id/agreement/lease",
                    "/id/claim/01",
                    "/id/state/nowhere",
                    "/disagreements",
                    "/claims",
                    "/queries",
                    "/ontology",
                    "/dumps/",
                    "/release/r1"
                }) {
            int status = status(ask("GET " + path + " HTTP/1.1", "Accept: " + accept));
            assertTrue(status >= 200 && status < 500, path + " with " + accept + ": " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.txt",
                "..%2fsecret.txt",
                "..%2Fsecret.txt",
                "%2e%2e/secret.txt",
                "%2e%2e%2fsecret.txt",
                "..%252fsecret.txt",
                "%252e%252e%252fsecret.txt",
                "..%5csecret.txt",
                "..\\secret.txt",
                "..;/secret.txt",
                "..%00/secret.txt",
                "chancery.ttl%00/../../secret.txt",
                "%c0%ae%c0%ae/secret.txt",
                "%uff0e%uff0e/secret.txt",
                "./../secret.txt",
                "sources/../../secret.txt",
                "sources/..%2f..%2fsecret.txt",
                "//secret.txt",
                "%2fetc%2fpasswd",
                "/etc/passwd",
                "..%ff/secret.txt"
            })
    void nothingOutsideTheDumpsIsReached(String below) throws Exception {
        for (String root :
                new String[] {"/dumps/", "/dumps/r1/", "/dumps/latest/", "/release/r1/"}) {
            String answer = ask("GET " + root + below + " HTTP/1.1", "Accept: */*");
            int status = status(answer);
            assertTrue(status >= 300 && status < 500, root + below + ": " + status);
            assertFalse(answer.contains(SECRET), root + below);
            assertFalse(answer.contains("root:"), root + below);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/state/..%2f..%2fsecret",
                "/id/state/%00",
                "/id/../secret.txt",
                "/queries/..%2fsecret.txt",
                "/queries/..%2f..%2fsecret.rq",
                "/class/..%2fsecret",
                "/%2e%2e/%2e%2e/secret.txt",
                "/../secret.txt",
                "/style.css/../secret.txt",
                "/%",
                "/%zz",
                "//",
                "/id/state/\u00e4"
            })
    void otherPathsReachNothingElse(String path) throws Exception {
        String answer = ask("GET " + path + " HTTP/1.1", "Accept: text/turtle");
        int status = status(answer);
        assertTrue(status >= 300 && status < 500, path + ": " + status);
        assertFalse(answer.contains(SECRET), path);
    }

    private static Graph graph(HttpResponse<String> response) {
        Graph graph = GraphFactory.createDefaultGraph();
        Lang lang = RDFLanguages.contentTypeToLang(Web.type(response).replaceAll(";.*", ""));
        RDFParser.fromString(response.body(), lang).parse(graph);
        return graph;
    }

    /// As it stands, byte for byte.
    private static String ask(String request, String header) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String text =
                    request + "\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 "), answer);
        return Integer.parseInt(answer.substring(9, 12));
    }
}
