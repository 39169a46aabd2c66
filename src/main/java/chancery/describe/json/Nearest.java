package chancery.describe.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of the right answers a wrong one probably meant.
public final class Nearest {
    private static final int FEW = 12;

    private Nearest() {}

    /// @return `a` if there is only one, `one of a, b`; of more than twelve the three most similar
    ///     and `…`; in words if there is none
    public static String of(String found, Collection<String> right) {
        if (right.isEmpty()) {
            return "nothing, as there is no name to choose from";
        }
        if (right.size() <= FEW) {
            return (right.size() == 1 ? "" : "one of ") + String.join(", ", right);
        }
        List<String> nearest =
                right.stream()
                        .sorted(Comparator.comparingInt(word -> distance(found, word)))
                        .limit(3)
                        .toList();
        return "one of " + String.join(", ", nearest) + ", …";
    }

    /// The one that was probably meant: most of it is the same.
    public static Optional<String> meant(String found, Collection<String> right) {
        return right.stream()
                .min(Comparator.comparingInt(word -> distance(found, word)))
                .filter(word -> 3 * distance(found, word) <= Math.max(3, word.length()));
    }

    /// How many characters have to be put in, left out or changed (Levenshtein).
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= Math.min(a.length(), 100); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
