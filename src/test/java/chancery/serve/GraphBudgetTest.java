package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.Limits;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GraphBudgetTest {
    @TempDir private Path releases;

    @ParameterizedTest
    @ValueSource(strings = {"CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE ?s { ?s ?p ?o }"})
    void aGraphThatDoesNotFitIntoMemoryIsRefused(String query) throws Exception {
        Limits small = Limits.standard().withMaxMemoryBytes(4_000);
        try (LiveServer server =
                LiveServer.with(Gazette.TRIG, releases, usual -> usual.withLimits(small))) {
            Web web = server.web();
            HttpResponse<String> refused = web.query(query, "text/turtle");
            assertEquals(413, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("in memory"), refused.body());
            assertEquals(200, web.query(query + " LIMIT 1", "text/turtle").statusCode());
        }
    }
}
