package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.Column.CellRules;
import chancery.describe.Column.Urls;
import chancery.describe.Title;
import chancery.describe.datatype.Datatype;
import chancery.describe.iri.UriTemplate;
import chancery.describe.json.Json;
import chancery.describe.json.Nearest;
import chancery.describe.json.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The inherited properties (Metadata Vocabulary, section 5.7), as written on group, table, schema
/// and column: the innermost valid one counts.
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

    private static final List<String> TEMPLATES = List.of("aboutUrl", "propertyUrl", "valueUrl");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto", "inherit");

    Inherited {
        written = Map.copyOf(written);
    }

    /// Nothing but a language.
    static Inherited language(String tag) {
        return new Inherited(Map.of("lang", new Json.Str(tag, new Place("", "", 0))));
    }

    /// These properties, with the valid ones of an inner object in their place.
    Inherited within(Members inner, Context context) throws BadDescription {
        Map<String, Json> all = new LinkedHashMap<>(written);
        for (String name : NAMES) {
            Optional<Json> json = inner.get(name);
            if (json.isEmpty()) {
                continue;
            }
            if (isValid(name, json.get(), context)) {
                all.put(name, json.get());
            } else if (TEMPLATES.contains(name)) {
                // 5.1.3: what is no template counts as an empty one
                all.put(name, new Json.Str("", json.get().place()));
            }
        }
        return new Inherited(all);
    }

    private static boolean isValid(String name, Json json, Context context) throws BadDescription {
        String expected =
                switch (name) {
                    case "aboutUrl", "propertyUrl", "valueUrl" -> expectedTemplate(json);
                    case "datatype" -> DatatypeReader.expected(json);
                    case "default" -> json instanceof Json.Str ? "" : "a text";
                    case "lang" -> isLanguage(json) ? "" : "a language tag, such as en";
                    case "null" ->
                            json instanceof Json.Str || json instanceof Json.Arr
                                    ? ""
                                    : "a text or an array of texts";
                    case "ordered", "required" -> json instanceof Json.Bool ? "" : "true or false";
                    case "separator" -> expectedSeparator(json);
                    default ->
                            json instanceof Json.Str text && DIRECTIONS.contains(text.text())
                                    ? ""
                                    : Nearest.of("", DIRECTIONS.stream().sorted().toList());
                };
        if (!expected.isEmpty()) {
            context.leniency().passOver(json, expected);
            return false;
        }
        if (name.equals("null")) {
            Members.textsOf(json, context.leniency());
        } else if (name.equals("datatype")) {
            DatatypeReader.read(json, context);
        }
        return true;
    }

    private static boolean isLanguage(Json json) {
        return json instanceof Json.Str text && Context.isLanguage(text.text());
    }

    private static String expectedTemplate(Json json) {
        if (!(json instanceof Json.Str text)) {
            return "a text";
        }
        try {
            Templates.parse(text);
            return "";
        } catch (BadDescription e) {
            return e.notice().expected();
        }
    }

    private static String expectedSeparator(Json json) {
        boolean good =
                json instanceof Json.Null
                        || (json instanceof Json.Str text && !text.text().isEmpty());
        return good ? "" : "at least one character, or null";
    }

    CellRules cellRules(Context context) throws BadDescription {
        Members members = members(context.leniency());
        Optional<Json> datatype = members.get("datatype");
        return new CellRules(
                datatype.isPresent()
                        ? DatatypeReader.read(datatype.get(), context)
                        : Datatype.string(),
                members.get("separator")
                        .filter(Json.Str.class::isInstance)
                        .map(json -> ((Json.Str) json).text()),
                members.flag("ordered", false),
                members.flag("required", false),
                members.text("default").orElse(""),
                nulls(context.leniency()),
                members.text("lang").filter(tag -> !tag.equals(Title.UNDETERMINED)).orElse(""));
    }

    private List<String> nulls(Leniency leniency) throws BadDescription {
        Json json = written.get("null");
        return json == null
                ? List.of("")
                : Members.textsOf(json, leniency).stream().map(Json.Str::text).toList();
    }

    Urls urls(Context context) throws BadDescription {
        Members members = members(context.leniency());
        return new Urls(
                template(members, "aboutUrl"),
                template(members, "propertyUrl"),
                template(members, "valueUrl"));
    }

    private static Optional<UriTemplate> template(Members members, String name)
            throws BadDescription {
        Optional<Json> json = members.get(name);
        return json.isPresent() && json.get() instanceof Json.Str text
                ? Optional.of(Templates.parse(text))
                : Optional.empty();
    }

    /// Refuses templates with variables that are neither columns nor the standard's own (`_row` …).
    void refuseUnknownVariables(Set<String> columns) throws BadDescription {
        for (String property : TEMPLATES) {
            if (!(written.get(property) instanceof Json.Str text)) {
                continue;
            }
            for (String variable : Templates.parse(text).variables()) {
                if (!columns.contains(variable) && !variable.startsWith("_")) {
                    throw new BadDescription(
                            text.place(),
                            "variable \"" + variable + "\"",
                            Nearest.of(variable, columns));
                }
            }
        }
    }

    private Members members(Leniency leniency) throws BadDescription {
        return Members.of(new Json.Obj(written, new Place("", "", 0)), leniency);
    }
}
