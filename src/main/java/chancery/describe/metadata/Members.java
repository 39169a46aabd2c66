package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.Notice;
import chancery.describe.json.Json;
import chancery.describe.json.Nearest;
import chancery.describe.json.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// The members of one JSON object, asked for by name and kind of property (Metadata Vocabulary,
/// section 5.1): a value of the wrong kind is passed over as the kind says.
final class Members {
    private static final Set<String> OF_ANY_OBJECT = Set.of("@id", "@type");

    private final Json.Obj object;
    private final Leniency leniency;

    private Members(Json.Obj object, Leniency leniency) {
        this.object = object;
        this.leniency = leniency;
    }

    /// @throws BadDescription if it is no object
    static Members of(Json json, Leniency leniency) throws BadDescription {
        if (json instanceof Json.Obj object) {
            return new Members(object, leniency);
        }
        throw BadDescription.of(json, "an object");
    }

    /// An object property that may be left out: anything else counts as an empty object.
    static Members orEmpty(Json json, Leniency leniency) throws BadDescription {
        if (json instanceof Json.Obj object) {
            return new Members(object, leniency);
        }
        leniency.passOver(json, "an object");
        return new Members(new Json.Obj(Map.of(), json.place()), leniency);
    }

    /// These members but one.
    Members without(String name) {
        Map<String, Json> rest = new LinkedHashMap<>(object.members());
        rest.remove(name);
        return new Members(new Json.Obj(rest, object.place()), leniency);
    }

    Place place() {
        return object.place();
    }

    Leniency leniency() {
        return leniency;
    }

    Map<String, Json> all() {
        return object.members();
    }

    Set<String> names() {
        return object.members().keySet();
    }

    Optional<Json> get(String name) {
        return Optional.ofNullable(object.members().get(name));
    }

    /// @throws BadDescription if there is no such member
    Json required(String name) throws BadDescription {
        Json json = object.members().get(name);
        if (json == null) {
            throw new BadDescription(place(), "no " + name, "one");
        }
        return json;
    }

    /// Passes over members that are neither of these names nor common properties.
    void allowOnly(Set<String> names) throws BadDescription {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            if (!names.contains(name) && !OF_ANY_OBJECT.contains(name) && name.indexOf(':') < 0) {
                leniency.passOver(unknown(member.getValue().place(), name, names));
            }
        }
    }

    /// Refuses every member of another name: some objects have no common properties.
    void requireOnly(Set<String> names) throws BadDescription {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            if (!names.contains(member.getKey())) {
                throw new BadDescription(
                        unknown(member.getValue().place(), member.getKey(), names));
            }
        }
    }

    private static Notice unknown(Place place, String name, Set<String> names) {
        return new Notice(
                place, "property \"" + name + "\"", Nearest.of(name, new TreeSet<>(names)));
    }

    /// Refuses a wrong `@type`, and an `@id` that is a blank node.
    ///
    /// @param type what the objects of this kind may say they are
    /// @return the `@id` as written
    Optional<String> identity(String type) throws BadDescription {
        Optional<Json> written = get("@type");
        if (written.isPresent()
                && !(written.get() instanceof Json.Str text && text.text().equals(type))) {
            throw BadDescription.of(written.get(), "\"" + type + "\"");
        }
        Optional<String> id = link("@id");
        if (id.isPresent() && id.get().startsWith("_:")) {
            throw BadDescription.of(required("@id"), "a URL, no blank node");
        }
        return id;
    }

    /// A link property (section 5.1.2): anything but a text counts as an empty one.
    Optional<String> link(String name) throws BadDescription {
        Optional<String> text = text(name);
        return text.isEmpty() && get(name).isPresent() ? Optional.of("") : text;
    }

    Optional<String> text(String name) throws BadDescription {
        Json json = object.members().get(name);
        if (json instanceof Json.Str text) {
            return Optional.of(text.text());
        }
        if (json != null) {
            leniency.passOver(json, "a text");
        }
        return Optional.empty();
    }

    boolean flag(String name, boolean otherwise) throws BadDescription {
        Json json = object.members().get(name);
        if (json instanceof Json.Bool flag) {
            return flag.truth();
        }
        if (json != null) {
            leniency.passOver(json, "true or false");
        }
        return otherwise;
    }

    OptionalInt natural(String name) throws BadDescription {
        Json json = object.members().get(name);
        if (json instanceof Json.Num num && isNatural(num.number())) {
            return OptionalInt.of(num.number().intValue());
        }
        if (json != null) {
            leniency.passOver(json, "a whole number, 0 or more");
        }
        return OptionalInt.empty();
    }

    private static boolean isNatural(BigDecimal number) {
        return number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    /// The items of an array property; none if there is no such member, or it is no array.
    List<Json> items(String name) throws BadDescription {
        Json json = object.members().get(name);
        if (json instanceof Json.Arr array) {
            return array.items();
        }
        if (json != null) {
            leniency.passOver(json, "an array");
        }
        return List.of();
    }

    /// Those items of an array property that are objects.
    List<Json.Obj> objects(String name) throws BadDescription {
        List<Json.Obj> objects = new ArrayList<>();
        for (Json item : items(name)) {
            if (item instanceof Json.Obj one) {
                objects.add(one);
            } else {
                leniency.passOver(item, "an object");
            }
        }
        return objects;
    }

    /// One text or an array of texts; none if there is no such member.
    List<Json.Str> texts(String name) throws BadDescription {
        Json json = object.members().get(name);
        return json == null ? List.of() : textsOf(json, leniency);
    }

    static List<Json.Str> textsOf(Json json, Leniency leniency) throws BadDescription {
        if (json instanceof Json.Str text) {
            return List.of(text);
        }
        List<Json.Str> texts = new ArrayList<>();
        if (json instanceof Json.Arr array) {
            for (Json item : array.items()) {
                if (item instanceof Json.Str text) {
                    texts.add(text);
                } else {
                    leniency.passOver(item, "a text");
                }
            }
        } else {
            leniency.passOver(json, "a text or an array of texts");
        }
        return texts;
    }
}
