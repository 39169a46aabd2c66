package chancery.describe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// The members of one JSON object, asked for by name and kind; a wrong kind is refused.
final class Members {
    private static final Set<String> OF_ANY_OBJECT = Set.of("@id", "@type");

    private final Json.Obj object;

    private Members(Json.Obj object) {
        this.object = object;
    }

    static Members of(Json json) throws BadDescription {
        if (json instanceof Json.Obj object) {
            return new Members(object);
        }
        throw wrong(json, "an object");
    }

    static BadDescription wrong(Json found, String expected) {
        return new BadDescription(
                found.place(), "found " + found.shown() + ", expected " + expected);
    }

    Place place() {
        return object.place();
    }

    Optional<Json> get(String name) {
        return Optional.ofNullable(object.members().get(name));
    }

    /// Refuses members that are neither of these names nor common properties.
    void allowOnly(Set<String> names) throws BadDescription {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            if (!names.contains(name) && !OF_ANY_OBJECT.contains(name) && name.indexOf(':') < 0) {
                throw new BadDescription(
                        member.getValue().place(),
                        "found property \"%s\", expected %s"
                                .formatted(name, Nearest.of(name, new TreeSet<>(names))));
            }
        }
    }

    /// Common properties (Metadata Vocabulary, section 5.8), by absolute URL.
    Map<String, Json> commonProperties() {
        Map<String, Json> found = new LinkedHashMap<>();
        object.members()
                .forEach(
                        (name, value) -> {
                            if (name.indexOf(':') >= 0) {
                                found.put(CompactIri.expand(name), value);
                            }
                        });
        return found;
    }

    Optional<String> text(String name) throws BadDescription {
        Json json = object.members().get(name);
        return json == null ? Optional.empty() : Optional.of(textOf(json).text());
    }

    static Json.Str textOf(Json json) throws BadDescription {
        if (json instanceof Json.Str text) {
            return text;
        }
        throw wrong(json, "a text");
    }

    boolean flag(String name, boolean otherwise) throws BadDescription {
        Json json = object.members().get(name);
        if (json == null) {
            return otherwise;
        }
        if (json instanceof Json.Bool flag) {
            return flag.truth();
        }
        throw wrong(json, "true or false");
    }

    OptionalInt natural(String name) throws BadDescription {
        Json json = object.members().get(name);
        if (json == null) {
            return OptionalInt.empty();
        }
        if (json instanceof Json.Num num
                && num.number().signum() >= 0
                && num.number().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                && num.number().stripTrailingZeros().scale() <= 0) {
            return OptionalInt.of(num.number().intValue());
        }
        throw wrong(json, "a whole number, 0 or more");
    }

    /// The items of an array; none if there is no such member.
    List<Json> items(String name) throws BadDescription {
        Json json = object.members().get(name);
        if (json == null) {
            return List.of();
        }
        if (json instanceof Json.Arr array) {
            return array.items();
        }
        throw wrong(json, "an array");
    }

    /// One text or an array of texts; none if there is no such member.
    List<Json.Str> texts(String name) throws BadDescription {
        Json json = object.members().get(name);
        return json == null ? List.of() : textsOf(json);
    }

    static List<Json.Str> textsOf(Json json) throws BadDescription {
        if (json instanceof Json.Str text) {
            return List.of(text);
        }
        if (!(json instanceof Json.Arr array)) {
            throw wrong(json, "a text or an array of texts");
        }
        List<Json.Str> texts = new ArrayList<>();
        for (Json item : array.items()) {
            texts.add(textOf(item));
        }
        return texts;
    }
}
