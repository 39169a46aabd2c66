package chancery.reconcile;

import chancery.release.Release;
import chancery.search.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/// Asks the service for names, a batch at a time.
final class Matching {
    private final Service service;

    Matching(Release release) {
        this.service =
                new Service(
                        release,
                        release.text().orElseThrow(),
                        "http://localhost/reconcile",
                        "http://localhost",
                        "",
                        Deadline.in(Duration.ofMinutes(5)));
    }

    Service service() {
        return service;
    }

    /// What came of a name.
    ///
    /// @param first id of the first candidate; empty if there is none
    record Outcome(String name, Optional<String> first, boolean isMatch, double score) {}

    /// In the order of the names.
    List<Outcome> of(List<String> names) throws BadQuery {
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < names.size(); from += 10) {
            List<String> batch = names.subList(from, Math.min(from + 10, names.size()));
            JsonObject queries = new JsonObject();
            for (int i = 0; i < batch.size(); i++) {
                JsonObject query = new JsonObject();
                query.put("query", batch.get(i));
                queries.put("q" + i, query);
            }
            JsonObject results = JSON.parse(service.match(JSON.toString(queries)));
            for (int i = 0; i < batch.size(); i++) {
                outcomes.add(outcome(batch.get(i), results.getObj("q" + i)));
            }
        }
        return outcomes;
    }

    private static Outcome outcome(String name, JsonObject result) {
        Optional<JsonObject> first =
                result.getArray("result").map(it -> it.getAsObject()).findFirst();
        return new Outcome(
                name,
                first.map(it -> it.getString("id")),
                first.map(it -> it.getBoolean("match")).orElse(false),
                first.map(it -> it.getNumber("score").doubleValue()).orElse(0.0));
    }
}
