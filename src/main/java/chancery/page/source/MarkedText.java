package chancery.page.source;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A text with the passages that are cited from it, cut into what stands together.
final class MarkedText {
    private final String text;
    private final List<Span> spans;

    /// A passage.
    ///
    /// @param start first character, 0-based, in code points
    /// @param end   the one after the last
    record Span(int start, int end, String href) {}

    /// A part of the text, in `char`s.
    record Range(int from, int to) {
        int length() {
            return to - from;
        }
    }

    /// @param spans in code points, in any order; those that leave the text are left out
    MarkedText(String text, List<Span> spans) {
        this.text = text;
        this.spans = inChars(text, spans);
    }

    private static List<Span> inChars(String text, List<Span> spans) {
        TreeSet<Integer> positions = new TreeSet<>();
        spans.forEach(span -> positions.addAll(List.of(span.start(), span.end())));
        Map<Integer, Integer> chars = new TreeMap<>();
        int at = 0;
        int point = 0;
        int points = text.codePointCount(0, text.length());
        for (int position : positions) {
            if (position <= points) {
                at = text.offsetByCodePoints(at, position - point);
                point = position;
                chars.put(position, at);
            }
        }
        return spans.stream()
                .filter(span -> chars.containsKey(span.end()))
                .map(
                        span ->
                                new Span(
                                        chars.getOrDefault(span.start(), 0),
                                        chars.getOrDefault(span.end(), 0),
                                        span.href()))
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList();
    }

    /// Lines that are not blank.
    List<Range> paragraphs() {
        List<Range> paragraphs = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (!text.substring(from, to).isBlank()) {
                paragraphs.add(new Range(from, to));
            }
            from = to + 1;
        }
        return paragraphs;
    }

    /// Sentences with passages in them; those that share one are together.
    List<Range> sentences() {
        List<Range> sentences = new ArrayList<>();
        for (Span span : spans) {
            Range range = sentence(span);
            if (!sentences.isEmpty() && range.from() < sentences.getLast().to()) {
                Range last = sentences.removeLast();
                range =
                        new Range(
                                Math.min(last.from(), range.from()),
                                Math.max(last.to(), range.to()));
            }
            sentences.add(range);
        }
        return sentences;
    }

    private Range sentence(Span span) {
        int paragraph = text.lastIndexOf('\n', span.start() - 1) + 1;
        int paragraphEnd = text.indexOf('\n', span.end());
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text.substring(paragraph, paragraphEnd < 0 ? text.length() : paragraphEnd));
        int start = span.start() - paragraph;
        int end = span.end() - paragraph;
        return new Range(
                paragraph + (breaks.isBoundary(start) ? start : breaks.preceding(start)),
                paragraph + (breaks.isBoundary(end) ? end : breaks.following(end)));
    }

    /// A part of the text, cut wherever a passage begins or ends.
    List<Words.Piece> pieces(Range range) {
        List<Span> inside =
                spans.stream()
                        .filter(span -> span.start() < range.to() && span.end() > range.from())
                        .toList();
        List<Integer> cuts =
                Stream.concat(
                                Stream.of(range.from(), range.to()),
                                inside.stream().flatMap(s -> Stream.of(s.start(), s.end())))
                        .filter(at -> at >= range.from() && at <= range.to())
                        .distinct()
                        .sorted()
                        .toList();
        List<Words.Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            int from = cuts.get(i);
            int to = cuts.get(i + 1);
            String href =
                    inside.stream()
                            .filter(span -> span.start() <= from && span.end() >= to)
                            .min(Comparator.comparingInt(span -> span.end() - span.start()))
                            .map(Span::href)
                            .orElse("");
            pieces.add(new Words.Piece(text.substring(from, to), href));
        }
        return pieces;
    }
}
