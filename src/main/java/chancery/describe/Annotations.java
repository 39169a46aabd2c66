package chancery.describe;

import chancery.describe.iri.CompactIri;
import chancery.describe.iri.ResolvedUrl;
import chancery.describe.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What metadata say about a table or a group beyond the standard's own properties.
///
/// @param properties common properties by absolute URL, values as written
/// @param notes as written
/// @param base what URLs among them are resolved against
/// @param language of texts that do not say theirs; `und` if none
public record Annotations(
        Map<String, Json> properties, List<Json> notes, String base, String language) {
    public static final Annotations NONE =
            new Annotations(Map.of(), List.of(), "", Title.UNDETERMINED);

    public Annotations {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        notes = List.copyOf(notes);
    }

    /// A URL among these values, made absolute.
    public String resolve(String url) {
        String iri = CompactIri.expand(url);
        return iri.isEmpty() ? base : ResolvedUrl.of(base, iri);
    }
}
