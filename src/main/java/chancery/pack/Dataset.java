package chancery.pack;

import chancery.describe.BadDescription;
import chancery.describe.Directive;
import chancery.describe.TableGroup;
import chancery.describe.json.Json;
import java.util.Map;

/// What a pack's metadata say of the dataset, in the words of Dublin Core.
///
/// @param id under which it is a source, such as `cow-states-2016`
/// @param title its name
/// @param publisher who publishes it; `""` if not said
/// @param issued EDTF; `""` if not said
/// @param version `""` if not said
/// @param licence IRI; `""` if it has none
/// @param rights what its users have to do, such as how to cite it
/// @param url where it is published
public record Dataset(
        String id,
        String title,
        String publisher,
        String issued,
        String version,
        String licence,
        String rights,
        String url) {
    private static final String DC = "http://purl.org/dc/terms/";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";

    static Dataset of(TableGroup group, String file) throws BadDescription {
        Map<String, Json> said = group.annotations().properties();
        String id = text(said, Directive.SOURCE);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw BadDescription.of(
                    file,
                    0,
                    "\"" + id + "\" as " + Directive.SOURCE,
                    "the id of the dataset as a source: lower-case letters, digits and hyphens");
        }
        String title = text(said, DC + "title");
        if (title.isEmpty()) {
            throw BadDescription.of(file, 0, "no dc:title", "the name of the dataset");
        }
        return new Dataset(
                id,
                title,
                text(said, DC + "publisher"),
                text(said, DC + "issued"),
                text(said, DCAT + "version"),
                text(said, DC + "license"),
                text(said, DC + "bibliographicCitation"),
                text(said, DCAT + "landingPage"));
    }

    private static String text(Map<String, Json> said, String property) {
        return said.get(property) instanceof Json.Str text ? text.text() : "";
    }
}
