package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.Column;
import chancery.describe.ColumnNames;
import chancery.describe.Directive;
import chancery.describe.Notice;
import chancery.describe.Title;
import chancery.describe.ValueForm;
import chancery.describe.json.Json;
import chancery.describe.json.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads a column description (Metadata Vocabulary, section 5.6), our directives included.
final class ColumnReader {
    private static final Set<String> NAMES = names();

    private ColumnReader() {}

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(Inherited.NAMES);
        names.addAll(Set.of("name", "suppressOutput", "titles", "virtual"));
        return Set.copyOf(names);
    }

    /// @param number 1-based
    static Column read(Json.Obj json, int number, Inherited outer, Context context)
            throws BadDescription {
        Members members = Members.of(json, context.leniency());
        members.allowOnly(NAMES);
        members.identity("Column");
        List<Title> titles = titles(members, context);
        Inherited inherited = outer.within(members, context);
        Optional<String> name = name(members);
        Column column =
                new Column(
                        name.orElseGet(() -> ColumnNames.made(preferred(titles, context), number)),
                        number,
                        name.isPresent(),
                        titles,
                        inherited.cellRules(context),
                        inherited.urls(context),
                        members.flag("virtual", false),
                        members.flag("suppressOutput", false),
                        CommonValues.of(members));
        if (context.leniency().isStrict()) {
            refuseBadDirectives(column);
        }
        return column;
    }

    private static Optional<String> name(Members members) throws BadDescription {
        Optional<String> name = members.text("name");
        if (name.isPresent() && !ColumnNames.isName(name.get())) {
            members.leniency()
                    .passOver(
                            members.required("name"),
                            "letters, digits, _ and . only, the first one not _");
            return Optional.empty();
        }
        return name;
    }

    /// Titles in the language of the document make the name.
    private static List<Title> preferred(List<Title> titles, Context context) {
        return titles.stream().filter(title -> title.lang().equals(context.language())).toList();
    }

    /// Natural language properties (section 5.1.6): a text, several, or some for each language.
    private static List<Title> titles(Members members, Context context) throws BadDescription {
        Optional<Json> json = members.get("titles");
        if (json.isEmpty()) {
            return List.of();
        }
        Leniency leniency = context.leniency();
        List<Title> titles = new ArrayList<>();
        if (json.get() instanceof Json.Obj byLanguage) {
            for (Map.Entry<String, Json> texts : byLanguage.members().entrySet()) {
                if (Context.isLanguage(texts.getKey())) {
                    for (Json.Str text : Members.textsOf(texts.getValue(), leniency)) {
                        titles.add(new Title(text.text(), texts.getKey()));
                    }
                } else {
                    leniency.passOver(
                            new Notice(
                                    texts.getValue().place(),
                                    "\"" + texts.getKey() + "\"",
                                    "a language tag, such as en"));
                }
            }
        } else {
            for (Json.Str text : Members.textsOf(json.get(), leniency)) {
                titles.add(new Title(text.text(), context.language()));
            }
        }
        return titles;
    }

    private static void refuseBadDirectives(Column column) throws BadDescription {
        for (String flag : List.of(Directive.MAKES_CLAIMS, Directive.IS_EVIDENCED)) {
            Json json = column.properties().get(flag);
            if (json != null && !(json instanceof Json.Bool)) {
                throw BadDescription.of(json, "true or false");
            }
        }
        Json itemUrl = column.properties().get(Directive.ITEM_URL);
        if (itemUrl != null) {
            if (!(itemUrl instanceof Json.Str text)) {
                throw BadDescription.of(itemUrl, "a text");
            }
            if (!Templates.parse(text).variables().equals(List.of(Directive.ITEM))) {
                throw BadDescription.of(itemUrl, "a template with {item} or {+item} once");
            }
        }
        Json form = column.properties().get(Directive.VALUE_FORM);
        if (form != null && column.valueForm().isEmpty()) {
            List<String> words = Arrays.stream(ValueForm.values()).map(ValueForm::word).toList();
            throw BadDescription.of(form, Nearest.of("", words));
        }
    }
}
