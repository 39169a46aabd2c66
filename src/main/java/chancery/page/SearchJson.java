package chancery.page;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

/// What a search finds as JSON. `docs/searching.md` names the members.
///
/// Lives as long as the [GraphView] it gets IRIs from.
public final class SearchJson {
    private final GraphView graph;

    public SearchJson(GraphView graph) {
        this.graph = graph;
    }

    public String of(SearchPage page, String releaseId) {
        JsonObject all = new JsonObject();
        all.put("release", releaseId);
        all.put("query", page.query().text());
        all.put("total", page.total());
        all.put("isCut", page.isCut());
        all.put("offset", page.query().offset());
        all.put("limit", page.query().limit());
        JsonArray results = new JsonArray();
        page.results().forEach(result -> results.add(result(result)));
        all.put("results", results);
        return JSON.toString(all) + "\n";
    }

    private JsonObject result(SearchPage.Result result) {
        JsonObject json = named(result.thing());
        JsonArray types = new JsonArray();
        result.kinds().forEach(kind -> types.add(named(kind)));
        json.put("types", types);
        JsonObject matched = new JsonObject();
        matched.put("property", result.part());
        matched.put("text", result.matched().text());
        put(matched, "lang", result.matched().lang());
        json.put("matched", matched);
        put(json, "dates", result.dates());
        json.put("times", times(graph.named(result.thing().href())));
        JsonArray wikidata = new JsonArray();
        result.wikidata().forEach(link -> wikidata.add(link.href()));
        json.put("wikidata", wikidata);
        if (result.others() > 0) {
            json.put("otherClaims", result.others());
        }
        json.put("score", JsonNumber.value(Math.round(1_000 * result.likeness()) / 10.0));
        return json;
    }

    /// What `dates` says in words, and all other times that it leaves out.
    private JsonArray times(Node thing) {
        JsonArray times = new JsonArray();
        for (Node property : SearchPage.dating()) {
            for (Node time : graph.objects(thing, property)) {
                String edtf = graph.edtf(time);
                if (!edtf.isEmpty()) {
                    JsonObject json = new JsonObject();
                    json.put("property", property.getURI());
                    json.put("edtf", edtf);
                    json.put("words", graph.link(time).text());
                    times.add(json);
                }
            }
        }
        return times;
    }

    private JsonObject named(Link link) {
        JsonObject json = new JsonObject();
        json.put("iri", graph.iri(link.href()));
        json.put("label", link.text());
        put(json, "lang", link.lang());
        return json;
    }

    private static void put(JsonObject json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
