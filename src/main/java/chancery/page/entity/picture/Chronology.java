package chancery.page.entity.picture;

import chancery.page.GraphView;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// When things are, by the accepted times that stand at them.
public final class Chronology {
    /// Properties whose values are times, with the word for what happened then.
    private static final Map<Node, String> DATES =
            Map.of(
                    Chy.term("time"), "",
                    Chy.term("signed"), "signed",
                    Chy.term("entryIntoForce"), "entered into force",
                    Chy.term("ended"), "ended",
                    Chy.term("begin"), "begun",
                    Chy.term("end"), "ended",
                    Chy.term("attested"), "attested",
                    Chy.term("covers"), "covers");

    private final GraphView graph;
    private final Map<Node, Optional<Span>> spans = new HashMap<>();

    /// @param from days since 1970 of the earliest begin, or of the earliest end where no begin is
    ///     known
    /// @param to   likewise of the latest end
    /// @param isWithin whether it was at some time within these days, not all of them long
    public record Span(long from, long to, boolean isWithin) {}

    /// A time at a thing.
    public record Dated(Node thing, Node property, Node time, Optional<Span> span) {
        String word() {
            return DATES.getOrDefault(property, "");
        }
    }

    public Chronology(GraphView graph) {
        this.graph = graph;
    }

    static Set<Node> dates() {
        return DATES.keySet();
    }

    public static boolean isDate(Node property) {
        return DATES.containsKey(property);
    }

    /// All times at a thing, in no order.
    public List<Dated> of(Node thing) {
        return graph.triplesOf(thing)
                .filter(t -> isDate(t.getPredicate()))
                .map(this::dated)
                .toList();
    }

    private Dated dated(Triple triple) {
        return new Dated(
                triple.getSubject(),
                triple.getPredicate(),
                triple.getObject(),
                span(triple.getObject()));
    }

    /// @return empty for what has no bounds: no time, or a day without a year
    public Optional<Span> span(Node time) {
        return spans.computeIfAbsent(time, this::read);
    }

    private Optional<Span> read(Node time) {
        if (!time.isURI() || !graph.isA(time, Chy.TIME)) {
            return Optional.empty();
        }
        Optional<Long> start = day(time, "startEarliest").or(() -> day(time, "endEarliest"));
        Optional<Long> end = day(time, "endLatest").or(() -> day(time, "startLatest"));
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        long from = start.orElseGet(() -> end.orElse(0L));
        long to = Math.max(from, end.orElse(from));
        return Optional.of(new Span(from, to, from < to && isOneDate(time)));
    }

    /// A single date begins and ends at the same uncertain time.
    private boolean isOneDate(Node time) {
        return day(time, "startEarliest").equals(day(time, "endEarliest"))
                && day(time, "startLatest").equals(day(time, "endLatest"));
    }

    private Optional<Long> day(Node time, String bound) {
        return graph.onlyObject(time, Chy.term(bound))
                .flatMap(node -> epochDay(graph.link(node).text()));
    }

    /// @param date as `xsd:date` writes it
    private static Optional<Long> epochDay(String date) {
        // Java wants a plus before a year of more than four digits
        String written = date.matches("\\d{5,}-.*") ? "+" + date : date;
        try {
            return Optional.of(LocalDate.parse(written).toEpochDay());
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /// Things by their first date; those without one at the end, by label.
    public List<Node> inOrder(List<Node> things) {
        Map<Node, Long> first = new HashMap<>();
        for (Node thing : things) {
            first.put(
                    thing,
                    of(thing).stream()
                            .flatMap(dated -> dated.span().stream())
                            .mapToLong(Span::from)
                            .min()
                            .orElse(Long.MAX_VALUE));
        }
        List<Node> ordered = new ArrayList<>(graph.sorted(things));
        ordered.sort(Comparator.comparing(first::get));
        return ordered;
    }
}
