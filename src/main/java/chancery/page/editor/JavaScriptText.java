package chancery.page.editor;

import java.util.Locale;

/// For whatever has `fetch`, as a module.
final class JavaScriptText {
    private JavaScriptText() {}

    static String of(Call call) {
        String print =
                switch (call.kind()) {
                    case TABLE ->
                            """
                            const answer = await response.json();
                            for (const row of answer.results.bindings) {
                              const values = Object.entries(row).map(([name, value]) => [name, value.value]);
                              console.log(JSON.stringify(Object.fromEntries(values)));
                            }
                            """;
                    case TRUTH ->
                            """
                            console.log((await response.json()).boolean);
                            """;
                    case GRAPH ->
                            """
                            console.log(await response.text());
                            """;
                };
        return """
                const query = `%s`;

                const response = await fetch("%s", {
                  method: "POST",
                  headers: { Accept: "%s" },
                  body: new URLSearchParams({ query }),
                });
                if (!response.ok) throw new Error(await response.text());
                """
                        .formatted(quoted(call.query()), call.address(), call.kind().type())
                + print;
    }

    private static String quoted(String text) {
        return QuotedText.of(
                text,
                c ->
                        switch (c) {
                            case '\\' -> "\\\\";
                            case '`' -> "\\`";
                            case '$' -> "\\$";
                            case '\r' -> "\\r";
                            default ->
                                    QuotedText.isUnseen(c)
                                            ? String.format(Locale.ROOT, "\\u{%x}", c)
                                            : "";
                        });
    }
}
