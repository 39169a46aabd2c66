package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tests of the W3C's suite for the SPARQL 1.1 Protocol, by their names, as far as a service
/// that only reads can pass them.
///
/// The suite's datasets are documents on the web, which this service never fetches; here they are
/// graphs of the release. Its seven tests of updates that succeed are refused here, which is what
/// they are held to.
@Timeout(60)
class SparqlProtocolTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";
    private static final String BEST = "https://w3id.org/chancery/graph/best";
    private static final String ONTOLOGY = "https://w3id.org/chancery/graph/ontology";

    @TempDir static Path releases;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static LiveServer server;

    /// @param name     in the suite
    /// @param expected `true` or `false` as the answer of an ASK, a media type of the answer, or
    ///     `4xx`
    record Case(
            String name, String method, String path, String type, String body, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        String ask = Web.encode("ASK {}");
        String inDefault = Web.encode("ASK { <%s> ?p ?o }".formatted(thing()));
        String inBoth =
                Web.encode(
                        "ASK { <%s> ?p ?o . <%s> a <http://www.w3.org/2002/07/owl#Class> }"
                                .formatted(thing(), type()));
        String named = Web.encode("ASK { GRAPH ?g { <%s> ?p ?o } }".formatted(thing()));
        String full =
                Web.encode(
                        "ASK { <%s> ?p ?o . GRAPH <%s> { <%s> ?q ?r } }"
                                .formatted(thing(), ONTOLOGY, type()));
        String update = Web.encode("CLEAR ALL");
        String best = "default-graph-uri=" + Web.encode(BEST);
        String ontology = "default-graph-uri=" + Web.encode(ONTOLOGY);
        String namedBest = "named-graph-uri=" + Web.encode(BEST);
        String namedOntology = "named-graph-uri=" + Web.encode(ONTOLOGY);
        return List.of(
                get("query_get", "query=" + ask, "true"),
                post("query_post_form", "", FORM, "query=" + ask, "true"),
                post("query_post_direct", "", QUERY, "ASK {}", "true"),
                get("query_dataset_default_graph", "query=" + inDefault + "&" + best, "true"),
                get(
                        "query_dataset_default_graphs_get",
                        "query=" + inBoth + "&" + best + "&" + ontology,
                        "true"),
                post(
                        "query_dataset_default_graphs_post",
                        best + "&" + ontology,
                        QUERY,
                        decoded(inBoth),
                        "true"),
                get(
                        "query_dataset_named_graphs_get",
                        "query=" + named + "&" + namedBest + "&" + namedOntology,
                        "true"),
                post(
                        "query_dataset_named_graphs_post",
                        namedBest + "&" + namedOntology,
                        QUERY,
                        decoded(named),
                        "true"),
                get(
                        "query_dataset_full",
                        "query=" + full + "&" + best + "&" + namedOntology,
                        "true"),
                get(
                        "query_multiple_dataset",
                        "query="
                                + Web.encode(
                                        "ASK FROM <%s> { <%s> ?p ?o }".formatted(ONTOLOGY, thing()))
                                + "&"
                                + best,
                        "true"),
                post(
                        "query_content_type_select",
                        "",
                        QUERY,
                        "SELECT (1 AS ?value) {}",
                        "application/sparql-results+json"),
                post("query_content_type_ask", "", QUERY, "ASK {}", "true"),
                post(
                        "query_content_type_describe",
                        "",
                        QUERY,
                        "DESCRIBE <http://example.org/>",
                        "text/turtle"),
                post(
                        "query_content_type_construct",
                        "",
                        QUERY,
                        "CONSTRUCT { <s> <p> 1 } WHERE {}",
                        "text/turtle"),
                new Case("bad_query_method", "PUT", "?query=" + ask, "", "", "4xx"),
                get("bad_multiple_queries", "query=" + ask + "&query=" + ask, "4xx"),
                post("bad_query_wrong_media_type", "", "text/plain", "ASK {}", "4xx"),
                post("bad_query_missing_form_type", "", "", "query=" + ask, "4xx"),
                post("bad_query_missing_direct_type", "", "", "ASK {}", "4xx"),
                post("bad_query_non_utf8", "", QUERY + "; charset=UTF-16", "ASK {}", "4xx"),
                get("bad_query_syntax", "query=" + Web.encode("ASK {"), "4xx"),
                get("bad_update_get", "update=" + update, "4xx"),
                post(
                        "bad_multiple_updates",
                        "",
                        FORM,
                        "update=" + update + "&update=" + update,
                        "4xx"),
                post("bad_update_wrong_media_type", "", "text/plain", "CLEAR ALL", "4xx"),
                post("bad_update_missing_form_type", "", "", "update=" + update, "4xx"),
                post("bad_update_non_utf8", "", UPDATE + "; charset=UTF-16", "CLEAR ALL", "4xx"),
                post("bad_update_syntax", "", FORM, "update=" + Web.encode("CLEAR"), "4xx"),
                post(
                        "bad_update_dataset_conflict",
                        "",
                        FORM,
                        "using-named-graph-uri="
                                + Web.encode(BEST)
                                + "&update="
                                + Web.encode("INSERT { <s> <p> 1 } USING <x> WHERE {}"),
                        "4xx"),
                post("update_post_form", "", FORM, "update=" + update, "4xx"),
                post("update_post_direct", "", UPDATE, "CLEAR ALL", "4xx"),
                post(
                        "update_dataset_default_graph",
                        "using-graph-uri=x",
                        UPDATE,
                        "CLEAR ALL",
                        "4xx"),
                post(
                        "update_dataset_default_graphs",
                        "using-graph-uri=x",
                        UPDATE,
                        "CLEAR ALL",
                        "4xx"),
                post(
                        "update_dataset_named_graphs",
                        "using-named-graph-uri=x",
                        UPDATE,
                        "CLEAR ALL",
                        "4xx"),
                post("update_dataset_full", "using-graph-uri=x", UPDATE, "CLEAR ALL", "4xx"),
                post("update_base_uri", "", UPDATE, "CLEAR GRAPH <x>", "4xx"));
    }

    private static String thing() {
        return "https://w3id.org/chancery/id/agreement/lease";
    }

    private static String type() {
        return "https://w3id.org/chancery/ontology#Agreement";
    }

    private static String decoded(String query) {
        return URLDecoder.decode(query, StandardCharsets.UTF_8);
    }

    private static Case get(String name, String parameters, String expected) {
        return new Case(name, "GET", "?" + parameters, "", "", expected);
    }

    private static Case post(
            String name, String parameters, String type, String body, String expected) {
        return new Case(
                name, "POST", parameters.isEmpty() ? "" : "?" + parameters, type, body, expected);
    }

    @BeforeAll
    static void start() throws Exception {
        server = LiveServer.with(Gazette.TRIG, releases);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredAsTheSuiteSays(Case test) throws Exception {
        Charset charset =
                test.type().contains("UTF-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + server.port()
                                                + "/sparql"
                                                + test.path()))
                        .method(
                                test.method(),
                                test.body().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(test.body(), charset));
        if (!test.type().isEmpty()) {
            request.header("Content-Type", test.type());
        }
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        if (test.expected().equals("4xx")) {
            assertEquals(4, response.statusCode() / 100, response.body());
            return;
        }
        assertEquals(200, response.statusCode(), response.body());
        if (test.expected().contains("/")) {
            assertTrue(Web.type(response).startsWith(test.expected()), Web.type(response));
        } else {
            assertTrue(Web.type(response).startsWith("application/sparql-results+json"));
            assertTrue(
                    response.body().replace(" ", "").contains("\"boolean\":" + test.expected()),
                    response.body());
        }
    }
}
