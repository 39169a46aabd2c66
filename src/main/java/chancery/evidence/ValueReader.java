package chancery.evidence;

import chancery.check.Value;
import chancery.map.Statement;
import chancery.measure.EnglishFigure;
import chancery.time.EnglishDate;
import chancery.time.EnglishDuration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads the words of a passage by the value's own reader: a date as a date, a figure as a figure,
/// a name as a name. A value is supported when the words read so mean it.
final class ValueReader {
    private static final int WORDS_THAT_NAME_A_TITLE = 5;
    private static final List<String> ORDINALS =
            List.of(
                    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                    "ninth", "tenth");
    private static final Map<Character, Integer> ROMAN =
            Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100);

    private final Names names;

    ValueReader(Names names) {
        this.names = names;
    }

    boolean states(String words, Statement statement) {
        Value value = statement.value();
        boolean named = !(value instanceof Value.Time) && !(value instanceof Value.Quantity);
        if (named && statement.triple().getObject().isURI()) {
            return names.means(words, statement.triple().getObject());
        }
        return switch (value) {
            case Value.Time time -> EnglishDate.states(words, time.edtf());
            case Value.Quantity amount -> EnglishFigure.states(words, amount.quantity());
            case Value.Text text -> sameWords(words, text.text()) || opens(words, text.text());
            case Value.Iri iri -> sameWords(words, iri.iri());
            case Value.Typed typed -> typed(words, typed);
            case Value.Number number -> ordinal(words).equals(number.lexical());
            case Value.Bool bool -> sameWords(words, bool.lexical());
            case Value.Absent absent -> false;
            case Value.Misfit misfit -> false;
        };
    }

    private static boolean typed(String words, Value.Typed typed) {
        return EnglishDuration.states(words, typed.lexical()) || sameWords(words, typed.lexical());
    }

    /// The same words in any order: a bibliography turns names around.
    private static boolean sameWords(String a, String b) {
        return wordsOf(a).equals(wordsOf(b));
    }

    /// A title of more words than may be quoted in a row is known by its first ones.
    static boolean opens(String words, String title) {
        String folded = Names.fold(title);
        String start = Names.fold(words);
        return folded.startsWith(start)
                && folded.length() > start.length()
                && words.split("\\s+").length >= WORDS_THAT_NAME_A_TITLE
                && !Character.isLetterOrDigit(folded.charAt(start.length()));
    }

    private static Set<String> wordsOf(String text) {
        Set<String> words =
                new TreeSet<>(
                        Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }

    /// @return the first ordinal among the words, as digits; `""` when there is none
    private static String ordinal(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .map(ValueReader::ordinalWord)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String ordinalWord(String written) {
        if (written.matches("[IVXLC]+")) {
            return Integer.toString(roman(written));
        }
        String word = written.toLowerCase(Locale.ROOT);
        if (word.matches("[0-9]+(st|nd|rd|th)?")) {
            return word.replaceAll("[a-z]", "");
        }
        if (word.equals("inaugural")) {
            return "1";
        }
        if (ORDINALS.contains(word)) {
            return Integer.toString(ORDINALS.indexOf(word) + 1);
        }
        return "";
    }

    private static int roman(String word) {
        int sum = 0;
        for (int i = 0; i < word.length(); i++) {
            int here = ROMAN.getOrDefault(word.charAt(i), 0);
            int next = i + 1 < word.length() ? ROMAN.getOrDefault(word.charAt(i + 1), 0) : 0;
            sum += here < next ? -here : here;
        }
        return sum;
    }
}
