package chancery.suite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One entry of a manifest.
///
/// @param id such as `test001`
/// @param action what is read, relative to the base
/// @param result the graph expected; `""` if there is none
/// @param metadata what the user names; `""` if nothing
/// @param link the `Link` header; `""` if there is none
record SuiteEntry(
        String id,
        String name,
        Kind kind,
        String action,
        String result,
        boolean minimal,
        String metadata,
        String link) {

    /// Stands for all entries where the official tests are not at hand.
    static final SuiteEntry NONE = new SuiteEntry("none", "", Kind.POSITIVE, "", "", false, "", "");

    /// What has to come of it.
    enum Kind {
        POSITIVE,
        WITH_WARNINGS,
        NEGATIVE
    }

    static List<SuiteEntry> read(Path manifest) throws IOException {
        List<SuiteEntry> entries = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(manifest.toFile())) {
            while (!(parser.nextToken() == JsonToken.FIELD_NAME
                    && "entries".equals(parser.currentName())
                    && parser.nextToken() == JsonToken.START_ARRAY)) {
                if (parser.currentToken() == null) {
                    throw new IOException("no entries in " + manifest);
                }
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                entries.add(of(members(parser)));
            }
        }
        return entries;
    }

    /// The texts of an entry, those of its `option` among them; arrays are passed over.
    private static Map<String, String> members(JsonParser parser) throws IOException {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                members.putAll(members(parser));
            } else if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else {
                members.put(name, parser.getText());
            }
        }
        return members;
    }

    private static SuiteEntry of(Map<String, String> members) {
        String id = members.getOrDefault("id", "");
        String type = members.getOrDefault("type", "");
        Kind kind =
                type.contains("Negative")
                        ? Kind.NEGATIVE
                        : type.contains("Warning") ? Kind.WITH_WARNINGS : Kind.POSITIVE;
        return new SuiteEntry(
                id.substring(id.indexOf('#') + 1),
                members.getOrDefault("name", ""),
                kind,
                members.getOrDefault("action", ""),
                members.getOrDefault("result", ""),
                members.getOrDefault("minimal", "").equals("true"),
                members.getOrDefault("metadata", ""),
                members.getOrDefault("link", members.getOrDefault("httpLink", "")));
    }

    String actionIri() {
        return SuiteLibrary.BASE + action;
    }

    boolean startsWithMetadata() {
        return action.replaceFirst("\\?.*", "").endsWith(".json");
    }

    @Override
    public String toString() {
        return id + " " + name;
    }
}
