package chancery.link;

import java.util.List;
import java.util.Set;

/// A thing that has no link yet, and what is known of it.
///
/// @param id kind and id, such as `place/aras`
/// @param labels preferred first, never empty
/// @param type item of the class that is asked for; `""` if none lies near
/// @param types that class and others that the thing's own class includes
/// @param known items that it is said to be or not to be already
public record Thing(
        String id,
        List<Label> labels,
        String type,
        Set<String> types,
        List<Property> properties,
        Set<String> known) {
    public Thing {
        labels = List.copyOf(labels);
        types = Set.copyOf(types);
        properties = List.copyOf(properties);
        known = Set.copyOf(known);
    }

    /// The name by which a person knows it.
    public String label() {
        return labels.getFirst().text();
    }

    /// The same without class and properties of Wikidata, for a service that does not know them.
    public Thing byNames() {
        return new Thing(id, labels, "", Set.of(), List.of(), known);
    }

    /// Its kind, such as `place`.
    public String kind() {
        return id.substring(0, id.indexOf('/'));
    }
}
