package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No page is heavier than a reader on a slow line can bear.
@Timeout(180)
class PageWeightTest {
    private static final int MOST_BYTES = 150_000;

    private static LiveServer server;

    @BeforeAll
    static void open() throws Exception {
        server =
                LiveServer.of(
                        SeedRelease.releases(), usual -> usual.withQueries(Path.of("queries")));
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
                "/browse?kind=Condition",
                "/missing",
                "/map",
                "/map?around=baku",
                "/figures",
                "/between/azerbaijan/russia",
                "/search?q=Azerbaijan&limit=100",
                "/queries",
                "/sparql",
                "/ontology",
                "/disagreements",
                "/dumps/",
                "/problems",
                "/class/Claim",
                "/class/Event",
                "/claims?subject=/id/state/azerbaijan",
                "/claims?subject=/id/relation/azerbaijan-russia",
                "/help",
                "/id/state/azerbaijan.html",
                "/id/state/russia.html",
                "/id/person/heydar-aliyev.html",
                "/id/relation/azerbaijan-russia.html",
                "/id/source/wikipedia-2016",
                "/id/source/wikipedia-2016?show=alone",
                "/id/time/2008",
                "/no/such/page"
            })
    void noPageIsHeavierThanTheLimit(String path) throws Exception {
        HttpResponse<String> page = new Web(server.port()).get(path, "text/html");
        assertEquals(path.equals("/no/such/page") ? 404 : 200, page.statusCode(), path);
        int bytes = page.body().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= MOST_BYTES, path + " has " + bytes + " bytes");
    }
}
