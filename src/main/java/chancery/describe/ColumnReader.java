package chancery.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads a column description (Metadata Vocabulary, section 5.6), our directives included.
final class ColumnReader {
    private static final Pattern NAME =
            Pattern.compile("(?!_)(?:\\w|%\\p{XDigit}{2})+(?:\\.(?:\\w|%\\p{XDigit}{2})+)*");
    private static final Set<String> NAMES = names();

    private ColumnReader() {}

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(Inherited.NAMES);
        names.addAll(Set.of("name", "suppressOutput", "titles", "virtual"));
        return Set.copyOf(names);
    }

    /// @param number 1-based
    static Column read(Json json, int number, Inherited outer) throws BadDescription {
        Members members = Members.of(json);
        members.allowOnly(NAMES);
        List<String> titles = titles(members);
        Inherited inherited = outer.within(members);
        Column column =
                new Column(
                        name(members, titles, number),
                        number,
                        titles,
                        inherited.cellRules(),
                        inherited.urls(),
                        members.flag("virtual", false),
                        members.flag("suppressOutput", false),
                        members.commonProperties());
        refuseBadDirectives(column);
        return column;
    }

    private static String name(Members members, List<String> titles, int number)
            throws BadDescription {
        Optional<Json> json = members.get("name");
        if (json.isPresent()) {
            Json.Str name = Members.textOf(json.get());
            if (!NAME.matcher(name.text()).matches()) {
                throw Members.wrong(name, "letters, digits, _ and . only, the first one not _");
            }
            return name.text();
        }
        return titles.isEmpty() ? "_col." + number : encoded(titles.get(0));
    }

    /// A name made from a title; it encodes more than a URL does: `-` becomes `%2D`.
    private static String encoded(String title) {
        String url = UriTemplate.of("{title}").expand(v -> List.of(title));
        return url.replace("-", "%2D").replace("~", "%7E");
    }

    /// Natural language properties (section 5.1.6): a text, several, or some for each language.
    private static List<String> titles(Members members) throws BadDescription {
        Optional<Json> json = members.get("titles");
        if (json.isEmpty()) {
            return List.of();
        }
        List<String> titles = new ArrayList<>();
        if (json.get() instanceof Json.Obj byLanguage) {
            for (Json texts : byLanguage.members().values()) {
                Members.textsOf(texts).forEach(text -> titles.add(text.text()));
            }
        } else {
            Members.textsOf(json.get()).forEach(text -> titles.add(text.text()));
        }
        return titles;
    }

    private static void refuseBadDirectives(Column column) throws BadDescription {
        for (String flag : List.of(Directive.MAKES_CLAIMS, Directive.IS_EVIDENCED)) {
            Json json = column.properties().get(flag);
            if (json != null && !(json instanceof Json.Bool)) {
                throw Members.wrong(json, "true or false");
            }
        }
        Json itemUrl = column.properties().get(Directive.ITEM_URL);
        if (itemUrl != null) {
            UriTemplate template = UriTemplate.parse(Members.textOf(itemUrl));
            if (!template.variables().equals(List.of(Directive.ITEM))) {
                throw Members.wrong(itemUrl, "a template with {item} or {+item} once");
            }
        }
        Json form = column.properties().get(Directive.VALUE_FORM);
        if (form != null && column.valueForm().isEmpty()) {
            List<String> words = Arrays.stream(ValueForm.values()).map(ValueForm::word).toList();
            throw Members.wrong(form, Nearest.of("", words));
        }
    }
}
