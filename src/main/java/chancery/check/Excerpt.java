package chancery.check;

/// A text as messages show it.
final class Excerpt {
    private static final int MOST = 80;

    private Excerpt() {}

    /// @return at most 80 characters (code points), on one line
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
                                default -> shown.appendCodePoint(c);
                            }
                        });
        if (text.codePointCount(0, text.length()) > MOST) {
            shown.append('…');
        }
        return shown.toString();
    }
}
