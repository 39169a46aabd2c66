package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.page.editor.Call;
import chancery.page.editor.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each program that the server writes for a query is run, where its language is there.
@Timeout(180)
class ProgramsTest {
    private static final String TRIG =
            """
            PREFIX ex: <http://example.org/>
            ex:a ex:says "yes" .
            """;

    /// All that some language takes for something else, as a value that has to come back.
    private static final String HOSTILE =
            "' '' \" \"\"\" \\ \\\\ \\n \\u0041 ` ${1} $x #{y} %s %d %% & < > ; | ! * ? ~ {} [] ()"
                    + " é Алиев 日本 \uD83D\uDE00 \u202E \u2028 \u00A0\u0085\u000B\f\b\u001B"
                    + " '\\'' \\\" \\";

    @TempDir private static Path folder;
    private static LiveServer server;

    @BeforeAll
    static void start() throws Exception {
        server = LiveServer.with(TRIG, Files.createDirectory(folder.resolve("releases")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// A query whose only answer is the text; it has a comment with the same signs, lines that end
    /// in white space of all kinds, and two ways of ending a line.
    private static String asking(String text) {
        return "# '\"`\\ $(id) ${x} \"\"\" ''' \\u0041 %s\r\n\tSELECT ?x {  \n   \n#\u3000\n"
                + "  VALUES ?x { \""
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + "\" }\n} # end \"";
    }

    private static Program program(String slug, String query, Call.Kind kind) {
        Call call =
                new Call(
                        "http://localhost:" + server.port() + "/sparql",
                        query,
                        kind,
                        Map.of("known-on", "2020-01-01"));
        return Program.of(call).stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "python", "r", "javascript", "java"})
    void everyCharacterOfAQueryArrivesAsItWasWritten(String language) throws Exception {
        String out = run(program(language, asking(HOSTILE), Call.Kind.TABLE));
        switch (language) {
            case "curl", "java" -> assertEquals("x\r\n" + csv(HOSTILE) + "\r\n", out);
            case "python" -> assertEquals(HOSTILE, evaluated(out));
            case "javascript" ->
                    assertEquals(
                            HOSTILE,
                            JSON.parse(out.replace("\\f", "\\u000c"))
                                    .get("x")
                                    .getAsString()
                                    .value());
            default -> assertTrue(out.contains("Алиев"), out);
        }
    }

    private static String csv(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /// What Python prints of a row, read by Python.
    private static String evaluated(String printed) throws Exception {
        Path file = folder.resolve("printed.txt");
        Files.writeString(file, printed);
        return output(
                List.of(
                        "python3",
                        "-c",
                        "import ast,sys; sys.stdout.write(ast.literal_eval(open(sys.argv[1],"
                                + "encoding='utf-8').read())['x'])",
                        file.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "python", "r", "javascript", "java"})
    void truthAndGraphArriveToo(String language) throws Exception {
        String yes = run(program(language, "ASK {}", Call.Kind.TRUTH));
        assertTrue(yes.toLowerCase(Locale.ROOT).contains("true"), yes);
        String graph =
                run(program(language, "CONSTRUCT { <urn:a> <urn:b> \"c\" } {}", Call.Kind.GRAPH));
        assertTrue(graph.contains("urn:b"), graph);
    }

    private static String run(Program program) throws Exception {
        List<String> command =
                switch (program.slug()) {
                    case "curl" -> List.of("sh");
                    case "python" -> List.of("python3");
                    case "r" -> List.of("Rscript", "--vanilla");
                    case "javascript" -> List.of("node");
                    default ->
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString());
                };
        assumeTrue(isThere(command.getFirst()), program.language() + " is not installed");
        assumeTrue(!program.slug().equals("curl") || isThere("curl"), "curl is not installed");
        Path file = folder.resolve("Ask." + program.ending());
        Files.writeString(file, program.code());
        List<String> all = new ArrayList<>(command);
        all.add(file.toString());
        return output(all);
    }

    private static String output(List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "PYTHONIOENCODING", "utf-8"));
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
        assertEquals(0, process.exitValue(), out);
        return out;
    }

    private static boolean isThere(String command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command, command.equals("java") ? "-version" : "--version")
                            .redirectErrorStream(true)
                            .start();
            process.getInputStream().readAllBytes();
            process.waitFor();
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }
}
