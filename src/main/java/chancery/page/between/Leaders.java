package chancery.page.between;

import chancery.page.Dates;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.timeline.Entry;
import chancery.page.timeline.Span;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// Who led a state: held an office of it that a source calls head of a state or of a government.
///
/// @param tenures   in the order of time, as far as it is known
/// @param elsewhere those of another time who may have led in this one too, for nobody says when
///     they began, or when they ended
public record Leaders(Link state, List<Tenure> tenures, List<Tenure> elsewhere) {
    private static final Node OFFICE_OF = Chy.term("officeOf");
    private static final Node OFFICE_KIND = Chy.term("officeKind");
    private static final Node OFFICE = Chy.term("office");
    private static final Node HOLDER = Chy.term("holder");
    private static final List<String> LEADING =
            List.of("id/concept/head-of-state", "id/concept/head-of-government");

    public Leaders {
        tenures = List.copyOf(tenures);
        elsewhere = List.copyOf(elsewhere);
    }

    /// @param dates begin, end, and when it is attested
    /// @param told  what nobody says of these; `""` if both are known
    /// @param hasBegin whether anybody says when it began
    /// @param hasEnd   whether anybody says when it ended
    public record Tenure(
            Link tenure,
            Link holder,
            Link office,
            List<Row.Date> dates,
            String told,
            Span span,
            boolean hasBegin,
            boolean hasEnd,
            Entry entry) {
        public Tenure {
            dates = List.copyOf(dates);
        }

        private boolean touches(Optional<LocalDate> from, Optional<LocalDate> to) {
            return Dated.touches(span.first().orElseThrow(), span.last().orElseThrow(), from, to);
        }

        /// Whether it may have begun before a time, or ended after it, by what nobody says.
        private boolean mayReach(Optional<LocalDate> from, Optional<LocalDate> to) {
            boolean isAfter = to.filter(span.first().orElseThrow()::isAfter).isPresent();
            return isAfter ? !hasBegin : from.isPresent() && !hasEnd;
        }
    }

    /// Those who may have led then, and those of whom nobody says when they led.
    ///
    /// @param until what is seen after that day is not known
    Leaders within(Optional<LocalDate> from, Optional<LocalDate> to, Optional<LocalDate> until) {
        List<Tenure> then =
                tenures.stream()
                        .filter(it -> !it.span().isKnown() || it.touches(from, to))
                        .toList();
        List<Tenure> others =
                tenures.stream()
                        .filter(it -> !then.contains(it) && it.mayReach(from, to))
                        .filter(it -> it.touches(Optional.empty(), until))
                        .toList();
        return new Leaders(state, then, others);
    }

    /// Whether somebody is known to have led then.
    public boolean areKnown() {
        return tenures.stream().anyMatch(it -> it.span().isKnown());
    }

    /// Those who are not drawn, because nobody says when they led.
    public List<Tenure> undated() {
        return tenures.stream().filter(it -> !it.span().isKnown()).toList();
    }

    static Leaders of(GraphView graph, Node state) {
        List<Tenure> tenures = new ArrayList<>();
        ItemReader reader = new ItemReader(graph);
        Rows rows = new Rows(graph);
        for (Node office : graph.subjects(OFFICE_OF, state)) {
            boolean isLeading =
                    LEADING.stream().anyMatch(it -> graph.has(office, OFFICE_KIND, graph.node(it)));
            if (isLeading) {
                graph.subjects(OFFICE, office).stream()
                        .map(tenure -> tenure(graph, reader, rows, tenure, office))
                        .flatMap(Optional::stream)
                        .forEach(tenures::add);
            }
        }
        tenures.sort(
                Comparator.comparing((Tenure it) -> it.span().first().orElse(LocalDate.MAX))
                        .thenComparing(it -> it.holder().text()));
        return new Leaders(graph.link(state), tenures, List.of());
    }

    private static Optional<Tenure> tenure(
            GraphView graph, ItemReader reader, Rows rows, Node tenure, Node office) {
        return graph.object(tenure, HOLDER)
                .map(
                        holder -> {
                            List<Dated> dates = reader.dates(tenure);
                            List<Node> claims = graph.claimsAbout(tenure).toList();
                            Span span = Dated.place(dates);
                            Link who = graph.link(holder);
                            String told = told(dates);
                            String words =
                                    graph.link(office).text() + (told.isEmpty() ? "" : ", " + told);
                            return new Tenure(
                                    graph.link(tenure),
                                    who,
                                    graph.link(office),
                                    rows.dates(dates, claims, true),
                                    told,
                                    span,
                                    !Dated.known(dates, Dated.BEGIN).isEmpty(),
                                    !Dated.known(dates, Dated.END).isEmpty(),
                                    new Entry(
                                            () ->
                                                    new Entry.Caption(
                                                            who.text(),
                                                            graph.link(tenure).href(),
                                                            words),
                                            span,
                                            Dated.known(dates, Dated.ATTESTED),
                                            true,
                                            false));
                        });
    }

    /// What is seen of a tenure, where nobody says when it began or ended.
    private static String told(List<Dated> dates) {
        boolean hasBegin = !Dated.known(dates, Dated.BEGIN).isEmpty();
        boolean hasEnd = !Dated.known(dates, Dated.END).isEmpty();
        if (hasBegin || hasEnd) {
            String other = hasBegin ? "end not told" : "begin not told";
            return hasBegin && hasEnd ? "" : other;
        }
        List<Span> seen = Dated.known(dates, Dated.ATTESTED);
        if (seen.isEmpty()) {
            return "no source says when";
        }
        Span all = Span.oneOf(seen);
        String first = Dates.inWords(all.first().orElseThrow().toString());
        String last = Dates.inWords(all.last().orElseThrow().toString());
        return first.equals(last)
                ? "seen in office on %s; begin and end not told".formatted(first)
                : "seen in office between %s and %s; begin and end not told".formatted(first, last);
    }
}
