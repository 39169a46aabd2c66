package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFolderTest {
    @TempDir Path folder;

    @Test
    void sentenceAroundThePassageIsQuoted() throws Exception {
        assertEquals(
                Optional.of(new Quotation("They met in ", "1991", " again.")),
                quote("It rained. They met in 1991 again. It rained.", 23, 27));
    }

    @Test
    void charactersAreCountedInCodePoints() throws Exception {
        assertEquals(Optional.of(new Quotation("😀 and ", "лес", ".")), quote("😀 and лес.", 6, 9));
    }

    @Test
    void sentenceEndsAtTheEndOfItsParagraph() throws Exception {
        assertEquals(
                Optional.of(new Quotation("", "A heading", "")),
                quote("Before\nA heading\nAfter", 7, 16));
    }

    @Test
    void wholeTextMayBeThePassage() throws Exception {
        assertEquals(Optional.of(new Quotation("", "All.", "")), quote("All.", 0, 4));
    }

    @Test
    void passageBehindTheEndIsNotShown() throws Exception {
        assertEquals(Optional.empty(), quote("Short.", 3, 7));
    }

    @Test
    void fileThatChangedIsNotShown() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "Changed.");
        assertEquals(
                new SourceText.Different("a.txt"),
                new TextFolder(folder).read("a.txt", sha256("Before.")));
    }

    @Test
    void nameThatLeadsElsewhereIsNotFollowed() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(folder.resolve("secret.txt"), "Secret.");
        assertEquals(
                new SourceText.Missing("../secret.txt"),
                new TextFolder(texts).read("../secret.txt", sha256("Secret.")));
    }

    private Optional<Quotation> quote(String text, int start, int end) throws Exception {
        Files.writeString(folder.resolve("text.txt"), text);
        return new TextFolder(folder).read("text.txt", sha256(text))
                        instanceof SourceText.Whole whole
                ? TextFolder.quote(whole.text(), start, end)
                : Optional.empty();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
