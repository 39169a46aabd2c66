package chancery.page.editor;

import java.util.Locale;

/// For Python 3, with its own library only.
final class PythonText {
    private PythonText() {}

    static String of(Call call) {
        String ask =
                """
                import json
                import urllib.parse
                import urllib.request

                query = \"""\\
                %s\"""

                request = urllib.request.Request(
                    "%s",
                    data=urllib.parse.urlencode({"query": query}).encode(),
                    headers={"Accept": "%s"},
                )
                with urllib.request.urlopen(request) as response:
                """
                        .formatted(quoted(call.query()), call.address(), call.kind().type());
        return switch (call.kind()) {
            case TABLE ->
                    ask
                            + """
                                  answer = json.load(response)

                              for row in answer["results"]["bindings"]:
                                  print({name: value["value"] for name, value in row.items()})
                              """;
            case TRUTH ->
                    ask
                            + """
                                  print(json.load(response)["boolean"])
                              """;
            case GRAPH ->
                    ask.replaceFirst("import json\n", "")
                            + """
                                  print(response.read().decode())
                              """;
        };
    }

    private static String quoted(String text) {
        return QuotedText.withoutTripleQuotes(
                QuotedText.of(
                        text,
                        c ->
                                switch (c) {
                                    case '\\' -> "\\\\";
                                    case '\r' -> "\\r";
                                    default ->
                                            QuotedText.isUnseen(c)
                                                    ? String.format(Locale.ROOT, "\\U%08x", c)
                                                    : "";
                                }));
    }
}
