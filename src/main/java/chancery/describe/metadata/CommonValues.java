package chancery.describe.metadata;

import chancery.describe.Annotations;
import chancery.describe.BadDescription;
import chancery.describe.datatype.BaseType;
import chancery.describe.iri.CompactIri;
import chancery.describe.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the values of common properties and notes may be (Metadata Vocabulary, section 5.8): JSON
/// that JSON-LD can read, without contexts, lists and sets. They are kept as written.
final class CommonValues {
    private static final Set<String> KEYWORDS = Set.of("@id", "@type", "@value", "@language");

    /// The objects of the vocabulary, which `@type` may name without a prefix.
    private static final Set<String> CLASSES =
            Set.of(
                    "TableGroup",
                    "Table",
                    "Schema",
                    "Column",
                    "Dialect",
                    "Transformation",
                    "Template",
                    "Datatype",
                    "Row",
                    "Cell",
                    "NumericFormat",
                    "Direction",
                    "ForeignKey",
                    "TableReference");

    private CommonValues() {}

    /// The common properties of an object, by absolute URL.
    static Map<String, Json> of(Members members) throws BadDescription {
        Map<String, Json> found = new LinkedHashMap<>();
        for (Map.Entry<String, Json> member : members.all().entrySet()) {
            if (member.getKey().indexOf(':') >= 0) {
                check(member.getValue());
                found.put(CompactIri.expand(member.getKey()), member.getValue());
            }
        }
        return found;
    }

    /// Common properties and notes of a table or a group.
    static Annotations annotations(Members members, Context context) throws BadDescription {
        List<Json> notes = members.items("notes");
        for (Json note : notes) {
            check(note);
        }
        return new Annotations(of(members), notes, context.base(), context.language());
    }

    private static void check(Json json) throws BadDescription {
        switch (json) {
            case Json.Arr array -> {
                for (Json item : array.items()) {
                    check(item);
                }
            }
            case Json.Obj object -> checkObject(object);
            case Json.Str text -> {}
            case Json.Num number -> {}
            case Json.Bool flag -> {}
            case Json.Null nothing -> {}
        }
    }

    private static void checkObject(Json.Obj object) throws BadDescription {
        Map<String, Json> members = object.members();
        boolean isValue = members.containsKey("@value");
        if (isValue) {
            checkValue(object);
        }
        for (Map.Entry<String, Json> member : members.entrySet()) {
            String name = member.getKey();
            Json value = member.getValue();
            if (name.startsWith("@") && !KEYWORDS.contains(name)) {
                throw new BadDescription(
                        value.place(), "\"" + name + "\"", "@id, @type, @value or @language");
            }
            switch (name) {
                case "@id" -> checkId(value);
                case "@type" -> checkType(value, isValue);
                case "@language" -> checkLanguage(value, isValue);
                default -> check(value);
            }
        }
    }

    private static void checkValue(Json.Obj object) throws BadDescription {
        Set<String> names = object.members().keySet();
        boolean both = names.contains("@type") && names.contains("@language");
        if (names.size() > 2 || both || !KEYWORDS.containsAll(names) || names.contains("@id")) {
            throw new BadDescription(
                    object.place(),
                    "@value beside " + String.join(", ", names),
                    "either @type or @language beside it, or nothing");
        }
        Json value = object.members().get("@value");
        if (value instanceof Json.Obj || value instanceof Json.Arr) {
            throw BadDescription.of(value, "a text, a number, true, false or null");
        }
    }

    private static void checkId(Json value) throws BadDescription {
        if (!(value instanceof Json.Str text) || text.text().startsWith("_:")) {
            throw BadDescription.of(value, "a URL, no blank node");
        }
    }

    private static void checkType(Json value, boolean ofLiteral) throws BadDescription {
        if (value instanceof Json.Arr array && !ofLiteral) {
            for (Json item : array.items()) {
                checkType(item, false);
            }
        } else if (!(value instanceof Json.Str text) || !isType(text.text(), ofLiteral)) {
            throw BadDescription.of(
                    value, "a class of the vocabulary, a name with a known prefix, or a URL");
        }
    }

    private static boolean isType(String text, boolean ofLiteral) {
        if (text.startsWith("_:")) {
            return false;
        }
        return text.indexOf(':') > 0
                || (ofLiteral ? BaseType.named(text).isPresent() : CLASSES.contains(text));
    }

    private static void checkLanguage(Json value, boolean beside) throws BadDescription {
        boolean good =
                value instanceof Json.Null
                        || (value instanceof Json.Str text && Context.isLanguage(text.text()));
        if (!beside || !good) {
            throw BadDescription.of(value, "a language tag beside @value");
        }
    }
}
