package chancery.describe;

/// What a header may call a column (Metadata Vocabulary, section 5.1.6).
///
/// @param lang a language tag; `und` if nobody knows
public record Title(String text, String lang) {
    /// The language nobody knows.
    public static final String UNDETERMINED = "und";

    /// Whether both are the same text, in languages of which one is the other or a region of it;
    /// `und` is any.
    public boolean matches(Title other) {
        return text.equals(other.text)
                && (isUnknown()
                        || other.isUnknown()
                        || isWithin(lang, other.lang)
                        || isWithin(other.lang, lang));
    }

    private boolean isUnknown() {
        return lang.equals(UNDETERMINED);
    }

    private static boolean isWithin(String narrow, String wide) {
        return narrow.regionMatches(true, 0, wide, 0, wide.length())
                && (narrow.length() == wide.length() || narrow.charAt(wide.length()) == '-');
    }
}
