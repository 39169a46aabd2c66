package chancery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Whether two names are surely the same, word by word. A likeness ([NameMatch]) is never enough
/// for that: who sounds alike may be two.
public enum Sameness {
    /// The same words in the same order, but for marks, capitals, script and pairs of letters that
    /// are known to be ways to write one sound, such as `kh` and `x`.
    SAME,

    /// In a name that is long enough: one slip in one long word; two words that changed places; or
    /// words written as one.
    NEARLY,
    OTHER;

    private static final int LONG_NAME = 12;
    private static final int LONG_WORD = 4;

    /// What a slip may take away of a name.
    private static final double MOST_OFF = 0.07;

    private static final int MOST_WORDS = 500;
    private static final Pattern ROMAN_NUMBER = Pattern.compile("(?=..)(x{0,3}(ix|iv|v?i{0,3}))");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern AZERBAIJANI = Pattern.compile("[əƏıİşŞçÇğĞ]");

    /// Letters of Azerbaijani that in English stand for other sounds, or for more than one.
    private static final Map<Character, String> SOUNDS =
            Map.of('c', "j", 'ç', "ch", 'ş', "sh", 'ğ', "gh", 'x', "kh", 'q', "g", 'j', "zh");

    /// Ways to write one sound, each with a letter that is used for nothing else.
    private static final String[][] PAIRS = {
        {"shch", "щ"}, {"sch", "щ"}, {"sh", "ш"}, {"tch", "ч"}, {"ch", "ч"}, {"dzh", "j"},
        {"dj", "j"}, {"zh", "j"}, {"kh", "x"}, {"gh", "g"}, {"y", "i"}, {"ii", "i"}
    };

    /// @param roman    see [Roman]
    /// @param spelling with [#PAIRS] as one
    private record Word(String roman, String spelling, boolean isCyrillic) {
        boolean isNumber() {
            return roman.chars().anyMatch(Character::isDigit)
                    || ROMAN_NUMBER.matcher(roman).matches();
        }
    }

    /// The same both ways.
    public static Sameness of(String one, String other) {
        List<Word> left = words(one);
        List<Word> right = words(other);
        boolean isComparable =
                !left.isEmpty()
                        && !right.isEmpty()
                        && Math.max(left.size(), right.size()) < MOST_WORDS
                        && numbers(left).equals(numbers(right));
        if (!isComparable) {
            return OTHER;
        }
        boolean isLong = Math.min(letters(one), letters(other)) >= LONG_NAME;
        if (left.size() != right.size()) {
            return isLong && joined(left).equals(joined(right)) ? NEARLY : OTHER;
        }
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            if (!isSame(left.get(i), right.get(i))) {
                different.add(i);
            }
        }
        if (different.isEmpty()) {
            return SAME;
        }
        boolean isNearly =
                different.size() == 1
                        ? isSlip(left, right, different.getFirst())
                        : left.size() == 2
                                && isSame(left.getFirst(), right.getLast())
                                && isSame(left.getLast(), right.getFirst());
        return isLong && isNearly ? NEARLY : OTHER;
    }

    /// The better of the two.
    public Sameness or(Sameness other) {
        return compareTo(other) <= 0 ? this : other;
    }

    private static boolean isSlip(List<Word> left, List<Word> right, int at) {
        Word one = left.get(at);
        Word other = right.get(at);
        int shortest = Math.min(one.roman().length(), other.roman().length());
        int slips =
                Math.min(
                        Slips.between(one.roman(), other.roman()),
                        Slips.between(one.spelling(), other.spelling()));
        double whole = 0;
        for (int i = 0; i < left.size(); i++) {
            int length = longest(left.get(i), right.get(i));
            whole += length < LONG_WORD ? 0 : Math.sqrt(length);
        }
        double off = 1 / Math.sqrt(longest(one, other));
        return shortest >= LONG_WORD && slips == 1 && off / whole <= MOST_OFF;
    }

    private static int longest(Word one, Word other) {
        return Math.max(one.roman().length(), other.roman().length());
    }

    private static boolean isSame(Word one, Word other) {
        if (one.roman().equals(other.roman())) {
            return true;
        }
        String here = one.spelling();
        String there = other.spelling();
        if (here.length() != there.length() || one.isNumber() || other.isNumber()) {
            return false;
        }
        for (int i = 0; i < here.length(); i++) {
            char a = here.charAt(i);
            char b = there.charAt(i);
            // Russian has no h: Гейдар is Heydar, Ильхам is Ilham
            boolean isOne =
                    a == b
                            || (one.isCyrillic() && !other.isCyrillic() && isForH(a) && b == 'h')
                            || (other.isCyrillic() && !one.isCyrillic() && isForH(b) && a == 'h');
            if (!isOne) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForH(char letter) {
        return letter == 'g' || letter == 'x';
    }

    private static List<Word> words(String text) {
        boolean isAzerbaijani = AZERBAIJANI.matcher(text).find();
        List<Word> words = new ArrayList<>();
        for (String written : Words.written(text, MOST_WORDS)) {
            String roman = Roman.of(written);
            if (!roman.isEmpty()) {
                boolean isCyrillic = CYRILLIC.matcher(written).find();
                String sounds = isAzerbaijani && !isCyrillic ? azerbaijani(written) : roman;
                words.add(new Word(roman, spelling(sounds), isCyrillic));
            }
        }
        return words;
    }

    private static String azerbaijani(String written) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char letter = written.charAt(i);
            String sound = SOUNDS.get(Character.toLowerCase(letter));
            text.append(sound == null ? String.valueOf(letter) : sound);
        }
        return Roman.of(text.toString());
    }

    private static String spelling(String sounds) {
        String text = sounds.replace("ex", "eks");
        for (String[] pair : PAIRS) {
            text = text.replace(pair[0], pair[1]);
        }
        return text;
    }

    private static List<String> numbers(List<Word> words) {
        return words.stream().filter(Word::isNumber).map(Word::roman).sorted().toList();
    }

    private static String joined(List<Word> words) {
        return String.join("", words.stream().map(Word::roman).toList());
    }

    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }
}
