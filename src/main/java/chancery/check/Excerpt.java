package chancery.check;

/// A text as messages show it.
final class Excerpt {
    private static final int MOST = 80;
    private static final int KEPT = 1000;

    private Excerpt() {}

    /// @return a text that findings may keep, whatever a table holds: at most 1000 characters
    static String kept(String text) {
        if (text.length() <= KEPT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
        return text.substring(0, end) + "…";
    }

    /// @return at most 80 characters (code points), on one line and without control characters
    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MOST)
                .forEach(
                        c -> {
                            switch (c) {
                                case '\n' -> shown.append("\\n");
                                case '\r' -> shown.append("\\r");
                                case '\t' -> shown.append("\\t");
                                default -> {
                                    if (Character.isISOControl(c)) {
                                        shown.append("\\u%04X".formatted(c));
                                    } else {
                                        shown.appendCodePoint(c);
                                    }
                                }
                            }
                        });
        if (text.codePointCount(0, text.length()) > MOST) {
            shown.append('…');
        }
        return shown.toString();
    }
}
