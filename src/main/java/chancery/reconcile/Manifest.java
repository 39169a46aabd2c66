package chancery.reconcile;

import chancery.reconcile.Candidate.Kind;
import chancery.vocab.Chy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the service says of itself. The two versions name the same things differently (`view`,
/// `suggest`, `preview`), so each has its own manifest; both list both versions.
final class Manifest {
    static final int BATCH_SIZE = 50;

    private static final List<String> VERSIONS = List.of("0.2", "1.0-draft");
    private static final int WIDTH = 430;
    private static final int HEIGHT = 300;

    private Manifest() {}

    /// @param space   IRI before the ids of things
    /// @param service address of this service, without a slash at its end
    /// @param origin  of this server
    static Map<String, Object> ofVersion02(
            String space, String service, String origin, List<Kind> types) {
        Map<String, Object> manifest = start(types, origin);
        manifest.put("identifierSpace", space);
        manifest.put("schemaSpace", Chy.NS);
        manifest.put("view", Map.of("url", service + "/view?id={{id}}"));
        manifest.put(
                "preview",
                ordered(
                        "url", service + "/preview?id={{id}}",
                        "width", WIDTH,
                        "height", HEIGHT));
        manifest.put(
                "suggest",
                ordered(
                        "entity", place(service, "/suggest/entity"),
                        "type", place(service, "/suggest/type"),
                        "property", place(service, "/suggest/property")));
        manifest.put(
                "extend",
                ordered(
                        "propose_properties",
                        place(service, "/extend/propose"),
                        "property_settings",
                        List.of()));
        return manifest;
    }

    static Map<String, Object> ofDraft(String origin, List<Kind> types) {
        Map<String, Object> manifest = start(types, origin);
        manifest.put("lang", "en");
        manifest.put("view", Map.of("url", origin + "/id/{+id}"));
        manifest.put("preview", ordered("width", WIDTH, "height", HEIGHT));
        manifest.put("suggest", ordered("entity", true, "type", true, "property", true));
        manifest.put("extend", ordered("proposeProperties", true, "propertySettings", List.of()));
        return manifest;
    }

    private static Map<String, Object> start(List<Kind> types, String origin) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("versions", VERSIONS);
        manifest.put("name", "Chancery: relations between states");
        manifest.put("documentation", origin + "/ontology");
        manifest.put("defaultTypes", types.stream().map(Manifest::kind).toList());
        manifest.put("batchSize", BATCH_SIZE);
        manifest.put("standardizedScore", true);
        return manifest;
    }

    static Map<String, Object> kind(Kind kind) {
        return ordered("id", kind.id(), "name", kind.name());
    }

    private static Map<String, Object> place(String service, String path) {
        return ordered("service_url", service, "service_path", path);
    }

    /// Names and values in turn.
    static Map<String, Object> ordered(Object... parts) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            members.put(String.valueOf(parts[i]), parts[i + 1]);
        }
        return members;
    }
}
