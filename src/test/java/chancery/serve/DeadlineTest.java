package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.release.ReleaseFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
    private static final String LATE = "found no end after 0 s, expected one within that time";

    @TempDir private Path releases;

    private Served open() throws Exception {
        ReleaseFixture.write(releases, "r1", Gazette.TRIG);
        return Served.open(releases.resolve("r1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search.json", "/search", "/search/suggest"})
    void aSearchOutOfTimeIsUnavailable(String path) throws Exception {
        Served served = open();
        Request request =
                new Request("GET", path, Map.of("q", "north"), Map.of(), "http://localhost");
        Search search = new Search(new Pages(Optional.empty()), Duration.ZERO);
        assertEquals(new Reply.Unavailable("/search: " + LATE), search.answer(request, served));
        served.release().close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "queries; {\"q\":{\"query\":\"north\"}}",
                "extend; {\"ids\":[\"state/north\"],\"properties\":[{\"id\":\"label\"}]}"
            })
    void reconcilingOutOfTimeIsUnavailable(String name, String value) throws Exception {
        Served served = open();
        Request request = new Request("POST", "/reconcile", Map.of(), Map.of(), "http://localhost");
        Reconcile reconcile = new Reconcile(new Pages(Optional.empty()), Duration.ZERO);
        assertEquals(
                new Reply.Unavailable("/reconcile: " + LATE),
                reconcile.answer(request, Map.of(name, value), "", served));
        served.release().close();
    }

    @Test
    void suggestingEntitiesAndProposingPropertiesEndInTimeToo() throws Exception {
        Served served = open();
        Reconcile reconcile = new Reconcile(new Pages(Optional.empty()), Duration.ZERO);
        for (Map.Entry<String, Map<String, String>> each :
                Map.of(
                                "/reconcile/suggest/entity", Map.of("prefix", "nor"),
                                "/reconcile/extend/propose", Map.of("type", "State"))
                        .entrySet()) {
            Request request =
                    new Request(
                            "GET", each.getKey(), each.getValue(), Map.of(), "http://localhost");
            assertEquals(
                    new Reply.Unavailable("/reconcile: " + LATE),
                    reconcile.answer(request, Map.of(), "", served));
        }
        served.release().close();
    }
}
