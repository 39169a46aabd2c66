package chancery.page;

import chancery.vocab.Chy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

/// What a page is about in the words of schema.org, as JSON-LD: for search engines and for whoever
/// collects pages. The full description is linked data; this is its shop window.
public final class SchemaOrg {
    private static final String LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("state", "Country"),
                    Map.entry("person", "Person"),
                    Map.entry("organisation", "Organization"),
                    Map.entry("place", "Place"),
                    Map.entry("facility", "Place"),
                    Map.entry("event", "Event"),
                    Map.entry("agreement", "CreativeWork"),
                    Map.entry("work", "CreativeWork"),
                    Map.entry("source", "CreativeWork"),
                    Map.entry("passage", "CreativeWork"),
                    Map.entry("statement", "CreativeWork"),
                    Map.entry("claim", "Claim"),
                    Map.entry("observation", "Observation"),
                    Map.entry("office", "Role"),
                    Map.entry("tenure", "Role"),
                    Map.entry("membership", "Role"),
                    Map.entry("concept", "DefinedTerm"),
                    Map.entry("scheme", "DefinedTermSet"));

    private final String base;
    private final String releaseId;
    private final String releaseDate;

    /// @param base the release's base IRI, ends in `/`
    public SchemaOrg(String base, String releaseId, String releaseDate) {
        this.base = base;
        this.releaseId = releaseId;
        this.releaseDate = releaseDate;
    }

    /// @param kind second part of the path of a thing, such as `state`
    /// @return a type of schema.org, without its namespace
    public static String type(String kind) {
        return TYPES.getOrDefault(kind, "Thing");
    }

    /// A page about nothing in particular.
    public String page(String title) {
        return JSON.toString(pageObject("WebPage", title));
    }

    /// The first page: about the whole.
    public String home(String title) {
        JsonObject page = pageObject("WebPage", title);
        page.put("mainEntity", dataset());
        page.remove("isPartOf");
        return JSON.toString(page);
    }

    /// The page of a thing.
    public String thing(GraphView graph, Node thing, String kind, String title) {
        JsonObject json = new JsonObject();
        json.put("@type", type(kind));
        json.put("@id", thing.getURI());
        json.put("name", title);
        Set<String> names = new LinkedHashSet<>();
        graph.links(thing, Terms.LABEL).forEach(name -> names.add(name.text()));
        graph.links(thing, Terms.ALT_LABEL).forEach(name -> names.add(name.text()));
        names.remove(title);
        if (!names.isEmpty()) {
            JsonArray others = new JsonArray();
            names.forEach(others::add);
            json.put("alternateName", others);
        }
        JsonArray same = new JsonArray();
        graph.links(thing, Terms.EXACT_MATCH).stream()
                .filter(Link::isExternal)
                .forEach(link -> same.add(link.href()));
        if (!same.isEmpty()) {
            json.put("sameAs", same);
        }
        switch (kind) {
            case "event" -> {
                putFirst(json, "startDate", graph.links(thing, Chy.term("earliest")));
                putFirst(json, "endDate", graph.links(thing, Chy.term("latest")));
            }
            case "claim" -> {
                JsonArray appearances = new JsonArray();
                graph.objects(thing, Terms.STATED_IN).stream()
                        .filter(Node::isURI)
                        .forEach(source -> appearances.add(source(graph, source)));
                json.put("appearance", appearances);
            }
            default -> {}
        }
        JsonObject page = pageObject("AboutPage", title);
        page.put("mainEntity", json);
        return JSON.toString(page);
    }

    private static JsonObject source(GraphView graph, Node source) {
        JsonObject json = new JsonObject();
        json.put("@type", "CreativeWork");
        json.put("@id", source.getURI());
        json.put("name", graph.link(source).text());
        return json;
    }

    private JsonObject pageObject(String type, String title) {
        JsonObject json = new JsonObject();
        json.put("@context", "https://schema.org/");
        json.put("@type", type);
        json.put("name", title);
        json.put("inLanguage", "en");
        JsonObject whole = new JsonObject();
        whole.put("@type", "Dataset");
        whole.put("@id", base);
        json.put("isPartOf", whole);
        return json;
    }

    private JsonObject dataset() {
        JsonObject json = new JsonObject();
        json.put("@type", "Dataset");
        json.put("@id", base);
        json.put("name", "Chancery");
        json.put(
                "description",
                "What sources say about relations between states, each statement with the passage"
                        + " that makes it, and what they disagree about.");
        json.put("license", LICENCE);
        json.put("version", releaseId);
        json.put("isAccessibleForFree", true);
        if (!releaseDate.isEmpty()) {
            json.put("datePublished", releaseDate);
        }
        JsonArray forms = new JsonArray();
        forms.add(download("chancery.ttl", "text/turtle"));
        forms.add(download("chancery.nq", "application/n-quads"));
        forms.add(download("chancery.trig", "application/trig"));
        json.put("distribution", forms);
        return json;
    }

    private static JsonObject download(String file, String type) {
        JsonObject json = new JsonObject();
        json.put("@type", "DataDownload");
        json.put("contentUrl", "/dumps/" + file);
        json.put("encodingFormat", type);
        return json;
    }

    private static void putFirst(JsonObject json, String member, List<Link> links) {
        links.stream().findFirst().ifPresent(link -> json.put(member, link.text()));
    }
}
