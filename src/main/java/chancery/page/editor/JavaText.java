package chancery.page.editor;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// For Java's own HTTP client: one file that `java` runs as it is.
final class JavaText {
    private static final String INDENT = " ".repeat(12);

    private static final Pattern ESCAPED = Pattern.compile("\\\\u[0-9a-f]{4}\\z");

    private JavaText() {}

    static String of(Call call) {
        String type = call.kind() == Call.Kind.TABLE ? "text/csv" : call.kind().type();
        return """
                import java.net.URI;
                import java.net.URLEncoder;
                import java.net.http.HttpClient;
                import java.net.http.HttpRequest;
                import java.net.http.HttpResponse;
                import java.nio.charset.StandardCharsets;

                class Ask {
                    static final String QUERY =
                            \"""
                %s\\
                %s\""";

                    public static void main(String[] args) throws Exception {
                        HttpRequest request =
                                HttpRequest.newBuilder(URI.create("%s"))
                                        .header("Accept", "%s")
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "query="
                                                                + URLEncoder.encode(
                                                                        QUERY, StandardCharsets.UTF_8)))
                                        .build();
                        HttpResponse<String> response =
                                HttpClient.newHttpClient()
                                        .send(request, HttpResponse.BodyHandlers.ofString());
                        if (response.statusCode() != 200) {
                            throw new IllegalStateException(response.body());
                        }
                        System.%s.print(response.body());
                    }
                }
                """
                .formatted(block(call.query()), INDENT, call.address(), type, "out");
    }

    /// The lines of a text block, whose indentation is taken away again with that of the closing
    /// quotes.
    private static String block(String text) {
        String quoted =
                QuotedText.withoutTripleQuotes(
                        QuotedText.of(
                                text,
                                c -> {
                                    if (c == '\\') {
                                        return "\\\\";
                                    }
                                    return QuotedText.isUnseen(c) ? escaped(c) : "";
                                }));
        String[] lines = quoted.split("\n", -1);
        int last = lines.length - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> i < last ? line(lines[i]) : INDENT + lines[i])
                .collect(Collectors.joining("\n"));
    }

    /// By its number in octal where that is possible: the others are turned into what they stand
    /// for before anything else is read.
    private static String escaped(int c) {
        return c < 0x100
                ? String.format(Locale.ROOT, "\\%03o", c)
                : Character.toString(c)
                        .chars()
                        .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                        .collect(Collectors.joining());
    }

    /// White space at the end of a line would be dropped, so that line ends by an escape.
    private static String line(String line) {
        if (line.isEmpty()) {
            return "";
        }
        boolean endsInSpace =
                ESCAPED.matcher(line).find()
                        || Character.isWhitespace(line.codePointBefore(line.length()));
        return INDENT + line + (endsInSpace ? "\\n\\" : "");
    }
}
