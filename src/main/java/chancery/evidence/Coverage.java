package chancery.evidence;

import chancery.evidence.Sentences.Span;
import chancery.evidence.Texts.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Which sentences of a text no row and no line of furniture.csv touches.
public final class Coverage {
    private Coverage() {}

    /// @param touched every passage of rows and furniture, of this source
    public static Report of(String source, Text text, Collection<Passage> touched) {
        List<Span> spans =
                touched.stream()
                        .filter(p -> p.source().equals(source) && p.end() <= text.length())
                        .map(p -> new Span(text.unit(p.start()), text.unit(p.end())))
                        .toList();
        List<Sentence> open = new ArrayList<>();
        int all = 0;
        for (Span sentence : Sentences.of(text.content())) {
            all++;
            if (spans.stream().noneMatch(s -> sentence.overlaps(s.start(), s.end()))) {
                String words = text.content().substring(sentence.start(), sentence.end());
                int start = text.content().codePointCount(0, sentence.start());
                open.add(
                        new Sentence(
                                start, start + words.codePointCount(0, words.length()), words));
            }
        }
        return new Report(source, all, open);
    }

    /// @param sentences how many the text has
    /// @param open those that nothing touches, in order
    public record Report(String source, int sentences, List<Sentence> open) {
        public Report {
            open = List.copyOf(open);
        }
    }

    /// @param start in Unicode code points
    public record Sentence(int start, int end, String words) {}
}
