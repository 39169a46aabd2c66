package chancery.evidence;

import java.util.ArrayList;
import java.util.List;

/// Words quoted from a passage.
final class Quotation {
    private Quotation() {}

    /// @return whether the words stand in the text as they are, and not as a part of longer words
    static boolean standsIn(String text, String words) {
        return !places(text, words).isEmpty();
    }

    /// @param words not empty
    /// @return where they begin in the text, in UTF-16 units; not where they are a part of longer
    ///     words
    static List<Integer> places(String text, String words) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            if (isWhole(text, at, at + words.length())) {
                places.add(at);
            }
        }
        return places;
    }

    static boolean isWhole(String text, int start, int end) {
        boolean before = start > 0 && joins(text.codePointBefore(start), text.codePointAt(start));
        boolean after =
                end < text.length() && joins(text.codePointBefore(end), text.codePointAt(end));
        return !before && !after;
    }

    private static boolean joins(int one, int next) {
        return Character.isLetterOrDigit(one) && Character.isLetterOrDigit(next);
    }
}
