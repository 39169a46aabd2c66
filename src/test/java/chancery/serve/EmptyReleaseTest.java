package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A release that says nothing but what it is.
@Timeout(120)
class EmptyReleaseTest {
    @TempDir private static Path releases;
    private static LiveServer server;

    @BeforeAll
    static void open() throws Exception {
        server =
                LiveServer.with(
                        "<release/r1> <http://purl.org/dc/terms/title> \"None\" .", releases);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/browse",
                "/missing",
                "/map",
                "/figures",
                "/between",
                "/search?q=Azerbaijan",
                "/queries",
                "/sparql",
                "/ontology",
                "/disagreements",
                "/dumps/",
                "/problems",
                "/help",
                "/claims?subject=/id/state/azerbaijan"
            })
    void everyPageOpens(String path) throws Exception {
        HttpResponse<String> page = server.web().get(path, "text/html");
        assertTrue(page.statusCode() == 200 || page.statusCode() == 404, path + page.statusCode());
        assertTrue(page.body().contains("</html>"), path);
        assertFalse(page.body().contains("Freemarker"), path);
    }

    @ParameterizedTest
    @CsvSource({
        "/disagreements, There are none in this release.",
        "/map, No place of this release has coordinates.",
        "/figures, There are no figures",
        "/browse, There is nothing"
    })
    void itSaysThatThereIsNothing(String path, String words) throws Exception {
        String page = server.web().get(path, "text/html").body();
        assertTrue(page.contains(words), page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/state/azerbaijan.html",
                "/between/azerbaijan/russia",
                "/id/claim/01",
                "/id/source/gazette"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertEquals(404, server.web().get(path, "text/html").statusCode());
    }
}
