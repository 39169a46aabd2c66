package chancery.page.editor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a program asks for.
///
/// @param endpoint   absolute address without parameters
/// @param query      as written
/// @param kind       what it is answered with
/// @param parameters others than the query, such as those of a point of view
public record Call(String endpoint, String query, Kind kind, Map<String, String> parameters) {
    /// What a query is answered with.
    public enum Kind {
        TABLE("application/sparql-results+json"),
        TRUTH("application/sparql-results+json"),
        GRAPH("text/turtle");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /// Media type that a program asks for.
        String type() {
            return type;
        }
    }

    public Call {
        parameters = Map.copyOf(parameters);
    }

    /// The endpoint with the parameters: of letters, digits and the signs of addresses only.
    String address() {
        if (parameters.isEmpty()) {
            return endpoint;
        }
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                        .collect(Collectors.joining("&", endpoint + "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
