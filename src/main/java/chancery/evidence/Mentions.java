package chancery.evidence;

import chancery.evidence.Coverage.Kind;
import chancery.evidence.Coverage.Mention;
import chancery.evidence.Sentences.Span;
import chancery.evidence.Texts.Text;
import chancery.time.NumberWords;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The dates, numbers and names of a text, and which of them no row speaks of.
///
/// A row speaks of what its quoted words or the names of its subject cover, in its own passages.
/// Dates and numbers are found by pattern, but for the marks of footnotes and the numbers of a list
/// of references; names by the labels of the registers where they are written with a capital, and
/// by their capitals: a capitalised word that opens a sentence does not count by itself.
final class Mentions {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final String MONTH =
            Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .collect(Collectors.joining("|", "(?:", ")"));
    private static final Pattern DATE =
            Pattern.compile(
                    "\\b(?:\\d{1,2}(?:st|nd|rd|th)?(?:[-–]\\d{1,2})?\\s+)?"
                            + MONTH
                            + "\\b(?:\\s+\\d{1,2}(?:st|nd|rd|th)?(?:[-–]\\d{1,2})?\\b(?!\\d))?"
                            + "(?:,?\\s+\\d{4}\\b)?"
                            + "|\\b(?:1[5-9]|20)\\d\\d(?:s\\b|\\b)");
    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\d+]|(?m:^\\s*\\d+\\. \\^)");
    /// The end of a genitive, which no row quotes.
    private static final Pattern GENITIVE = Pattern.compile("[’']s\\b");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\d+(?:[.,]\\d+)*(?:st|nd|rd|th)?(?!\\p{L})");
    /// Words of numbers that [NumberWords] has no value for.
    private static final Set<String> SCALES =
            Set.of("half", "dozen", "hundred", "thousand", "million", "billion", "trillion");
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{N}]+(?:[-'’.]\\p{L}+)*";
    private static final Pattern CAPITALISED =
            Pattern.compile("(?<![\\p{L}\\p{N}])" + CAPITAL + "(?:[ \\u00A0]+" + CAPITAL + ")*");

    private final String source;
    private final Text text;
    private final Names names;
    private final List<Span> sentences;
    private final List<Mention> all = new ArrayList<>();
    private final BitSet mentioned = new BitSet();

    Mentions(String source, Text text, Names names) {
        this.source = source;
        this.text = text;
        this.names = names;
        this.sentences = Sentences.of(text.content());
        Matcher footnotes = FOOTNOTE.matcher(text.content());
        while (footnotes.find()) {
            mentioned.set(footnotes.start(), footnotes.end());
        }
        find(DATE, Kind.DATE);
        find(DIGITS, Kind.NUMBER);
        findNumberWords();
        names.allLabels().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(label -> find(Names.wholeWords(label), Kind.NAME));
        findCapitalised();
        all.sort(Comparator.comparingInt(Mention::start));
    }

    List<Mention> all() {
        return all;
    }

    /// @param rows of any source
    /// @param furniture of any source
    /// @return those with a word that nothing covers
    List<Mention> open(Collection<EvidencedRow> rows, Collection<Passage> furniture) {
        BitSet covered = new BitSet();
        Matcher genitives = GENITIVE.matcher(text.content());
        while (genitives.find()) {
            covered.set(genitives.start(), genitives.end());
        }
        for (Passage passage : furniture) {
            if (isHere(passage)) {
                covered.set(text.unit(passage.start()), text.unit(passage.end()));
            }
        }
        for (EvidencedRow row : rows) {
            for (Passage passage : row.passages()) {
                if (isHere(passage)) {
                    cover(row, passage, covered);
                }
            }
        }
        return all.stream().filter(mention -> !isCovered(mention, covered)).toList();
    }

    private boolean isHere(Passage passage) {
        return passage.source().equals(source) && passage.end() <= text.length();
    }

    private void cover(EvidencedRow row, Passage passage, BitSet covered) {
        int from = text.unit(passage.start());
        int to = text.unit(passage.end());
        String slice = text.content().substring(from, to);
        for (int i = 0; i < row.values().size(); i++) {
            if (!row.words(i).isEmpty()) {
                for (String part : WorkedOut.parts(row.words(i))) {
                    for (int at : Quotation.places(slice, part)) {
                        covered.set(from + at, from + at + part.length());
                    }
                }
            }
        }
        if (!row.values().isEmpty()) {
            for (Span sentence : sentences) {
                if (sentence.overlaps(from, to)) {
                    String words = text.content().substring(sentence.start(), sentence.end());
                    names.occurrences(words, row.values().getFirst().triple().getSubject())
                            .forEach(
                                    span ->
                                            covered.set(
                                                    sentence.start() + span[0],
                                                    sentence.start() + span[1]));
                }
            }
        }
    }

    /// Small words within a name need no row: `and`, `of`.
    private boolean isCovered(Mention mention, BitSet covered) {
        Matcher word = WORD.matcher(text.content());
        word.region(text.unit(mention.start()), text.unit(mention.end()));
        while (word.find()) {
            boolean counts =
                    mention.kind() != Kind.NAME
                            || Character.isUpperCase(word.group().codePointAt(0));
            if (counts && covered.nextClearBit(word.start()) < word.end()) {
                return false;
            }
        }
        return true;
    }

    private void find(Pattern pattern, Kind kind) {
        Matcher found = pattern.matcher(text.content());
        while (found.find()) {
            if (kind != Kind.NAME || found.group().chars().anyMatch(Character::isUpperCase)) {
                add(kind, found.start(), found.end());
            }
        }
    }

    /// From two on, for `one` is rarely a number.
    private void findNumberWords() {
        Matcher word = WORD.matcher(text.content());
        while (word.find()) {
            String small = word.group().toLowerCase(Locale.ROOT);
            boolean cardinal =
                    NumberWords.read(List.of(small), 0).filter(n -> n.value() > 1).isPresent();
            if (cardinal || SCALES.contains(small)) {
                add(Kind.NUMBER, word.start(), word.end());
            }
        }
    }

    private void findCapitalised() {
        Matcher found = CAPITALISED.matcher(text.content());
        while (found.find()) {
            int from = found.start();
            if (opensSentence(from)) {
                Matcher words = WORD.matcher(text.content()).region(from, found.end());
                words.find();
                if (!words.find()) {
                    continue;
                }
                from = words.start();
            }
            add(Kind.NAME, from, found.end());
        }
    }

    /// Whether no word stands before it in its sentence; marks of footnotes are no words.
    private boolean opensSentence(int at) {
        return sentences.stream()
                .filter(sentence -> sentence.holds(at, at + 1))
                .map(sentence -> text.content().substring(sentence.start(), at))
                .noneMatch(before -> WORD.matcher(FOOTNOTE.matcher(before).replaceAll("")).find());
    }

    /// A place is counted once, by the first way that finds it.
    private void add(Kind kind, int from, int to) {
        int taken = mentioned.nextSetBit(from);
        if (taken < 0 || taken >= to) {
            keep(kind, from, to);
            return;
        }
        // some of its words are mentioned already: the others are mentions of their own
        Matcher word = WORD.matcher(text.content());
        word.region(from, to);
        while (word.find()) {
            taken = mentioned.nextSetBit(word.start());
            if (taken < 0 || taken >= word.end()) {
                keep(kind, word.start(), word.end());
            }
        }
    }

    private void keep(Kind kind, int from, int to) {
        mentioned.set(from, to);
        int start = text.content().codePointCount(0, from);
        String words = text.content().substring(from, to);
        all.add(new Mention(kind, start, start + words.codePointCount(0, words.length()), words));
    }
}
