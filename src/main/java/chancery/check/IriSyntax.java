package chancery.check;

import java.util.HexFormat;

/// What a text must be to stand in the graph as an IRI (RFC 3987, as far as characters go).
public final class IriSyntax {
    private IriSyntax() {}

    /// Whether the text has a scheme and only characters that an IRI may have.
    public static boolean isAbsolute(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < colon; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && "+.-".indexOf(c) < 0) {
                return false;
            }
        }
        return isReference(text);
    }

    /// Whether the text has only characters that an IRI may have; `%` only before two hexadecimal
    /// digits.
    public static boolean isReference(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed =
                    switch (c) {
                        case '<', '>', '"', '{', '}', '|', '\\', '^', '`' -> false;
                        case '%' -> isHex(text, i + 1) && isHex(text, i + 2);
                        default -> c > ' ' && (c < 0x7F || !isForeignSpace(c));
                    };
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForeignSpace(char c) {
        return Character.isISOControl(c) || Character.isSpaceChar(c);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && HexFormat.isHexDigit(text.charAt(at));
    }
}
