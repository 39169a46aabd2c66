package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.iri.UriTemplate;
import chancery.describe.json.Json;

/// Reads URI template properties (Metadata Vocabulary, section 5.1.3).
final class Templates {
    private Templates() {}

    static UriTemplate parse(Json.Str json) throws BadDescription {
        try {
            return UriTemplate.of(json.text());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            String before = "found \"" + json.text() + "\", expected ";
            throw BadDescription.of(json, message.substring(before.length()));
        }
    }
}
