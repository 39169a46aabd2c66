package chancery.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// How much a name is like another one: 1 for the same letters, 0 for nothing in common.
///
/// Words are paired whatever their order, each pair by the better of two readings: letter by letter
/// ([Roman]) or by [Sound]. What is left over on either side counts against it, little if it is a
/// word like `of`. A number is the same or another. However like, two names may be those of two:
/// see [Sameness].
public final class NameMatch {
    /// A pair of words that is less alike is none.
    private static final double ALIKE = 0.55;

    /// Sounding the same is not being written the same.
    private static final double BY_SOUND = 0.98;

    private static final double INITIAL = 0.8;
    private static final double BEGINNING = 0.96;
    private static final double OUT_OF_ORDER = 0.97;
    private static final double JOINED = 0.97;
    private static final double SMALL = 0.25;

    private static final Set<String> SMALL_WORDS =
            Set.of("of", "the", "and", "on", "in", "for", "to", "a", "an", "between", "by", "at");

    private NameMatch() {}

    /// @return 0 to 1; 1 only if the same words stand in the same order, but for marks, capitals
    ///     and the script
    public static double between(String one, String other) {
        return between(Words.of(one), Words.of(other));
    }

    /// How well a name answers what somebody typed, who often types a part of a name only, and the
    /// beginning of its last word.
    ///
    /// @return 0 to 1: what is missing of `typed` counts much, what the name has besides little
    public static double answers(String typed, String name) {
        List<Words.Word> left = Words.of(typed);
        List<Words.Word> right = Words.of(name);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        double[] likeness = new double[left.size()];
        for (Pair pair : pairs(left, right)) {
            likeness[pair.left()] = pair.likeness();
        }
        int last = left.size() - 1;
        if (right.stream().anyMatch(word -> begins(left.get(last), word))) {
            likeness[last] = Math.max(likeness[last], BEGINNING);
        }
        double found = 0;
        for (int i = 0; i < likeness.length; i++) {
            found += weight(left.get(i)) * likeness[i] * likeness[i];
        }
        double whole = between(left, right);
        return Math.max(whole, 0.7 * found / weight(left) + 0.3 * whole);
    }

    /// Whether a word of the name begins with the letters of the last word that somebody typed.
    public static boolean isBegunBy(String typed, String name) {
        List<Words.Word> words = Words.of(typed);
        return !words.isEmpty()
                && Words.of(name).stream()
                        .anyMatch(word -> word.roman().startsWith(words.getLast().roman()));
    }

    /// Whether a text has all words that somebody typed: as they are written, in another spelling
    /// of the same sound, or going on.
    public static boolean hasWords(String typed, String text) {
        List<Words.Word> there = Words.of(text);
        return Words.of(typed).stream()
                .allMatch(word -> there.stream().anyMatch(other -> begins(word, other)));
    }

    private static boolean begins(Words.Word part, Words.Word word) {
        return word.roman().startsWith(part.roman()) || word.sound().startsWith(part.sound());
    }

    private record Pair(int left, int right, double likeness) {}

    private static double between(List<Words.Word> left, List<Words.Word> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        List<Pair> pairs = pairs(left, right);
        double matched = 0;
        for (Pair pair : pairs) {
            double weight = weight(left.get(pair.left())) + weight(right.get(pair.right()));
            matched += weight * pair.likeness();
        }
        double whole = weight(left) + weight(right);
        double byWords = matched / whole * (isInOrder(pairs) ? 1 : OUT_OF_ORDER);
        return haveOtherNumbers(left, right)
                ? Math.min(byWords, 0.6)
                : Math.max(byWords, joined(left, right));
    }

    private static List<Pair> pairs(List<Words.Word> left, List<Words.Word> right) {
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                double likeness = likeness(left.get(i), right.get(j));
                if (likeness >= ALIKE) {
                    all.add(new Pair(i, j, likeness));
                }
            }
        }
        all.sort(
                Comparator.comparingDouble(Pair::likeness)
                        .reversed()
                        .thenComparingInt(pair -> Math.abs(pair.left() - pair.right())));
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : all) {
            if (chosen.stream()
                    .noneMatch(it -> it.left() == pair.left() || it.right() == pair.right())) {
                chosen.add(pair);
            }
        }
        chosen.sort(Comparator.comparingInt(Pair::left));
        return chosen;
    }

    private static boolean isInOrder(List<Pair> pairs) {
        for (int i = 1; i < pairs.size(); i++) {
            if (pairs.get(i).right() < pairs.get(i - 1).right()) {
                return false;
            }
        }
        return true;
    }

    private static double weight(List<Words.Word> words) {
        return words.stream().mapToDouble(NameMatch::weight).sum();
    }

    /// Long words say more, but not as much more as they are longer.
    private static double weight(Words.Word word) {
        double length = Math.sqrt(word.roman().length());
        return SMALL_WORDS.contains(word.roman()) ? SMALL * length : length;
    }

    private static double likeness(Words.Word one, Words.Word other) {
        if (one.roman().equals(other.roman())) {
            return 1;
        }
        if (one.isNumber() || other.isNumber()) {
            return 0;
        }
        double sound = BY_SOUND * likeness(one.sound(), other.sound());
        double letters = likeness(one.roman(), other.roman());
        double initial = isInitial(one, other) || isInitial(other, one) ? INITIAL : 0;
        return Math.max(initial, Math.max(sound, letters));
    }

    private static boolean isInitial(Words.Word letter, Words.Word word) {
        return letter.roman().length() == 1 && word.roman().startsWith(letter.roman());
    }

    static double likeness(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        return longest == 0 ? 0 : 1 - (double) Slips.between(one, other) / longest;
    }

    /// One of two names may be cut otherwise: `Nagorno Karabakh`, `NagornoKarabakh`.
    private static double joined(List<Words.Word> left, List<Words.Word> right) {
        return JOINED * likeness(Words.joined(left), Words.joined(right));
    }

    /// Two agreements that differ in a year are two.
    private static boolean haveOtherNumbers(List<Words.Word> left, List<Words.Word> right) {
        List<String> here = numbers(left);
        List<String> there = numbers(right);
        return !here.isEmpty() && !there.isEmpty() && !here.equals(there);
    }

    private static List<String> numbers(List<Words.Word> words) {
        return words.stream().filter(Words.Word::isNumber).map(Words.Word::roman).sorted().toList();
    }
}
