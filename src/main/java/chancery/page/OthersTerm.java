package chancery.page;

import java.util.Locale;
import java.util.regex.Pattern;

/// Terms of vocabularies of others, whose labels are not in the release.
final class OthersTerm {
    private static final Pattern TERM =
            Pattern.compile("^http://www\\.(w3\\.org|opengis\\.net)/.*[#/][a-z]\\w*$");

    private OthersTerm() {}

    /// @param tail the end of the IRI
    /// @return `has geometry` for `hasGeometry`; the end of any other IRI as it is
    static String name(String iri, String tail) {
        return TERM.matcher(iri).matches()
                ? tail.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
                : tail;
    }
}
