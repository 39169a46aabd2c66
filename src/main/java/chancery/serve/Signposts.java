package chancery.serve;

import chancery.page.SchemaOrg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/// The links by which a program finds its way (FAIR Signposting, levels 1 and 2): from a page to
/// the name to cite, to the forms of its description, to the files it is about, and back.
final class Signposts {
    static final String LINKSET = "application/linkset+json";

    /// Of the graph; of a source's text nothing is given out.
    static final String LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

    /// The forms in which data about a thing can be had.
    static final List<Offer> DATA =
            Offer.DESCRIPTIONS.stream().filter(offer -> !offer.equals(Offer.HTML)).toList();

    private final Served served;

    Signposts(Served served) {
        this.served = served;
    }

    /// @param id    path of the thing, without a slash before it
    /// @param kind  its second part
    /// @param offer in which it is answered
    List<WebLink> of(String id, String kind, Offer offer) {
        return offer.equals(Offer.HTML) ? ofPage(id, kind) : ofData(id);
    }

    private List<WebLink> ofPage(String id, String kind) {
        List<WebLink> links = new ArrayList<>();
        links.add(WebLink.to(served.release().description().base() + id, "cite-as"));
        links.add(WebLink.to("https://schema.org/AboutPage", "type"));
        links.add(WebLink.to("https://schema.org/" + SchemaOrg.type(kind), "type"));
        links.add(WebLink.to(LICENCE, "license"));
        DATA.forEach(
                offer ->
                        links.add(
                                new WebLink(
                                        "/" + id + "." + offer.ending(),
                                        "describedby",
                                        offer.type())));
        for (String file : slices(id, kind)) {
            links.add(new WebLink("/dumps/" + file, "item", Offer.TURTLE.type()));
        }
        links.add(new WebLink("/" + id + ".linkset", "linkset", LINKSET));
        return links;
    }

    private List<WebLink> ofData(String id) {
        return List.of(
                WebLink.to(served.release().description().base() + id, "cite-as"),
                new WebLink("/" + id + ".html", "describes", Offer.HTML.type()),
                WebLink.to(LICENCE, "license"),
                new WebLink("/" + id + ".linkset", "linkset", LINKSET));
    }

    /// The dumps that hold what is known of one state, or what one source says.
    private List<String> slices(String id, String kind) {
        String name = id.substring(id.lastIndexOf('/') + 1);
        Path dumps = served.release().dumps();
        return List.of(kind + "s/" + name + ".ttl").stream()
                .filter(file -> Files.isRegularFile(dumps.resolve(file)))
                .toList();
    }

    /// @param links of the pages and files they start from, by path
    static String linkset(Map<String, List<WebLink>> links, String origin) {
        JsonArray contexts = new JsonArray();
        links.forEach(
                (anchor, from) -> {
                    JsonObject context = new JsonObject();
                    context.put("anchor", origin + anchor);
                    Map<String, JsonArray> byRelation = new TreeMap<>();
                    for (WebLink link : from) {
                        if (!link.rel().equals("linkset")) {
                            byRelation
                                    .computeIfAbsent(link.rel(), rel -> new JsonArray())
                                    .add(target(link.at(origin)));
                        }
                    }
                    byRelation.forEach(context::put);
                    contexts.add(context);
                });
        JsonObject all = new JsonObject();
        all.put("linkset", contexts);
        return JSON.toString(all) + "\n";
    }

    /// The links of a thing's page, of its data and of its files, in one document (RFC 9264).
    String linkset(String id, String kind, String origin) {
        Map<String, List<WebLink>> links = new TreeMap<>();
        links.put("/" + id + ".html", ofPage(id, kind));
        DATA.forEach(offer -> links.put("/" + id + "." + offer.ending(), ofData(id)));
        for (String file : slices(id, kind)) {
            links.put(
                    "/dumps/" + file,
                    List.of(new WebLink("/" + id + ".html", "collection", Offer.HTML.type())));
        }
        return linkset(links, origin);
    }

    private static JsonObject target(WebLink link) {
        JsonObject target = new JsonObject();
        target.put("href", link.href());
        if (!link.type().isEmpty()) {
            target.put("type", link.type());
        }
        return target;
    }
}
