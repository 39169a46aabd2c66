package chancery.page.answer;

import chancery.page.GraphView;
import chancery.time.BadTime;
import chancery.time.Bounds;
import chancery.time.Edtf;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/// The days within which a value lies, both inclusive.
record Span(LocalDate first, LocalDate last) {
    private static final Node EARLIEST = Chy.term("startEarliest");
    private static final Node LATEST = Chy.term("endLatest");

    /// A text of digits alone could be any number, so those of years have four.
    private static final Pattern DATE =
            Pattern.compile("(julian:)?[\\[{(/.]*-?[0-9X]{4}(?![0-9]).{0,60}");

    private static final Pattern MOMENT = Pattern.compile("(-?\\d{4,}-\\d\\d-\\d\\d)T.*");

    /// Of a date of XML Schema, a text in EDTF, or one of our times.
    ///
    /// @return empty for what is no date, or one that has no place on a line
    static Optional<Span> of(Cell cell, GraphView graph) {
        return cell.node().flatMap(node -> of(node, graph));
    }

    /// Whether it is a date, though it may lie nowhere, such as a day without a year.
    static boolean isDate(Cell cell, GraphView graph) {
        return cell.number().isEmpty()
                && cell.node()
                        .filter(node -> isWrittenDate(node) || isTime(node, graph))
                        .isPresent();
    }

    private static boolean isTime(Node node, GraphView graph) {
        return node.isURI() && graph.isA(node, Chy.term("Time"));
    }

    private static boolean isWrittenDate(Node node) {
        if (!node.isLiteral() || !node.getLiteralLanguage().isEmpty()) {
            return false;
        }
        String text = node.getLiteralLexicalForm();
        return MOMENT.matcher(text).matches()
                || (DATE.matcher(text).matches() && edtf(text).isPresent());
    }

    private static Optional<Span> of(Node node, GraphView graph) {
        if (isWrittenDate(node)) {
            String text = node.getLiteralLexicalForm();
            return edtf(MOMENT.matcher(text).replaceFirst("$1")).flatMap(Span::of);
        }
        if (!isTime(node, graph)) {
            return Optional.empty();
        }
        return day(graph.text(node, EARLIEST))
                .flatMap(from -> day(graph.text(node, LATEST)).map(to -> new Span(from, to)));
    }

    private static Optional<Edtf> edtf(String text) {
        try {
            return Optional.of(Edtf.parse(text));
        } catch (BadTime e) {
            return Optional.empty();
        }
    }

    private static Optional<Span> of(Edtf time) {
        Bounds bounds = time.bounds();
        LocalDate from = bounds.startEarliest();
        LocalDate to = bounds.endLatest();
        if (from == null || to == null) {
            return Optional.empty();
        }
        return Optional.of(new Span(from, to));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// From the begin of this one to the end of another; this one if the other ends before.
    Span to(Span other) {
        return other.last().isBefore(first) ? this : new Span(first, other.last());
    }
}
