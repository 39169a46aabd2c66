package chancery.page.editor;

import java.util.List;

/// A program that asks a query, ready to be copied.
///
/// @param language as people call it
/// @param slug     its name in addresses
/// @param ending   of a file with it, without the dot
/// @param needs    what has to be there to run it
/// @param code     the program, with a line break at its end
public record Program(String language, String slug, String ending, String needs, String code) {
    /// The same query in each language. Only what belongs to the language itself is used, so that
    /// nothing has to be installed.
    public static List<Program> of(Call call) {
        return List.of(
                new Program("curl", "curl", "sh", "curl", CurlText.of(call)),
                new Program("Python", "python", "py", "Python 3.8 or newer", PythonText.of(call)),
                new Program("R", "r", "R", "R 4.0 or newer", RText.of(call)),
                new Program(
                        "JavaScript",
                        "javascript",
                        "mjs",
                        "Node.js 18 or newer, Deno, Bun or a browser",
                        JavaScriptText.of(call)),
                new Program("Java", "java", "java", "Java 17 or newer", JavaText.of(call)));
    }
}
