package chancery.page.editor;

import java.util.Locale;

/// For R, with what comes with it only. It asks by GET, so that very long queries are not for it.
final class RText {
    private RText() {}

    static String of(Call call) {
        String ask =
                """
                query <- '%s'

                address <- paste0("%s", "%squery=", URLencode(enc2utf8(query), reserved = TRUE), "&output=%s")
                """
                        .formatted(
                                quoted(call.query()),
                                call.address(),
                                call.parameters().isEmpty() ? "?" : "&",
                                call.kind() == Call.Kind.GRAPH ? "ttl" : "csv");
        return ask
                + (call.kind() == Call.Kind.GRAPH
                        ? """
                          writeLines(readLines(address, encoding = "UTF-8"))
                          """
                        : """
                          answer <- read.csv(address, encoding = "UTF-8", check.names = FALSE)
                          print(answer)
                          """);
    }

    private static String quoted(String text) {
        return QuotedText.of(
                text,
                c ->
                        switch (c) {
                            case '\\' -> "\\\\";
                            case '\'' -> "\\'";
                            case '\r' -> "\\r";
                            default ->
                                    QuotedText.isUnseen(c)
                                            ? String.format(Locale.ROOT, "\\U{%06x}", c)
                                            : "";
                        });
    }
}
