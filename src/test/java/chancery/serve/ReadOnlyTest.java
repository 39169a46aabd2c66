package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.release.ReleaseFixture;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.fuseki.server.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that Fuseki could do besides answering queries can be reached.
@Timeout(300)
class ReadOnlyTest {
    private static final String UPDATE = "INSERT DATA { <x:s> <x:p> <x:o> }";

    private static final List<String> TYPES =
            List.of(
                    "application/sparql-update",
                    "application/x-www-form-urlencoded",
                    "application/n-quads",
                    "application/ld+json",
                    "multipart/form-data; boundary=b");

    private static final List<String> COMMANDS =
            List.of(
                    "datasets",
                    "server",
                    "backup",
                    "backups",
                    "backups-list",
                    "compact",
                    "reload",
                    "shutdown",
                    "sleep",
                    "stats",
                    "tasks",
                    "metrics",
                    "logs",
                    "validate/query");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir private Path releases;

    private int send(int port, String method, String path, String type, String body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /// Places where Fuseki has its operations and commands, under our dataset and its own names.
    private static List<String> paths() throws IllegalAccessException {
        List<String> paths = new ArrayList<>(List.of("/sparql", "/sparql?default", "/ds"));
        List<String> names = new ArrayList<>(List.of("update", "data", "get", "upload", "patch"));
        for (Field field : Operation.class.getFields()) {
            if (field.getType() == Operation.class) {
                names.add(((Operation) field.get(null)).getName());
            }
        }
        for (String name : names) {
            paths.add("/sparql/" + name);
            paths.add("/ds/" + name);
            paths.add("/" + name);
        }
        COMMANDS.forEach(name -> paths.add("/$/" + name));
        return paths;
    }

    private Map<String, String> digests() throws Exception {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(releases)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("tdb.lock")) {
                    byte[] digest =
                            MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                    digests.put(file.toString(), HexFormat.of().formatHex(digest));
                }
            }
        }
        return digests;
    }

    @Test
    void noPathAndMethodWritesOrCommands() throws Exception {
        try (LiveServer server = LiveServer.with(Gazette.TRIG, releases)) {
            Map<String, String> before = digests();
            List<String> done = new ArrayList<>();
            for (String path : paths()) {
                for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                    for (String type : TYPES) {
                        boolean isForm = type.contains("form-urlencoded");
                        String body = isForm ? "update=" + Web.encode(UPDATE) : UPDATE;
                        int status = send(server.port(), method, path, type, body);
                        if (status < 400) {
                            done.add(method + " " + path + " " + type + ": " + status);
                        }
                    }
                }
            }
            assertEquals(List.of(), done);
            assertEquals(before, digests());
        }
    }

    @Test
    void updatesLoadsScriptsAndForeignAddressesAreRefusedInQueries() throws Exception {
        ReleaseFixture.write(releases, "r1", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r1");
        Path secret = Files.writeString(releases.resolve("secret.ttl"), "<x:s> <x:p> <x:o> .");
        try (LiveServer server = LiveServer.of(releases)) {
            Web web = server.web();
            Map<String, Integer> refusals = new TreeMap<>();
            for (String text :
                    List.of(
                            UPDATE,
                            "LOAD <" + secret.toUri() + ">",
                            "ASK { SERVICE <http://localhost:" + server.port() + "/> {} }",
                            "ASK { FILTER(<java:java.lang.System>(1)) }",
                            "ASK { FILTER(<http://jena.apache.org/ARQ/jsFunction#f>(1)) }")) {
                int status = web.query(text, "*/*").statusCode();
                if (status < 400 || status >= 500) {
                    refusals.put(text, status);
                }
            }
            assertEquals(Map.of(), refusals);
            String from =
                    web.query("ASK FROM <" + secret.toUri() + "> { <x:s> ?p ?o }", "text/csv")
                            .body();
            assertEquals(false, from.contains("true"), from);
        }
    }

    /// Methods that only read are not to find an operation or a command either: what answers is the
    /// query form, a page or a refusal, and never a graph, a task or a number of Fuseki's.
    @Test
    void noPathAnswersReadingMethodsWithAnOperationOrCommand() throws Exception {
        try (LiveServer server = LiveServer.with(Gazette.TRIG, releases)) {
            Map<String, String> before = digests();
            List<String> found = new ArrayList<>();
            for (String path : paths()) {
                boolean isOurs = path.equals("/sparql") || path.startsWith("/sparql?");
                for (String method : List.of("GET", "HEAD", "QUERY")) {
                    int status =
                            send(
                                    server.port(),
                                    method,
                                    path,
                                    "application/sparql-query",
                                    method.equals("QUERY") ? UPDATE : "");
                    if (status >= 500 || (status < 400 && !(isOurs && !method.equals("QUERY")))) {
                        found.add(method + " " + path + ": " + status);
                    }
                }
                String allowed = allowed(server.port(), path);
                if (allowed.contains("PUT")
                        || allowed.contains("DELETE")
                        || allowed.contains("PATCH")) {
                    found.add("OPTIONS " + path + ": " + allowed);
                }
            }
            assertEquals(List.of(), found);
            assertEquals(before, digests());
        }
    }

    private String allowed(int port, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build();
        return String.join(
                ", ", client.send(request, BodyHandlers.discarding()).headers().allValues("Allow"));
    }

    @Test
    void nothingIsFetchedForGraphsOrContexts() throws Exception {
        ReleaseFixture.write(releases, "r1", Gazette.TRIG);
        ReleaseFixture.makeCurrent(releases, "r1");
        Path secret = Files.writeString(releases.resolve("secret.ttl"), "<x:s> <x:p> <x:o> .");
        try (ForeignServer foreign =
                        ForeignServer.saying(
                                "HTTP/1.1 200 OK\r\nContent-Type: text/turtle",
                                "<x:s> <x:p> <x:o> .");
                LiveServer server = LiveServer.of(releases)) {
            Web web = server.web();
            List<String> found = new ArrayList<>();
            for (String graph : List.of(secret.toUri().toString(), foreign.address())) {
                for (String text :
                        List.of(
                                "ASK FROM <%s> { <x:s> ?p ?o }",
                                "ASK FROM NAMED <%s> { GRAPH ?g { <x:s> ?p ?o } }",
                                "ASK { GRAPH <%s> { <x:s> ?p ?o } }",
                                "ASK { SERVICE SILENT <%s> { <x:s> ?p ?o } }",
                                "LOAD <%s>")) {
                    String answer = web.query(text.formatted(graph), "text/csv").body();
                    if (answer.contains("true")) {
                        found.add(text.formatted(graph));
                    }
                }
                for (String parameter : List.of("default-graph-uri", "named-graph-uri", "graph")) {
                    String answer =
                            web.get(
                                            "/sparql?query="
                                                    + Web.encode(
                                                            "ASK { { <x:s> ?p ?o } UNION { GRAPH ?g { <x:s> ?p ?o } } }")
                                                    + "&"
                                                    + parameter
                                                    + "="
                                                    + Web.encode(graph),
                                            "text/csv")
                                    .body();
                    if (answer.contains("true")) {
                        found.add(parameter + " " + graph);
                    }
                }
            }
            assertEquals(List.of(), found);
            assertEquals(List.of(), foreign.requests());
        }
    }
}
