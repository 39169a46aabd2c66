package chancery.describe;

import chancery.describe.Column.CellRules;
import chancery.describe.Column.Urls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The inherited properties (Metadata Vocabulary, section 5.7), as written on group, table, schema
/// and column: the innermost one counts.
///
/// @param written as the metadata have them; each keeps its place for messages
record Inherited(Map<String, Json> written) {
    static final Set<String> NAMES =
            Set.of(
                    "aboutUrl",
                    "datatype",
                    "default",
                    "lang",
                    "null",
                    "ordered",
                    "propertyUrl",
                    "required",
                    "separator",
                    "textDirection",
                    "valueUrl");
    static final Inherited NOTHING = new Inherited(Map.of());

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final String UNDETERMINED = "und";

    Inherited {
        written = Map.copyOf(written);
    }

    /// These properties, with those of an inner object in their place.
    Inherited within(Members inner) {
        Map<String, Json> all = new LinkedHashMap<>(written);
        for (String name : NAMES) {
            inner.get(name).ifPresent(json -> all.put(name, json));
        }
        return new Inherited(all);
    }

    CellRules cellRules() throws BadDescription {
        Members members = members();
        Optional<Json> datatype = members.get("datatype");
        return new CellRules(
                datatype.isPresent() ? DatatypeReader.read(datatype.get()) : Datatype.string(),
                separator(members),
                members.flag("ordered", false),
                members.flag("required", false),
                members.text("default").orElse(""),
                nulls(members),
                lang(members));
    }

    Urls urls() throws BadDescription {
        return new Urls(template("aboutUrl"), template("propertyUrl"), template("valueUrl"));
    }

    Optional<UriTemplate> template(String name) throws BadDescription {
        Json json = written.get(name);
        return json == null
                ? Optional.empty()
                : Optional.of(UriTemplate.parse(Members.textOf(json)));
    }

    /// Refuses templates with variables that are neither columns nor the standard's own (`_row` …).
    void refuseUnknownVariables(Set<String> columns) throws BadDescription {
        for (String property : List.of("aboutUrl", "propertyUrl", "valueUrl")) {
            Optional<UriTemplate> template = template(property);
            if (template.isEmpty()) {
                continue;
            }
            for (String variable : template.get().variables()) {
                if (!columns.contains(variable) && !variable.startsWith("_")) {
                    Json json = written.getOrDefault(property, new Json.Null(new Place("", "", 0)));
                    throw new BadDescription(
                            json.place(),
                            "found variable \"%s\", expected %s"
                                    .formatted(variable, Nearest.of(variable, columns)));
                }
            }
        }
    }

    private Members members() throws BadDescription {
        return Members.of(new Json.Obj(written, new Place("", "", 0)));
    }

    private static Optional<String> separator(Members members) throws BadDescription {
        Optional<Json> json = members.get("separator");
        if (json.isEmpty() || json.get() instanceof Json.Null) {
            return Optional.empty();
        }
        String separator = Members.textOf(json.get()).text();
        if (separator.isEmpty()) {
            throw Members.wrong(json.get(), "at least one character, or null");
        }
        return Optional.of(separator);
    }

    private static List<String> nulls(Members members) throws BadDescription {
        return members.get("null").isEmpty()
                ? List.of("")
                : members.texts("null").stream().map(Json.Str::text).toList();
    }

    private static String lang(Members members) throws BadDescription {
        Optional<Json> json = members.get("lang");
        if (json.isEmpty()) {
            return "";
        }
        String tag = Members.textOf(json.get()).text();
        if (!LANGUAGE.matcher(tag).matches()) {
            throw Members.wrong(json.get(), "a language tag, such as en");
        }
        return tag.equals(UNDETERMINED) ? "" : tag;
    }
}
