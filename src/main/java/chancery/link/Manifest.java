package chancery.link;

import chancery.describe.json.Json;
import java.util.List;

/// What a service says of itself.
///
/// @param versions of the API that it speaks; one that gives none speaks the first
/// @param identifierSpace IRI that its identifiers are short for, such as
///     `http://www.wikidata.org/entity/`; `""` if it does not say
public record Manifest(String name, List<String> versions, String identifierSpace) {
    public Manifest {
        versions = List.copyOf(versions);
    }

    static Manifest of(Json json, String where) throws ServiceFailure {
        if (!(json instanceof Json.Obj object)) {
            throw new ServiceFailure(where, json.shown(), "a manifest, an object");
        }
        if (!(object.members().get("name") instanceof Json.Str name)) {
            throw new ServiceFailure(where, "no name", "a manifest with a name");
        }
        List<String> versions =
                object.members().get("versions") instanceof Json.Arr all
                        ? all.items().stream()
                                .map(it -> it instanceof Json.Str text ? text.text() : "")
                                .toList()
                        : List.of("0.1");
        String space =
                object.members().get("identifierSpace") instanceof Json.Str text ? text.text() : "";
        return new Manifest(name.text(), versions, space);
    }

    /// The way to ask it: 0.2, which is a fixed text, before the draft.
    Protocol protocol(String where) throws ServiceFailure {
        if (versions.contains("0.2") || versions.contains("0.1")) {
            return Protocol.V0_2;
        }
        if (versions.stream().anyMatch(version -> version.startsWith("1.0"))) {
            return Protocol.V1_0;
        }
        throw new ServiceFailure(
                where, "versions " + String.join(", ", versions), "one of 0.1, 0.2, 1.0-draft");
    }
}
