package chancery.serve;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;

/// Real requests to a server under test; redirects are not followed.
final class Web {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    Web(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send("GET", path, accept, "");
    }

    HttpResponse<String> send(String method, String path, String accept, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", accept)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/sparql-query");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// @param request method and path
    /// @param headers names and values in turn; no others are sent
    HttpResponse<String> raw(String request, List<String> headers)
            throws IOException, InterruptedException {
        String[] parts = request.split(" ");
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + parts[1]))
                        .method(parts[0], BodyPublishers.noBody());
        for (int i = 0; i < headers.size(); i += 2) {
            builder.header(headers.get(i), headers.get(i + 1));
        }
        return client.send(builder.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> form(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sparql"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> query(String query, String accept)
            throws IOException, InterruptedException {
        return get("/sparql?query=" + encode(query), accept);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// What a problem says, with a line break behind it as in plain text.
    static String detail(HttpResponse<String> problem) {
        if (!type(problem).startsWith("application/problem+json")) {
            throw new AssertionError("no problem: " + type(problem) + " " + problem.body());
        }
        return JSON.parse(problem.body()).get("detail").getAsString().value() + "\n";
    }

    static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
