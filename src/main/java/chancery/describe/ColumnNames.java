package chancery.describe;

import chancery.describe.iri.UriTemplate;
import java.util.List;
import java.util.regex.Pattern;

/// Names of columns (Metadata Vocabulary, section 5.6): variables of templates.
public final class ColumnNames {
    private static final Pattern NAME =
            Pattern.compile("(?!_)(?:\\w|%\\p{XDigit}{2})+(?:\\.(?:\\w|%\\p{XDigit}{2})+)*");
    private static final UriTemplate TITLE = UriTemplate.of("{title}");

    private ColumnNames() {}

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /// The name of a column that says none: its first title, else its number.
    ///
    /// @param number 1-based
    public static String made(List<Title> titles, int number) {
        return titles.isEmpty() ? "_col." + number : encoded(titles.getFirst().text());
    }

    /// A name made from a title encodes more than a URL does: `-` becomes `%2D`.
    private static String encoded(String title) {
        String url = TITLE.expand(variable -> List.of(title));
        return url.replace("-", "%2D").replace("~", "%7E");
    }
}
