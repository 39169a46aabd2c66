package chancery.check.datatype;

import chancery.describe.datatype.BaseType;
import java.util.Locale;
import java.util.regex.Pattern;

/// Literals other than numbers in canonical form (XML Schema part 2, sections 3.3.7 to 3.3.16).
public final class CanonicalForm {
    private static final Pattern ZEROS_OF_A_FRACTION = Pattern.compile("(\\.\\d*?)0+(?=$|[Z+-])");
    private static final Pattern EMPTY_FRACTION = Pattern.compile("\\.(?=$|[Z+-])");
    private static final Pattern NO_OFFSET = Pattern.compile("[+-]00:00$");

    private CanonicalForm() {}

    /// @param datatype IRI; one that is not built in leaves the text as it is
    public static String of(String lexical, String datatype) {
        if (datatype.equals(BaseType.HEX_BINARY.iri())) {
            return lexical.toUpperCase(Locale.ROOT);
        }
        if (datatype.equals(BaseType.DATE_TIME.iri())
                || datatype.equals(BaseType.DATE_TIME_STAMP.iri())
                || datatype.equals(BaseType.TIME.iri())) {
            String shorter = ZEROS_OF_A_FRACTION.matcher(lexical).replaceFirst("$1");
            return zoned(EMPTY_FRACTION.matcher(shorter).replaceFirst(""));
        }
        return datatype.equals(BaseType.DATE.iri()) ? zoned(lexical) : lexical;
    }

    private static String zoned(String lexical) {
        return NO_OFFSET.matcher(lexical).replaceFirst("Z");
    }
}
