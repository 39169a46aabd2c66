package chancery.evidence;

import chancery.check.Value;
import chancery.map.Statement;
import chancery.measure.EnglishFigure;
import chancery.time.EnglishDate;
import chancery.time.EnglishDuration;
import chancery.time.NumberWords;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Reads the words of a passage by the value's own reader: a date as a date, a figure as a figure,
/// a name as a name. A value is supported when the words read so mean it.
final class ValueReader {
    private static final int WORDS_THAT_NAME_A_TITLE = 5;

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
        if (written.matches("[0-9]+")) {
            return written;
        }
        if (written.equalsIgnoreCase("inaugural")) {
            return "1";
        }
        OptionalInt place = NumberWords.ordinal(written);
        return place.isPresent() ? Integer.toString(place.getAsInt()) : "";
    }
}
