package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocateCommandTest {
    private static final String TEXT = "Norland met Sudria, twice. Sudria was glad.\n";
    private static final String DIGEST =
            "5d5b6ee3e1a1a1b59e4cf3d4b90ad4ff2ecf5bdbe3b6a9dbbb95a1d4e5fa54c9";

    @TempDir private Path folder;

    @BeforeEach
    void writeASource() throws IOException {
        Folders.copy(Path.of("seeds"), folder.resolve("seeds"));
        Files.writeString(
                folder.resolve("seeds/sources.csv"),
                Files.readString(Path.of("seeds/sources.csv"))
                        + "gazette,Gazette,Gazette,,,,,en,,,opinion,,,nothing,gazette.txt,"
                        + DIGEST
                        + ",\n");
        Files.createDirectories(folder.resolve("texts"));
        Files.writeString(folder.resolve("texts/gazette.txt"), TEXT);
    }

    private Result locate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("locate"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--seeds", folder.resolve("seeds").toString()));
        return Result.of(all.toArray(String[]::new));
    }

    private Result locateInText(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--texts", folder.resolve("texts").toString()));
        return locate(all.toArray(String[]::new));
    }

    @Test
    void aRegisteredPassageThatHoldsTheWordsIsNamed() throws IOException {
        Path passages = folder.resolve("seeds/passages.csv");
        Files.writeString(
                passages,
                "id,source,start,end,part,digest,cites\n"
                        + "gazette-0-18,gazette,0,18,note,"
                        + DIGEST
                        + ",\n");
        String out = locateInText("gazette", "met").out();
        assertTrue(out.contains("    registered    0-18 in " + passages + ":2\n"), out);
        assertTrue(out.contains("gazette-0-26,gazette,0,26,note,"), out);
    }

    @Test
    void csvHasALineAPlace() {
        List<String> lines =
                locateInText("gazette", "Sudria,", "--format", "csv").out().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(1).startsWith("gazette,1,1,2,0,26,12,19,true,\"Sudria,\",body,"),
                lines.get(1));
    }

    @Test
    void jsonSaysTheSame() {
        Result result = locateInText("gazette", "sudria", "--format", "json");
        assertEquals(0, result.exit(), result.err());
        JsonObject second = JSON.parseAny(result.out()).getAsArray().get(1).getAsObject();
        assertEquals("27-43", second.getString("chars"));
        assertEquals("gazette,27-43,Sudria", second.getString("fact"));
        JsonObject sentence = second.get("sentences").getAsArray().get(0).getAsObject();
        assertEquals(2, sentence.get("number").getAsNumber().value().intValue());
        assertEquals("body", sentence.getString("part"));
    }

    @Test
    void wordsThatAreNotThereAreAFinding() {
        Result result = locateInText("gazette", "Sudria is glad");
        assertEquals(1, result.exit());
        assertEquals("", result.out());
        assertEquals(
                """
                gazette: found no "Sudria is glad", expected words of its text
                nearest is sentence 2 of 2, characters 27-43: Sudria was glad.
                """,
                result.err());
    }

    @Test
    void aSourceThatIsNotThereIsRefusedWithThoseThereAre() {
        Result result = locateInText("gazete", "Sudria");
        assertEquals(3, result.exit());
        assertEquals(
                "no source \"gazete\" in "
                        + folder.resolve("seeds")
                        + "; there are: country-study-1994, gazette, mamedzade-2024,"
                        + " wikipedia-2010, wikipedia-2016, wikipedia-2022\n",
                result.err());
    }

    @Test
    void aTextThatIsNotThereIsRefused() throws IOException {
        Files.delete(folder.resolve("texts/gazette.txt"));
        Result result = locateInText("gazette", "Sudria");
        assertEquals(3, result.exit());
        assertEquals(
                folder.resolve("seeds/sources.csv")
                        + ":7: found no file "
                        + folder.resolve("texts/gazette.txt")
                        + ", expected the text of the source\n",
                result.err());
    }

    @Test
    void withoutTextsOrWordsItIsUsedWrongly() {
        Result noTexts = locate("gazette", "Sudria");
        assertEquals(2, noTexts.exit());
        assertTrue(noTexts.err().startsWith("found no --texts, expected the folder of texts\n"));
        Result noWords = locateInText("gazette", " ");
        assertEquals(2, noWords.exit());
        assertTrue(noWords.err().startsWith("WORDS: found none, expected some\n"));
    }
}
