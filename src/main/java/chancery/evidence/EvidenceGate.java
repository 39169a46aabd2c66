package chancery.evidence;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Severity;
import chancery.check.Value;
import chancery.evidence.Sentences.Span;
import chancery.evidence.Texts.Text;
import chancery.map.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// Verifies that passages say what rows say they say.
///
/// Without the texts: every passage is registered, and every value has its words or an excuse. With
/// them also: the passage lies inside the text and one sentence and has its digest; the words stand
/// in it and read as the value; the subject is named in its sentence; it is there for something;
/// what is only said stands where it is said; no source lives on excuses.
public final class EvidenceGate {
    /// The excuse of a row whose subject is only pointed at.
    private static final String POINTED_AT = "pronoun";

    private static final int WORDS_IN_A_ROW = 8;
    private static final String ID = "id";
    private static final String CHARS = "chars";
    private static final String WORDS = "as_written";
    private static final String DIGEST = "text_sha256";

    private final Map<String, RegisteredPassage> passages;
    private final Map<String, Text> texts;
    private final Names names;
    private final Map<String, EvidencedRow> statements;
    private final ValueReader reader;
    private final Consumer<Finding> findings;
    private final Map<String, List<Span>> sentences = new HashMap<>();
    private final Map<Passage, Slice> slices = new HashMap<>();
    private final Map<String, Account> accounts = new TreeMap<>();
    private int found;

    /// @param passages by id, from passages.csv
    /// @param texts by id of the source; empty when the texts are not there
    /// @param statements by id, in which rows say that something is said
    public EvidenceGate(
            Map<String, RegisteredPassage> passages,
            Map<String, Text> texts,
            Names names,
            Map<String, EvidencedRow> statements,
            Consumer<Finding> findings) {
        this.passages = Map.copyOf(passages);
        this.texts = Map.copyOf(texts);
        this.names = names;
        this.statements = Map.copyOf(statements);
        this.reader = new ValueReader(names);
        this.findings = findings;
        texts.forEach((source, text) -> sentences.put(source, Sentences.of(text.content())));
    }

    /// @param source a row of sources.csv
    /// @return a finding when the text is not the one that the row knows
    public static Optional<Finding> digest(CheckedRow source, Text text) {
        String known = source.text(DIGEST);
        if (known.equals(text.sha256())) {
            return Optional.empty();
        }
        return Optional.of(
                finding(
                        source,
                        Code.TEXT_DIGEST,
                        DIGEST,
                        known,
                        text.sha256() + ", the SHA-256 of " + source.text("text_file")));
    }

    public void verify(EvidencedRow row) {
        int before = found;
        List<Slice> those = new ArrayList<>();
        for (Passage passage : row.passages()) {
            slice(row, passage, those);
        }
        if (row.asWritten().size() != row.values().size()) {
            int values = row.values().size();
            report(
                    row.row(),
                    Code.WORDS_COUNT,
                    WORDS,
                    String.join(";", row.asWritten()),
                    values + (values == 1 ? " item" : " items") + ", one for each value");
        }
        for (int i = 0; i < row.values().size(); i++) {
            verifyWords(row, i, those);
        }
        if (those.size() == row.passages().size() && !row.values().isEmpty()) {
            verifySubject(row, those);
            verifyPlace(row);
            those.forEach(slice -> verifyUse(row, slice));
        }
        accounts.computeIfAbsent(row.source(), source -> new Account())
                .add(row, found > before, texts.containsKey(row.source()));
    }

    /// To be called when all rows have been verified.
    ///
    /// @param sources id → its row in sources.csv
    public void finish(Map<String, CheckedRow> sources) {
        tallies()
                .forEach(
                        (source, tally) -> {
                            CheckedRow row = sources.get(source);
                            if (row != null
                                    && texts.containsKey(source)
                                    && tally.tooManyExcuses()) {
                                report(
                                        row,
                                        Code.EXCUSES_TOO_MANY,
                                        ID,
                                        source,
                                        "at most a tenth of its rows excused, these are "
                                                + tally.excusedRows()
                                                + " of "
                                                + tally.rows());
                            }
                        });
    }

    /// @return source → what was verified of it, in the order of their ids
    public Map<String, Tally> tallies() {
        Map<String, Integer> registered = new HashMap<>();
        passages.values().forEach(p -> registered.merge(p.passage().source(), 1, Integer::sum));
        Map<String, Tally> tallies = new TreeMap<>();
        accounts.forEach(
                (source, account) ->
                        tallies.put(source, account.tally(registered.getOrDefault(source, 0))));
        return tallies;
    }

    private void slice(EvidencedRow row, Passage passage, List<Slice> into) {
        RegisteredPassage registered = passages.get(passage.id());
        if (registered == null) {
            report(
                    row.row(),
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
                    row.row(),
                    Code.PASSAGE_OUTSIDE,
                    CHARS,
                    chars(passage),
                    "an end of at most " + text.length());
            return;
        }
        Slice slice = slices.computeIfAbsent(passage, p -> cut(text, p));
        if (registered != null && !registered.digest().equals(slice.digest())) {
            report(
                    row.row(),
                    Code.PASSAGE_DIGEST,
                    CHARS,
                    chars(passage),
                    "characters with the digest in passages.csv, theirs is " + slice.digest());
        }
        if (!slice.inOneSentence()) {
            report(
                    row.row(),
                    Code.PASSAGE_BEYOND_SENTENCE,
                    CHARS,
                    chars(passage),
                    "a part of one sentence");
        }
        into.add(slice);
    }

    private Slice cut(Text text, Passage passage) {
        String words = text.slice(passage);
        int from = text.unit(passage.start());
        int to = from + words.stripTrailing().length();
        List<Span> touched = touched(passage);
        return new Slice(
                passage,
                words,
                ClaimKey.sha256(words),
                touched.stream().anyMatch(sentence -> sentence.holds(from, to)),
                touched.stream().map(s -> text.content().substring(s.start(), s.end())).toList());
    }

    private List<Span> touched(Passage passage) {
        Text text = texts.get(passage.source());
        if (text == null || passage.end() > text.length()) {
            return List.of();
        }
        int from = text.unit(passage.start());
        int to = text.unit(passage.end());
        return sentences.getOrDefault(passage.source(), List.of()).stream()
                .filter(sentence -> sentence.overlaps(from, to))
                .toList();
    }

    private void verifyWords(EvidencedRow row, int index, List<Slice> slices) {
        String words = row.words(index);
        List<String> parts = WorkedOut.parts(words);
        boolean workedOut = parts.size() > 1;
        if (words.isEmpty() || workedOut) {
            if (row.excuses().isEmpty() && index < row.asWritten().size()) {
                report(
                        row.row(),
                        Code.EXCUSE_MISSING,
                        WORDS,
                        row.asWritten().get(index),
                        "words for " + value(row, index) + ", or an excuse");
            }
            if (words.isEmpty()) {
                return;
            }
        }
        for (String part : parts) {
            if (part.split("\\s+").length > WORDS_IN_A_ROW) {
                report(
                        row.row(),
                        Code.WORDS_TOO_MANY,
                        WORDS,
                        part,
                        "at most " + WORDS_IN_A_ROW + " words");
            }
        }
        if (slices.isEmpty()) {
            return;
        }
        Statement statement = row.values().get(index);
        for (String part : parts) {
            if (slices.stream().noneMatch(slice -> slice.has(part))) {
                report(
                        row.row(),
                        Code.WORDS_NOT_IN_PASSAGE,
                        WORDS,
                        part,
                        "words that stand in the passage");
                return;
            }
        }
        boolean states =
                workedOut
                        ? statement.value() instanceof Value.Time time
                                && WorkedOut.states(parts, time.edtf())
                        : reader.states(words, statement);
        if (!states) {
            report(
                    row.row(),
                    Code.WORDS_MISREAD,
                    WORDS,
                    words,
                    "words that read as " + value(row, index));
        } else if (statement.value() instanceof Value.Text text && !whole(text, words, slices)) {
            report(
                    row.row(),
                    Code.WORDS_NOT_IN_PASSAGE,
                    statement.column().name(),
                    text.text(),
                    "a text that stands in the passage to its end");
        }
    }

    /// Of a text longer than may be quoted, the first words are; all of it must stand there.
    private static boolean whole(Value.Text text, String words, List<Slice> slices) {
        return !ValueReader.opens(words, text.text())
                || slices.stream()
                        .anyMatch(
                                slice ->
                                        Names.fold(slice.words())
                                                .contains(Names.fold(text.text())));
    }

    private void verifySubject(EvidencedRow row, List<Slice> slices) {
        Node subject = subject(row);
        boolean named =
                slices.stream()
                        .flatMap(slice -> slice.sentences().stream())
                        .anyMatch(sentence -> names.standsIn(sentence, subject));
        if (!named && !row.excuses().contains(POINTED_AT)) {
            report(
                    row.row(),
                    Code.SUBJECT_NOT_NAMED,
                    ID,
                    row.row().text(ID),
                    "a passage in a sentence with a label or reading of it, or the excuse "
                            + POINTED_AT);
        }
    }

    /// A passage that holds no words of the row and names nothing in it shows nothing.
    private void verifyUse(EvidencedRow row, Slice slice) {
        boolean words =
                row.asWritten().stream()
                        .flatMap(item -> WorkedOut.parts(item).stream())
                        .anyMatch(slice::has);
        Stream<Node> things =
                Stream.concat(
                        Stream.of(subject(row)),
                        row.values().stream().map(value -> value.triple().getObject()));
        EvidencedRow said = statements.get(row.saidIn());
        Stream<Node> all = said == null ? things : Stream.concat(things, Stream.of(subject(said)));
        if (!words
                && !row.excuses().contains(POINTED_AT)
                && all.noneMatch(thing -> thing.isURI() && names.standsIn(slice.words(), thing))) {
            report(
                    row.row(),
                    Code.PASSAGE_IDLE,
                    CHARS,
                    chars(slice.passage()),
                    "a passage with words of the row or a name of something in it");
        }
    }

    /// What is said in a statement stands in a sentence of the statement or after its first one.
    private void verifyPlace(EvidencedRow row) {
        EvidencedRow said = statements.get(row.saidIn());
        if (said == null || said.passages().isEmpty()) {
            return;
        }
        int begin =
                said.passages().stream()
                        .flatMap(passage -> touched(passage).stream())
                        .mapToInt(Span::start)
                        .min()
                        .orElse(0);
        boolean there =
                said.source().equals(row.source())
                        && row.passages().stream()
                                .flatMap(passage -> touched(passage).stream())
                                .anyMatch(sentence -> sentence.start() >= begin);
        if (!there) {
            report(
                    row.row(),
                    Code.SAID_ELSEWHERE,
                    CHARS,
                    row.row().text(CHARS),
                    "a passage in the first sentence of statement " + row.saidIn() + " or later");
        }
    }

    private static Node subject(EvidencedRow row) {
        return row.values().getFirst().triple().getSubject();
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

    private void report(CheckedRow row, Code code, String column, String what, String expected) {
        found++;
        findings.accept(finding(row, code, column, what, expected));
    }

    private static Finding finding(
            CheckedRow row, Code code, String column, String what, String expected) {
        int number = row.has(column) ? row.cell(column).column().number() : 0;
        return new Finding(code, Severity.ERROR, row.position(), number, column, what, expected);
    }

    /// A passage as the register has it.
    ///
    /// @param digest SHA-256 of its characters in UTF-8
    public record RegisteredPassage(Passage passage, String digest) {}
}
