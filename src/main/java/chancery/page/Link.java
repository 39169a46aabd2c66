package chancery.page;

/// A text, with where it leads and its language, as far as there are any.
///
/// @param href a path of this server, or an `http(s)` address elsewhere; `""` for a plain text
/// @param lang language tag; `""` if none is known
public record Link(String text, String href, String lang) {
    public static Link to(String text, String href) {
        return new Link(text, href, "");
    }

    /// The same text as a link.
    public Link leadingTo(String address) {
        return new Link(text, address, lang);
    }

    /// With the beginning of the text, and `…`, where it is longer.
    ///
    /// @param longest in code points, so that no character is cut in two
    public Link shortened(int longest) {
        if (text.length() <= longest || text.codePointCount(0, text.length()) <= longest) {
            return this;
        }
        String start = text.substring(0, text.offsetByCodePoints(0, longest - 1)).stripTrailing();
        return new Link(start + "…", href, lang);
    }

    public boolean isExternal() {
        return href.startsWith("http:") || href.startsWith("https:");
    }
}
