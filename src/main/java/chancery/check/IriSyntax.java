package chancery.check;

import java.util.regex.Pattern;

/// What a text must be to stand in the graph as an IRI (RFC 3987, as far as characters go).
public final class IriSyntax {
    private static final String CHARACTERS =
            "(?:[^\\s\\p{Cntrl}<>\"{}|\\\\^`%]|%\\p{XDigit}{2})*";
    private static final Pattern REFERENCE = Pattern.compile(CHARACTERS);
    private static final Pattern ABSOLUTE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:" + CHARACTERS);

    private IriSyntax() {}

    /// Whether the text has a scheme and only characters that an IRI may have.
    public static boolean isAbsolute(String text) {
        return ABSOLUTE.matcher(text).matches();
    }

    /// Whether the text has only characters that an IRI may have.
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }
}
