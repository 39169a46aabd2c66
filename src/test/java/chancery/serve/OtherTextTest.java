package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text that was supplied but is not the one that was read: its digest is another one.
@Timeout(120)
class OtherTextTest {
    @TempDir private static Path folder;
    private static LiveServer server;

    @BeforeAll
    static void open() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("gazette.txt"), Gazette.TEXT.replace("2002", "2003"));
        server =
                LiveServer.with(
                        Gazette.TRIG.replace("SHA256", "0".repeat(64)),
                        folder.resolve("releases"),
                        usual -> usual.withTexts(texts));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/claim/01",
                "/id/passage/gazette-27-68",
                "/id/source/gazette?show=text",
                "/claims?subject=/id/agreement/lease"
            })
    void nothingOfItIsShownAndThePageSaysWhy(String path) throws Exception {
        String page = server.web().get(path, "text/html").body();
        assertFalse(page.contains("They signed the lease"), page);
        assertTrue(
                page.contains("gazette.txt that was supplied is not the text that was read"), page);
    }
}
