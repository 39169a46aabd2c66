package chancery.page.claims;

import chancery.page.DisagreementsJson;
import chancery.page.GraphView;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/// What is claimed of a triple as JSON; members as in [DisagreementsJson]. `docs/evidence.md` names
/// them.
///
/// Lives as long as the [GraphView] it gets IRIs from.
public final class ClaimsJson {
    private final DisagreementsJson parts;

    public ClaimsJson(GraphView graph) {
        this.parts = new DisagreementsJson(graph);
    }

    public String of(ClaimsPage page, String releaseId) {
        JsonObject all = new JsonObject();
        all.put("release", releaseId);
        all.put("subject", parts.named(page.subject()));
        page.property().ifPresent(property -> all.put("property", parts.named(property)));
        if (!page.value().isEmpty()) {
            all.put("value", page.value());
        }
        JsonArray bases = new JsonArray();
        page.bases().forEach(bases::add);
        all.put("basis", bases);
        all.put("count", page.total());
        JsonArray claims = new JsonArray();
        page.claims().forEach(claim -> claims.add(parts.position(claim)));
        all.put("claims", claims);
        JsonArray disagreements = new JsonArray();
        page.disagreements().forEach(one -> disagreements.add(parts.disagreement(one)));
        all.put("disagreements", disagreements);
        return JSON.toString(all) + "\n";
    }
}
