package chancery.evidence;

import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Severity;
import chancery.evidence.Sentences.Span;
import chancery.evidence.Texts.Text;
import chancery.map.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;

/// Verifies that passages say what rows say they say.
///
/// Without the texts: every passage is registered, and every value has its words or an excuse. With
/// them also: the text is the one the register knows, the passage lies inside it and inside one
/// sentence and has its digest, and the words stand in it and read as the value.
public final class EvidenceGate {
    private static final int WORDS_IN_A_ROW = 8;
    private static final String CHARS = "chars";
    private static final String WORDS = "as_written";

    private final Map<String, RegisteredPassage> passages;
    private final Map<String, Text> texts;
    private final ValueReader reader;
    private final Consumer<Finding> findings;
    private final Map<String, List<Span>> sentences = new HashMap<>();
    private final Map<String, Tally> tallies = new HashMap<>();

    /// @param passages by id, from passages.csv
    /// @param texts by id of the source; empty when the texts are not there
    public EvidenceGate(
            Map<String, RegisteredPassage> passages,
            Map<String, Text> texts,
            Names names,
            Consumer<Finding> findings) {
        this.passages = Map.copyOf(passages);
        this.texts = Map.copyOf(texts);
        this.reader = new ValueReader(names);
        this.findings = findings;
        texts.forEach((source, text) -> sentences.put(source, Sentences.of(text.content())));
    }

    public void verify(EvidencedRow row) {
        List<String> slices = new ArrayList<>();
        for (Passage passage : row.passages()) {
            slice(row, passage, slices);
        }
        if (row.asWritten().size() != row.values().size()) {
            int values = row.values().size();
            report(
                    row,
                    Code.WORDS_COUNT,
                    WORDS,
                    String.join(";", row.asWritten()),
                    values + (values == 1 ? " item" : " items") + ", one for each value");
        }
        boolean supported = true;
        for (int i = 0; i < row.values().size(); i++) {
            supported &= verifyWords(row, i, slices);
        }
        tallies.merge(
                row.source(),
                new Tally(1, supported ? 1 : 0, row.excuses().isEmpty() ? 0 : 1),
                Tally::plus);
    }

    /// @return source → how many of its rows were verified, supported, excused
    public Map<String, Tally> tallies() {
        return Map.copyOf(tallies);
    }

    private void slice(EvidencedRow row, Passage passage, List<String> slices) {
        RegisteredPassage registered = passages.get(passage.id());
        if (registered == null) {
            report(
                    row,
                    Code.PASSAGE_UNREGISTERED,
                    CHARS,
                    chars(passage),
                    "the passage of a row of passages.csv");
        }
        Text text = texts.get(row.source());
        if (text == null) {
            return;
        }
        if (passage.end() > text.length()) {
            report(
                    row,
                    Code.PASSAGE_OUTSIDE,
                    CHARS,
                    chars(passage),
                    "an end of at most " + text.length());
            return;
        }
        String slice = text.slice(passage);
        slices.add(slice);
        String digest = ClaimKey.sha256(slice);
        if (registered != null && !registered.digest().equals(digest)) {
            report(
                    row,
                    Code.PASSAGE_DIGEST,
                    CHARS,
                    chars(passage),
                    "characters with the digest in passages.csv, theirs is " + digest);
        }
        int from = text.unit(passage.start());
        int to = from + slice.stripTrailing().length();
        if (sentences.getOrDefault(row.source(), List.of()).stream()
                .noneMatch(sentence -> sentence.holds(from, to))) {
            report(
                    row,
                    Code.PASSAGE_BEYOND_SENTENCE,
                    CHARS,
                    chars(passage),
                    "a part of one sentence");
        }
    }

    private boolean verifyWords(EvidencedRow row, int index, List<String> slices) {
        String words = row.words(index);
        if (words.isEmpty()) {
            if (row.excuses().isEmpty() && index < row.asWritten().size()) {
                report(
                        row,
                        Code.EXCUSE_MISSING,
                        WORDS,
                        row.asWritten().get(index),
                        "words for " + value(row, index) + ", or an excuse");
            }
            return false;
        }
        if (words.split("\\s+").length > WORDS_IN_A_ROW) {
            report(row, Code.WORDS_TOO_MANY, WORDS, words, "at most " + WORDS_IN_A_ROW + " words");
        }
        if (slices.isEmpty()) {
            return true;
        }
        if (slices.stream().noneMatch(slice -> slice.contains(words))) {
            report(row, Code.WORDS_NOT_IN_PASSAGE, WORDS, words, "words that stand in the passage");
            return false;
        }
        if (!reader.states(words, row.values().get(index))) {
            report(
                    row,
                    Code.WORDS_MISREAD,
                    WORDS,
                    words,
                    "words that read as " + value(row, index));
            return false;
        }
        return true;
    }

    private static String value(EvidencedRow row, int index) {
        Statement statement = row.values().get(index);
        Node object = statement.triple().getObject();
        String shown =
                object.isURI()
                        ? object.getURI().substring(object.getURI().lastIndexOf('/') + 1)
                        : object.getLiteralLexicalForm();
        return statement.column().name() + " " + shown;
    }

    private static String chars(Passage passage) {
        return passage.start() + "-" + passage.end();
    }

    private void report(EvidencedRow row, Code code, String column, String found, String expected) {
        int number = row.row().has(column) ? row.row().cell(column).column().number() : 0;
        findings.accept(
                new Finding(code, Severity.ERROR, row.position(), number, column, found, expected));
    }

    /// A passage as the register has it.
    ///
    /// @param digest SHA-256 of its characters in UTF-8
    public record RegisteredPassage(Passage passage, String digest) {}

    /// @param supported rows all of whose values stand in words
    /// @param excused rows with a stated reason why something does not
    public record Tally(int checked, int supported, int excused) {
        Tally plus(Tally other) {
            return new Tally(
                    checked + other.checked, supported + other.supported, excused + other.excused);
        }
    }
}
