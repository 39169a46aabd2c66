package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tables of the guide to curating, and a new edition of its text.
class ReanchorCommandTest {
    @TempDir private Path folder;
    private Path seeds = Path.of("");
    private Path fresh = Path.of("");

    @BeforeEach
    void writeTables() throws IOException {
        Folders.copy(Path.of("seeds"), folder.resolve("seeds"));
        seeds = folder.resolve("seeds");
        fresh = folder.resolve("fresh.txt");
        Files.createDirectories(folder.resolve("texts"));
        String text = "Norland met Sudria. They signed a treaty. Norland was glad.\n";
        Files.writeString(folder.resolve("texts/gazette.txt"), text);
        append(
                "sources.csv",
                "gazette,Gazette,Gazette,,,,,en,,,opinion,,,nothing,gazette.txt,"
                        + sha256(text)
                        + ",");
        append("passages.csv", passage(0, "Norland met Sudria.") + ",  ");
        append("passages.csv", passage(20, "They signed a treaty.") + ",");
        append("passages.csv", passage(42, "Norland was glad.") + ",");
        append("furniture.csv", "gazette,\"0-7; 42-49\",\"names, of states\"");
        append(
                "place-facts.csv",
                "abkhazia,,,gazette,20-41;42-59,~,asserts,,inference,\"Two, sentences\"");
    }

    private void append(String table, String line) throws IOException {
        Path file = seeds.resolve(table);
        Files.writeString(file, Files.readString(file) + line + "\n");
    }

    private static String passage(int start, String words) {
        String span = start + "-" + (start + words.length());
        return "gazette-%s,gazette,%s,body,%s"
                .formatted(span, span.replace('-', ','), sha256(words));
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result reanchor(String... options) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "reanchor",
                                "gazette",
                                fresh.toString(),
                                "--seeds",
                                seeds.toString()));
        arguments.addAll(List.of(options));
        return Result.of(arguments.toArray(String[]::new));
    }

    private String[] withTexts(String... more) {
        List<String> options =
                new ArrayList<>(List.of("--texts", folder.resolve("texts").toString()));
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }

    private int lines(String table) throws IOException {
        return Files.readAllLines(seeds.resolve(table)).size();
    }

    private Map<String, String> tables() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(seeds)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return all;
    }

    private List<String> newLines(Map<String, String> before) throws IOException {
        List<String> lines = new ArrayList<>();
        tables().forEach(
                        (name, text) -> {
                            List<String> old = before.getOrDefault(name, "").lines().toList();
                            List<String> now = text.lines().toList();
                            assertEquals(old.size(), now.size(), name);
                            for (int i = 0; i < now.size(); i++) {
                                if (!now.get(i).equals(old.get(i))) {
                                    lines.add(now.get(i));
                                }
                            }
                        });
        return lines;
    }

    @Test
    void whatMovedIsWrittenAndEveryOtherByteStays() throws IOException {
        String text = "So: Norland met Sudria. They signed a treaty. Norland was glad.\n";
        Files.writeString(fresh, text);
        Map<String, String> before = tables();
        Result result = reanchor(withTexts("--write"));
        assertEquals(0, result.exit(), result.out() + result.err());
        assertEquals(
                List.of(
                        "gazette,\"4-11; 46-53\",\"names, of states\"",
                        passage(4, "Norland met Sudria.") + ",  ",
                        passage(24, "They signed a treaty.") + ",",
                        passage(46, "Norland was glad.") + ",",
                        "abkhazia,,,gazette,24-45;46-63,~,asserts,,inference,\"Two, sentences\"",
                        "gazette,Gazette,Gazette,,,,,en,,,opinion,,,nothing,gazette.txt,"
                                + sha256(text)
                                + ","),
                newLines(before));
    }

    @Test
    void whatIsNotCertainIsLeftAndListed() throws IOException {
        Files.writeString(
                fresh, "So: Norland met Sudria. They signed no treaty. Norland was glad.\n");
        Map<String, String> before = tables();
        Result result = reanchor(withTexts("--write"));
        assertEquals(1, result.exit(), result.err());
        assertTrue(
                result.out()
                        .contains(
                                "gazette-20-41: changed, 75 % of its words stand in 24-46; gone:"
                                        + " a; new: no; a reader has to look\n"),
                result.out());
        List<String> left =
                result.out().lines().dropWhile(l -> !l.startsWith("rows left")).toList();
        assertEquals(
                List.of(
                        "rows left to a reader, 2:",
                        "  passages.csv: chars 20-41",
                        "  place-facts.csv: chars 20-41"),
                left.stream()
                        .map(
                                line ->
                                        line.replace(seeds + "/", "")
                                                .replaceFirst("csv:[0-9]+", "csv"))
                        .toList());
        assertTrue(left.get(2).contains("place-facts.csv:" + lines("place-facts.csv") + ":"));
        List<String> lines = newLines(before);
        assertTrue(
                lines.contains(
                        "abkhazia,,,gazette,20-41;47-64,~,asserts,,inference,\"Two, sentences\""),
                lines.toString());
    }

    @Test
    void withoutWriteNothingIsWritten() throws IOException {
        Files.writeString(fresh, "So: Norland met Sudria.\n");
        Map<String, String> before = tables();
        Result result = reanchor(withTexts());
        assertEquals(1, result.exit());
        assertTrue(result.out().contains("gazette-0-19: moved, 0-19 → 4-23\n"), result.out());
        assertTrue(result.out().contains("gazette-20-41: lost\n"), result.out());
        assertEquals(before, tables());
    }

    @Test
    void withoutTheFormerTextTheDigestsTell() throws IOException {
        Files.writeString(
                fresh, "So: Norland met Sudria. They signed a treaty. Norland was glad.\n");
        Result result = reanchor();
        assertTrue(
                result.out().contains("5 passages: 0 unchanged, 3 moved, 0 changed, 2 lost\n"),
                result.out());
        assertTrue(
                result.out()
                        .endsWith(
                                "with --texts, the folder of the former text, more can be found\n"),
                result.out());
    }

    @Test
    void whenAFileCannotBeWrittenTheTablesStayAsTheyWere() throws IOException {
        Files.writeString(fresh, "So: Norland met Sudria.\n");
        Files.createDirectories(seeds.resolve(".sources.csv.new/taken"));
        Map<String, String> before = tables();
        Result result = reanchor(withTexts("--write"));
        assertEquals(3, result.exit());
        assertTrue(result.err().startsWith(seeds + ": found it not writable"), result.err());
        assertEquals(before, tables());
    }

    @Test
    void aWritingThatWasCutShortIsFinished() throws IOException {
        Files.writeString(fresh, "So: Norland met Sudria.\n");
        Map<String, String> before = tables();
        Files.writeString(seeds.resolve(".states.csv.new"), "id\n");
        Files.createFile(seeds.resolve(".writing"));
        Result asked = reanchor(withTexts());
        assertEquals(3, asked.exit());
        assertEquals(
                seeds
                        + ": found tables of a writing that was cut short, expected --write, which"
                        + " finishes it\n",
                asked.err());
        Result result = reanchor(withTexts("--write"));
        assertEquals(0, result.exit(), result.err());
        assertEquals("finished a writing that was cut short, and nothing else\n", result.out());
        before.put("states.csv", "id\n");
        assertEquals(before, tables());
    }

    @Test
    void whatWasNeverWrittenToTheEndIsDropped() throws IOException {
        Files.writeString(fresh, "So: Norland met Sudria.\n");
        Files.writeString(seeds.resolve(".states.csv.new"), "id\n");
        reanchor(withTexts("--write"));
        assertEquals(Files.readString(Path.of("seeds/states.csv")), tables().get("states.csv"));
        assertEquals(false, tables().containsKey(".states.csv.new"));
    }

    @Test
    void aFolderThatHasTheNewTextAlreadyIsRefused() throws IOException {
        Files.writeString(fresh, "So: Norland met Sudria.\n");
        Files.copy(fresh, folder.resolve("texts/gazette.txt"), StandardCopyOption.REPLACE_EXISTING);
        Result result = reanchor(withTexts());
        assertEquals(3, result.exit());
        assertTrue(result.err().contains("expected the former text, "), result.err());
    }

    @Test
    void aSourceOrATextThatIsNotThereIsRefused() {
        Result noText = reanchor();
        assertEquals(3, noText.exit());
        assertEquals(
                fresh + ": found no file " + fresh + ", expected the text of the source\n",
                noText.err());
        Result noSource =
                Result.of("reanchor", "gazete", fresh.toString(), "--seeds", seeds.toString());
        assertEquals(3, noSource.exit());
        assertTrue(noSource.err().startsWith("no source \"gazete\" in "), noSource.err());
    }
}
