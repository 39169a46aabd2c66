package chancery.evidence;

import chancery.evidence.Sentences.Span;
import chancery.evidence.Texts.Text;
import chancery.map.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Tells when a row that got the spans of another one still says what the tables say anyway.
///
/// It does when each of its values stands at the very characters where it stood before (the spans
/// are cuts of one sentence), or when another row of the tables makes the same claim in the same
/// sentence. Everything else has become false.
final class Exchange {
    private final Map<String, List<Span>> sentences = new HashMap<>();
    private final SeedTables tables;
    private final Map<String, Set<String>> claimed = new HashMap<>();

    Exchange(SeedTables tables) {
        this.tables = tables;
        tables.texts.forEach((source, text) -> sentences.put(source, Sentences.of(text.content())));
        for (SeedTables.SeedRow row : tables.rows) {
            EvidencedRow read = row.read();
            for (Statement value : read.values()) {
                claimed.computeIfAbsent(claim(read, value), k -> new HashSet<>())
                        .addAll(sentencesOf(read));
            }
        }
    }

    /// @return why the moved row says nothing new; empty when it does
    Optional<String> equivalent(EvidencedRow before, EvidencedRow after) {
        Set<String> common = sentencesOf(before);
        common.retainAll(sentencesOf(after));
        boolean same = true;
        boolean told = true;
        for (int i = 0; i < before.values().size(); i++) {
            Set<Integer> places = places(before, i);
            places.retainAll(places(after, i));
            same &= !places.isEmpty() && !common.isEmpty();
            told &=
                    claimed.getOrDefault(claim(before, before.values().get(i)), Set.of())
                            .containsAll(sentencesOf(after));
        }
        if (same) {
            return Optional.of("the words are the same characters of one sentence");
        }
        return told
                ? Optional.of("the tables make the same claim in that sentence too")
                : Optional.empty();
    }

    private static String claim(EvidencedRow row, Statement value) {
        return value.triple() + " " + row.source() + " " + row.stance() + " " + row.saidIn();
    }

    private Set<String> sentencesOf(EvidencedRow row) {
        Set<String> touched = new TreeSet<>();
        Text text = tables.text(row.source());
        for (Passage passage : row.passages()) {
            int from = text.unit(passage.start());
            int to = text.unit(passage.end());
            sentences.getOrDefault(row.source(), List.of()).stream()
                    .filter(sentence -> sentence.overlaps(from, to))
                    .forEach(sentence -> touched.add(row.source() + sentence.start()));
        }
        return touched;
    }

    /// Where in the text the words for a value stand, of all that are within the row's passages.
    private Set<Integer> places(EvidencedRow row, int value) {
        Set<Integer> found = new TreeSet<>();
        Text text = tables.text(row.source());
        for (String part : WorkedOut.parts(row.words(value))) {
            for (Passage passage : row.passages()) {
                int from = text.unit(passage.start());
                String slice = text.slice(passage);
                Quotation.places(slice, part).forEach(at -> found.add(from + at));
            }
        }
        return found;
    }
}
