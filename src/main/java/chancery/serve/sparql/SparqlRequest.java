package chancery.serve.sparql;

import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A query with its parameters (SPARQL 1.1 Protocol, section 2.1), by GET, POST or QUERY.
///
/// @param query         as sent
/// @param defaultGraphs IRIs; with the named ones they go before those in the query
/// @param accordingTo   of the point of view; `""` where not given, as the next three
/// @param format        name of a form, which goes before `Accept`
/// @param shown         how a page is to show the answer: those of [#SHOWN] that are given
public record SparqlRequest(
        String query,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        String accordingTo,
        String asOf,
        String knownOn,
        String format,
        Map<String, String> shown) {
    public static final String QUERY_TYPE = "application/sparql-query";
    public static final String FORM_TYPE = "application/x-www-form-urlencoded";

    /// Types in which a query may come as a body.
    public static final List<String> TYPES = List.of(QUERY_TYPE, FORM_TYPE);

    /// Which drawing, of which column, from which row on.
    public static final List<String> SHOWN = List.of("view", "column", "from");

    public SparqlRequest {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
        shown = Map.copyOf(shown);
    }

    /// What stands in a request.
    ///
    /// @param queryString    without its `?`; `""` if there is none
    /// @param contentType    header; `""` if there is none
    /// @param contentCoding  `Content-Encoding`, likewise
    /// @param body           empty for GET
    public record Parts(
            String queryString, String contentType, String contentCoding, ByteBuffer body) {}

    /// @throws UnreadableRequest with what was found and expected
    public static SparqlRequest read(Parts parts) throws UnreadableRequest {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        addAll(parts.queryString(), parameters);
        if (parts.body().hasRemaining() || !parts.contentType().isBlank()) {
            addBody(parts, parameters);
        }
        List<String> queries = parameters.getOrDefault("query", List.of());
        if (queries.isEmpty()) {
            throw new UnreadableRequest(
                    ProblemKind.BAD_REQUEST,
                    "/sparql: found no query, expected the parameter query=");
        }
        if (queries.size() > 1) {
            throw new UnreadableRequest(
                    ProblemKind.BAD_REQUEST,
                    "/sparql: found %d queries, expected one".formatted(queries.size()));
        }
        String format = first("format", parameters);
        return new SparqlRequest(
                queries.getFirst(),
                parameters.getOrDefault("default-graph-uri", List.of()),
                parameters.getOrDefault("named-graph-uri", List.of()),
                first("according-to", parameters),
                first("as-of", parameters),
                first("known-on", parameters),
                format.isEmpty() ? first("output", parameters) : format,
                shown(parameters));
    }

    private static Map<String, String> shown(Map<String, List<String>> parameters) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : SHOWN) {
            String value = first(name, parameters);
            if (!value.isEmpty()) {
                shown.put(name, value);
            }
        }
        return shown;
    }

    /// Whether it says itself which graphs are asked.
    public boolean hasGraphs() {
        return !defaultGraphs.isEmpty() || !namedGraphs.isEmpty();
    }

    private static void addBody(Parts parts, Map<String, List<String>> parameters)
            throws UnreadableRequest {
        String[] type = parts.contentType().toLowerCase(Locale.ROOT).split(";");
        if (!parts.contentCoding().isBlank()
                && !parts.contentCoding().strip().equalsIgnoreCase("identity")) {
            throw new UnreadableRequest(
                    ProblemKind.UNSUPPORTED_TYPE,
                    "Content-Encoding: found \"%s\", expected a body as it is"
                            .formatted(cut(parts.contentCoding())));
        }
        for (int i = 1; i < type.length; i++) {
            String charset = type[i].strip().replace("\"", "");
            if (charset.startsWith("charset=") && !charset.equals("charset=utf-8")) {
                throw new UnreadableRequest(
                        ProblemKind.UNSUPPORTED_TYPE,
                        "Content-Type: found \"%s\", expected charset=utf-8"
                                .formatted(cut(charset)));
            }
        }
        switch (type[0].strip()) {
            case FORM_TYPE -> addAll(utf8(parts.body(), "body"), parameters);
            case QUERY_TYPE ->
                    parameters
                            .computeIfAbsent("query", name -> new ArrayList<>())
                            .add(utf8(parts.body(), "body"));
            default ->
                    throw new UnreadableRequest(
                            Problem.of(
                                            ProblemKind.UNSUPPORTED_TYPE,
                                            "Content-Type: found \"%s\", expected one of %s"
                                                    .formatted(
                                                            cut(parts.contentType()),
                                                            String.join(", ", TYPES)))
                                    .with("available", TYPES));
        }
    }

    private static void addAll(String form, Map<String, List<String>> parameters)
            throws UnreadableRequest {
        for (String part : form.split("&")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = decode(equals < 0 ? part : part.substring(0, equals), "parameter");
                String value = equals < 0 ? "" : decode(part.substring(equals + 1), name);
                parameters.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
            }
        }
    }

    /// Percent signs and plus signs; what stands there otherwise is taken as it is.
    private static String decode(String text, String name) throws UnreadableRequest {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        byte[] to = new byte[from.length];
        int length = 0;
        for (int i = 0; i < from.length; i++) {
            if (from[i] == '%') {
                int high = i + 2 < from.length ? Character.digit(from[i + 1], 16) : -1;
                int low = high < 0 ? -1 : Character.digit(from[i + 2], 16);
                if (low < 0) {
                    throw new UnreadableRequest(
                            ProblemKind.BAD_REQUEST,
                            "%s: found a percent sign without two hexadecimal digits"
                                    .formatted(cut(name)));
                }
                to[length++] = (byte) (16 * high + low);
                i += 2;
            } else {
                to[length++] = from[i] == '+' ? (byte) ' ' : from[i];
            }
        }
        return utf8(ByteBuffer.wrap(to, 0, length), name);
    }

    private static String utf8(ByteBuffer bytes, String name) throws UnreadableRequest {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableRequest(
                    ProblemKind.BAD_REQUEST,
                    "%s: found bytes that are no UTF-8".formatted(cut(name)));
        }
    }

    private static String first(String name, Map<String, List<String>> parameters) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    private static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
