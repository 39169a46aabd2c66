package chancery.infer.column;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a column's values are lists, with one sign between their items.
final class ListTally {
    private static final int REMEMBERED = 1000;
    private static final int LEAST_LISTS = 3;

    /// Longer ones are sentences.
    private static final int LONGEST_ITEM = 50;

    private static final int LONGEST_NAME = 30;
    private static final int MOST_WORDS = 3;

    private final String sign;
    private final Set<String> different = new HashSet<>();
    private long values;
    private long lists;
    private long items;
    private long words;
    private long spaced;
    private long signs;
    private int longest;
    private boolean hasEmpty;

    ListTally(String sign) {
        this.sign = sign;
    }

    void add(String text, long times) {
        values += times;
        int at = text.indexOf(sign);
        lists += at < 0 ? 0 : times;
        if (hasEmpty || longest > LONGEST_ITEM) {
            return;
        }
        int from = 0;
        while (from <= text.length()) {
            int end = at < 0 ? text.length() : at;
            String item = text.substring(from, end).strip();
            hasEmpty |= item.isEmpty();
            longest = Math.max(longest, item.length());
            items += times;
            words += times * words(item);
            if (different.size() < REMEMBERED) {
                different.add(item);
            }
            if (at >= 0) {
                signs += times;
                spaced += text.startsWith(" ", at + 1) ? times : 0;
            }
            from = end + 1;
            at = at < 0 ? -1 : text.indexOf(sign, from);
        }
    }

    private static int words(String item) {
        int words = 1;
        for (int at = item.indexOf(' '); at >= 0; at = item.indexOf(' ', at + 1)) {
            words++;
        }
        return words;
    }

    /// @return the sign, with the space that always follows it; empty if they are no lists, or not
    ///     clearly so
    Optional<String> separator() {
        boolean often = lists * 20 >= values && lists >= LEAST_LISTS;
        boolean again = different.size() < REMEMBERED && different.size() * 5L <= items * 4;
        boolean mostly =
                lists * 2 >= values && longest <= LONGEST_NAME && words <= items * MOST_WORDS;
        if (!often || hasEmpty || longest > LONGEST_ITEM || !(again || mostly)) {
            return Optional.empty();
        }
        if (spaced > 0 && spaced < signs) {
            return Optional.empty();
        }
        return Optional.of(sign + (spaced == 0 ? "" : " "));
    }

    long lists() {
        return lists;
    }

    /// Those whose items may be many.
    static List<ListTally> all() {
        return List.of(new ListTally(";"), new ListTally("|"));
    }

    long items() {
        return items;
    }
}
