package chancery.evidence;

import chancery.evidence.Sentences.Span;
import chancery.evidence.Texts.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which sentences of a text no row touches that are not furniture as a whole, and which of its
/// dates, numbers and names no row speaks of.
public final class Coverage {
    private Coverage() {}

    /// @param rows of this source and of others
    /// @param furniture the passages of furniture.csv, of this source and of others
    public static Report of(
            String source,
            Text text,
            Collection<EvidencedRow> rows,
            Collection<Passage> furniture,
            Names names) {
        List<Span> cited = spans(source, text, rows.stream().flatMap(r -> r.passages().stream()));
        BitSet silent = new BitSet();
        spans(source, text, furniture.stream()).forEach(s -> silent.set(s.start(), s.end()));
        List<Sentence> open = new ArrayList<>();
        int all = 0;
        for (Span sentence : Sentences.of(text.content())) {
            all++;
            boolean isCited = cited.stream().anyMatch(s -> sentence.overlaps(s.start(), s.end()));
            if (!isCited && !isAllFurniture(text, sentence, silent)) {
                String words = text.content().substring(sentence.start(), sentence.end());
                int start = text.content().codePointCount(0, sentence.start());
                open.add(
                        new Sentence(
                                start, start + words.codePointCount(0, words.length()), words));
            }
        }
        Mentions mentions = new Mentions(source, text, names);
        return new Report(source, all, open, mentions.all().size(), mentions.open(rows, furniture));
    }

    private static List<Span> spans(String source, Text text, Stream<Passage> passages) {
        return passages.filter(p -> p.source().equals(source) && p.end() <= text.length())
                .map(p -> new Span(text.unit(p.start()), text.unit(p.end())))
                .toList();
    }

    /// A word of furniture in a sentence says nothing about the rest of it.
    private static boolean isAllFurniture(Text text, Span sentence, BitSet furniture) {
        return IntStream.range(sentence.start(), sentence.end())
                .filter(at -> Character.isLetterOrDigit(text.content().charAt(at)))
                .allMatch(furniture::get);
    }

    /// @param sentences how many the text has
    /// @param open those that nothing touches, in order
    /// @param mentions how many dates, numbers and names the text has
    /// @param openMentions those that no row speaks of, in order
    public record Report(
            String source,
            int sentences,
            List<Sentence> open,
            int mentions,
            List<Mention> openMentions) {
        public Report {
            open = List.copyOf(open);
            openMentions = List.copyOf(openMentions);
        }
    }

    /// @param start in Unicode code points
    public record Sentence(int start, int end, String words) {}

    /// What a mention was found as.
    public enum Kind {
        DATE,
        NUMBER,
        NAME
    }

    /// @param start in Unicode code points
    public record Mention(Kind kind, int start, int end, String words) {}
}
