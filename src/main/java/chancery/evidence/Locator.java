package chancery.evidence;

import chancery.evidence.Sentences.Span;
import chancery.evidence.Texts.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds words in the text of a source, and says which passages hold them.
public final class Locator {
    private static final Pattern WHITE = Pattern.compile("(?U)\\s+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String source;
    private final Text text;
    private final List<Sentence> sentences;

    /// @param source id of the source
    public Locator(String source, Text text) {
        this.source = source;
        this.text = text;
        List<Sentence> all = new ArrayList<>();
        for (Span span : Sentences.of(text.content())) {
            all.add(sentence(all.size() + 1, span));
        }
        this.sentences = List.copyOf(all);
    }

    /// All sentences of the text, in order, without the white space around them.
    public List<Sentence> sentences() {
        return sentences;
    }

    /// Every place where the words stand exactly so; if there is none, every place where they
    /// stand but for case and runs of white space. In the order of the text.
    ///
    /// @throws IllegalArgumentException when the words are blank
    public List<Place> find(String words) {
        if (words.isBlank()) {
            throw new IllegalArgumentException("blank words stand everywhere");
        }
        List<Place> exact = find(Pattern.compile(Pattern.quote(words)), true);
        return exact.isEmpty() ? find(loosely(words), false) : exact;
    }

    /// The sentence that shares most words; of several the shortest, of these the first. Empty
    /// when no sentence shares any.
    public Optional<Sentence> nearest(String words) {
        Set<String> wanted = wordsOf(words);
        return sentences.stream()
                .filter(sentence -> shared(sentence, wanted) > 0)
                .min(
                        Comparator.comparingInt((Sentence s) -> -shared(s, wanted))
                                .thenComparingInt(s -> s.characters().length()));
    }

    static Pattern loosely(String words) {
        String pattern =
                WHITE.splitAsStream(words.strip())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+"));
        return Pattern.compile(
                pattern,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    static Set<String> wordsOf(String words) {
        return Arrays.stream(NO_WORD.split(words.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int shared(Sentence sentence, Set<String> wanted) {
        Set<String> common = wordsOf(sentence.characters());
        common.retainAll(wanted);
        return common.size();
    }

    private List<Place> find(Pattern pattern, boolean exact) {
        List<Place> places = new ArrayList<>();
        Matcher found = pattern.matcher(text.content());
        while (found.find()) {
            Passage words = passage(found.start(), found.end());
            List<Sentence> around =
                    sentences.stream().filter(s -> overlap(s.passage(), words)).toList();
            places.add(new Place(words, found.group(), exact, around));
        }
        return places;
    }

    private static boolean overlap(Passage one, Passage other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private Sentence sentence(int number, Span span) {
        String whole = text.content().substring(span.start(), span.end());
        int from = span.start() + whole.length() - whole.stripLeading().length();
        String characters = whole.strip();
        return new Sentence(
                number,
                passage(from, from + characters.length()),
                characters,
                ClaimKey.sha256(characters));
    }

    private Passage passage(int fromUnit, int toUnit) {
        int start = text.content().codePointCount(0, fromUnit);
        return new Passage(source, start, start + text.content().codePointCount(fromUnit, toUnit));
    }

    /// A sentence of the text.
    ///
    /// @param number 1-based
    /// @param passage its span, without the white space around it
    /// @param characters of that span
    /// @param digest of the characters, as passages.csv has it
    public record Sentence(int number, Passage passage, String characters, String digest) {}

    /// Where words stand.
    ///
    /// @param words their own span
    /// @param asWritten as the text has them
    /// @param exact whether they stand exactly as they were asked for
    /// @param sentences that hold them: one, or several when the words go on over its end
    public record Place(Passage words, String asWritten, boolean exact, List<Sentence> sentences) {
        public Place {
            sentences = List.copyOf(sentences);
        }

        /// The cell `chars` of a row that rests on these sentences.
        public String chars() {
            return sentences.stream()
                    .map(s -> s.passage().start() + "-" + s.passage().end())
                    .collect(Collectors.joining(";"));
        }
    }
}
