package chancery.page;

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/// The register of disagreements as JSON: IRIs beside labels, so that a program needs no graph to
/// read it. What is missing is left out; lists are always there. `docs/register.md` names the
/// members.
///
/// Lives as long as the [GraphView] it gets IRIs from.
public final class DisagreementsJson {
    private final GraphView graph;

    public DisagreementsJson(GraphView graph) {
        this.graph = graph;
    }

    /// @param issued date of the release; `""` if it gives none
    public String of(DisagreementsPage page, String releaseId, String issued) {
        JsonObject all = new JsonObject();
        all.put("release", releaseId);
        put(all, "issued", issued);
        all.put("count", page.all().size());
        JsonArray disagreements = new JsonArray();
        page.all().forEach(one -> disagreements.add(disagreement(one)));
        all.put("disagreements", disagreements);
        return JSON.toString(all) + "\n";
    }

    public JsonObject disagreement(DisagreementPage one) {
        JsonObject json = new JsonObject();
        json.put("iri", iri("/" + one.path()));
        json.put("label", one.heading());
        one.kinds().stream().findFirst().ifPresent(kind -> json.put("kind", named(kind)));
        put(json, "constraint", one.constraint());
        json.put("about", named(one.about()));
        one.properties().stream().findFirst().ifPresent(it -> json.put("property", named(it)));
        json.put("decided", one.isDecided());
        one.rule().ifPresent(rule -> json.put("rule", rule(rule)));
        one.positions().stream()
                .filter(DisagreementPage.Position::isPreferred)
                .findFirst()
                .ifPresent(it -> json.put("preferred", iri(it.claim().href())));
        one.rationale().stream().findFirst().ifPresent(text -> json.put("rationale", text.text()));
        JsonArray positions = new JsonArray();
        one.positions().forEach(position -> positions.add(position(position)));
        json.put("positions", positions);
        return json;
    }

    private JsonObject rule(DisagreementPage.RuleView rule) {
        JsonObject json = named(rule.link());
        json.put("name", rule.name());
        rule.reason().stream().findFirst().ifPresent(text -> json.put("reason", text.text()));
        return json;
    }

    public JsonObject position(DisagreementPage.Position position) {
        ClaimRow claim = position.claim();
        JsonObject source = named(claim.source());
        put(source, "published", position.published());
        DisagreementPage.publishedTime(graph, graph.named(claim.source().href()))
                .ifPresent(time -> put(source, "publishedEdtf", graph.edtf(time)));
        JsonArray chain = new JsonArray();
        position.chain().forEach(said -> chain.add(said(said)));
        JsonArray passages = new JsonArray();
        position.passages().forEach(passage -> passages.add(passage(passage)));

        JsonObject json = new JsonObject();
        json.put("claim", iri(claim.href()));
        json.put("preferred", position.isPreferred());
        json.put("subject", named(claim.subject()));
        json.put("property", named(claim.property()));
        json.put("value", named(claim.value()));
        json.put("stance", named(claim.stance()));
        json.put("verdict", named(claim.verdict()));
        json.put("source", source);
        json.put("saidIn", chain);
        json.put("gist", texts(claim.gists()));
        json.put("asWritten", texts(position.asWritten()));
        json.put("passages", passages);
        return json;
    }

    private JsonObject said(ClaimPage.Said said) {
        JsonObject json = named(said.statement());
        json.put("speakers", named(said.speakers()));
        if (!said.manner().text().isEmpty()) {
            json.put("manner", named(said.manner()));
        }
        return json;
    }

    private JsonObject passage(PassageView passage) {
        JsonObject json = new JsonObject();
        json.put("iri", iri(passage.link().href()));
        passage.row()
                .ifPresentOrElse(
                        row -> {
                            json.put("row", row.number());
                            json.put("file", row.file());
                        },
                        () -> {
                            json.put("start", passage.start());
                            json.put("end", passage.end());
                        });
        put(json, "part", passage.part());
        return json;
    }

    /// A literal has a label and no IRI; a time has its EDTF besides.
    public JsonObject named(Link link) {
        JsonObject json = new JsonObject();
        put(json, "iri", iri(link.href()));
        json.put("label", link.text());
        if (link.href().startsWith("/id/time/")) {
            put(json, "edtf", graph.edtf(graph.named(link.href())));
        }
        return json;
    }

    private JsonArray named(List<Link> links) {
        JsonArray array = new JsonArray();
        links.forEach(link -> array.add(named(link)));
        return array;
    }

    private static JsonArray texts(List<Link> links) {
        JsonArray array = new JsonArray();
        links.forEach(link -> array.add(link.text()));
        return array;
    }

    private static void put(JsonObject json, String member, String text) {
        if (!text.isEmpty()) {
            json.put(member, text);
        }
    }

    private String iri(String href) {
        return graph.iri(href);
    }
}
