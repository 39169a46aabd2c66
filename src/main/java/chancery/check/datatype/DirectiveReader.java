package chancery.check.datatype;

import chancery.check.Finding.Code;
import chancery.check.IriSyntax;
import chancery.check.Value;
import chancery.describe.Directive;
import chancery.describe.ValueForm;
import chancery.describe.iri.UriTemplate;
import chancery.measure.BadQuantity;
import chancery.measure.Quantity;
import chancery.time.BadTime;
import chancery.time.Edtf;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads values in the notations that our directives name.
public final class DirectiveReader {
    private static final Pattern REFERENCE = Pattern.compile("[a-z]+/.*");
    private static final Pattern SLUG = Pattern.compile("[a-z]+/[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DATE = Pattern.compile("[0-9X~?%./-]*[0-9X]{4}-[0-9X]{2}.*");

    private DirectiveReader() {}

    /// One IRI for each item; an item that an IRI cannot take as it is is refused, for a template
    /// would else hide the mistake behind `%20`.
    public static Function<String, Reading> of(UriTemplate itemUrl) {
        return item -> {
            String iri = itemUrl.expand(variable -> List.of(item));
            return iri.contains(item) && IriSyntax.isAbsolute(iri)
                    ? Reading.fits(new Value.Iri(iri, item))
                    : Reading.fails(Code.BAD_IRI, "text that stands in " + itemUrl + " as it is");
        };
    }

    public static Function<String, Reading> of(ValueForm form) {
        return switch (form) {
            case TIME -> DirectiveReader::time;
            case QUANTITY -> DirectiveReader::quantity;
            case TIME_OR_REFERENCE -> DirectiveReader::timeOrReference;
        };
    }

    private static Reading timeOrReference(String text) {
        if (!REFERENCE.matcher(text).matches()) {
            return time(text);
        }
        return SLUG.matcher(text).matches()
                ? Reading.fits(new Value.Iri(Directive.BASE + "id/" + text, text))
                : Reading.fails(Code.BAD_IRI, "kind/id of lower-case letters, digits and hyphens");
    }

    private static Reading time(String text) {
        try {
            return Reading.fits(new Value.Time(Edtf.parse(text), text));
        } catch (BadTime e) {
            Code code = DATE.matcher(text).matches() ? Code.IMPOSSIBLE_DATE : Code.BAD_TIME;
            return Reading.fails(code, expected(e.getMessage()));
        }
    }

    private static Reading quantity(String text) {
        try {
            return Reading.fits(new Value.Quantity(Quantity.parse(text), text));
        } catch (BadQuantity e) {
            return Reading.fails(Code.BAD_QUANTITY, expected(e.getMessage()));
        }
    }

    /// What stands behind `expected` in the message of a room that reads notations.
    private static String expected(@Nullable String message) {
        String text = String.valueOf(message);
        int at = text.indexOf("expected ");
        return at < 0 ? text : text.substring(at + "expected ".length());
    }
}
