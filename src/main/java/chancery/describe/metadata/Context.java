package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.Notice;
import chancery.describe.Title;
import chancery.describe.iri.ResolvedUrl;
import chancery.describe.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What holds for a whole metadata document (Metadata Vocabulary, section 5.2): the base of its
/// URLs, the language of its texts, and how much is passed over.
///
/// @param base absolute
/// @param language a tag; [Title#UNDETERMINED] if none
record Context(String base, String language, Leniency leniency) {
    static final String CSVW = "http://www.w3.org/ns/csvw";
    private static final Set<String> LOCAL = Set.of("@base", "@language");

    /// The syntax of BCP 47, as far as letters and lengths go.
    private static final Pattern TAG =
            Pattern.compile(
                    "(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})" // language
                            + "(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?" // script, region
                            + "(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*" // variants
                            + "(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*" // extensions
                            + "(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?"
                            + "|[xX](?:-[A-Za-z0-9]{1,8})+|i-[a-z]+");

    /// Reads `@context`, which every document must have; one that is referred to may go without.
    ///
    /// @param location of the document
    static Context read(Members document, String location, Leniency leniency, boolean required)
            throws BadDescription {
        Context plain = new Context(location, Title.UNDETERMINED, leniency);
        Optional<Json> written = document.get("@context");
        if (written.isEmpty()) {
            if (required) {
                throw new BadDescription(document.place(), "no @context", "\"" + CSVW + "\"");
            }
            return plain;
        }
        Json first = written.get();
        List<Json> more = List.of();
        if (first instanceof Json.Arr array && !array.items().isEmpty()) {
            first = array.items().getFirst();
            more = array.items().subList(1, array.items().size());
        }
        if (!(first instanceof Json.Str text && text.text().equals(CSVW)) || more.size() > 1) {
            throw BadDescription.of(first, "\"" + CSVW + "\", then one object at most");
        }
        return more.isEmpty() ? plain : plain.with(Members.of(more.getFirst(), leniency));
    }

    private Context with(Members local) throws BadDescription {
        for (String name : local.names()) {
            if (!LOCAL.contains(name)) {
                throw new BadDescription(
                        local.place(), "property \"" + name + "\"", "@base or @language");
            }
        }
        Optional<String> newBase = local.text("@base");
        String tag = language;
        Optional<String> written = local.text("@language");
        if (written.isPresent()) {
            if (isLanguage(written.get())) {
                tag = written.get();
            } else {
                leniency.passOver(
                        new Notice(
                                local.place(),
                                "\"" + written.get() + "\"",
                                "a language tag, such as en"));
            }
        }
        return new Context(newBase.map(this::resolve).orElse(base), tag, leniency);
    }

    static boolean isLanguage(String tag) {
        return TAG.matcher(tag).matches();
    }

    /// Makes a URL of the document absolute.
    String resolve(String url) {
        return url.isEmpty() ? base : ResolvedUrl.of(base, url);
    }

    static boolean isUrl(String text) {
        try {
            return !URI.create(text).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
