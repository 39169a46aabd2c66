package chancery.page.between;

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
/// @param tenures in the order of time, as far as it is known
public record Leaders(Link state, List<Tenure> tenures) {
    private static final Node OFFICE_OF = Chy.term("officeOf");
    private static final Node OFFICE_KIND = Chy.term("officeKind");
    private static final Node OFFICE = Chy.term("office");
    private static final Node HOLDER = Chy.term("holder");
    private static final List<String> LEADING =
            List.of("id/concept/head-of-state", "id/concept/head-of-government");

    public Leaders {
        tenures = List.copyOf(tenures);
    }

    /// @param dates begin, end, and when it is attested
    public record Tenure(
            Link tenure, Link holder, Link office, List<Row.Date> dates, Span span, Entry entry) {
        public Tenure {
            dates = List.copyOf(dates);
        }
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
        return new Leaders(graph.link(state), tenures);
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
                            return new Tenure(
                                    graph.link(tenure),
                                    who,
                                    graph.link(office),
                                    rows.dates(dates, claims, true),
                                    span,
                                    new Entry(
                                            () ->
                                                    new Entry.Caption(
                                                            who.text(),
                                                            graph.link(tenure).href(),
                                                            graph.link(office).text()),
                                            span,
                                            Dated.known(dates, Dated.ATTESTED),
                                            true,
                                            false));
                        });
    }
}
