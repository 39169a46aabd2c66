package chancery.page.between;

import chancery.page.Backing.Mark;
import chancery.page.Dates;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import chancery.page.timeline.Entry;
import chancery.page.timeline.Entry.Caption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/// Writes out what is to be shown of things: names, dates in words, what stands behind them.
final class Rows {
    private static final int MOST_MARKS = 4;
    private static final int MOST_DATES = 8;

    private final GraphView graph;

    Rows(GraphView graph) {
        this.graph = graph;
    }

    Row of(Item item) {
        List<Row.Date> dates = dates(item.dates(), item.claims(), item.isDateSure());
        boolean isMarked = dates.stream().anyMatch(date -> !date.marks().isEmpty());
        return new Row(
                part(item),
                item.kind(),
                graph.link(item.node()),
                dates,
                isMarked ? List.of() : marks(item.claims()),
                graph.links(sorted(item.sources())),
                item.isSure(),
                item.isDateSure() || item.dates().isEmpty(),
                item.isSure() ? List.of() : stances(item),
                graph.links(item.disputes()));
    }

    private static List<String> stances(Item item) {
        return item.stances().stream()
                .map(PairTable::local)
                .sorted()
                .map(
                        stance ->
                                switch (stance) {
                                    case "asserts" -> "only said";
                                    case "plans" -> "planned";
                                    case "asks" -> "asked for";
                                    case "denies" -> "denied";
                                    default -> stance;
                                })
                .toList();
    }

    private static Row.Part part(Item item) {
        if (item.isDated()) {
            return Row.Part.DATED;
        }
        return item.isYearless() ? Row.Part.YEARLESS : Row.Part.UNDATED;
    }

    /// For the drawing, with fewer words.
    Entry entry(Item item) {
        return new Entry(
                () -> caption(item),
                item.span(),
                Dated.known(item.dates(), Dated.ATTESTED),
                item.isSure() && item.isDateSure(),
                item.isDisputed());
    }

    private Caption caption(Item item) {
        Link link = graph.link(item.node());
        StringBuilder words = new StringBuilder(item.kind().one());
        inOrder(item.dates()).stream()
                .limit(2)
                .forEach(
                        date ->
                                words.append(", ")
                                        .append(graph.link(date.property()).text())
                                        .append(' ')
                                        .append(words(date).text()));
        words.append(item.isSure() ? "" : ", only said");
        words.append(item.isDisputed() ? ", disputed" : "");
        return new Caption(link.text(), link.href(), words.toString());
    }

    List<Row.Date> dates(List<Dated> dates, Collection<Node> claims, boolean isSure) {
        return inOrder(dates).stream()
                .limit(MOST_DATES)
                .map(
                        date ->
                                new Row.Date(
                                        graph.link(date.property()),
                                        words(date),
                                        date.edtf(),
                                        marks(claims, date, isSure)))
                .toList();
    }

    private static List<Dated> inOrder(List<Dated> dates) {
        return dates.stream()
                .sorted(
                        Comparator.comparingInt(
                                        (Dated it) -> Dated.PROPERTIES.indexOf(it.property()))
                                .thenComparing(Dated::edtf)
                                .thenComparing(it -> it.value().toString()))
                .toList();
    }

    private Link words(Dated date) {
        Link link = graph.link(date.value());
        return date.edtf().isEmpty()
                ? link
                : new Link(Dates.inWords(date.edtf()), link.href(), "en");
    }

    /// Of claims that give this date; of accepted ones alone where the date is accepted.
    private List<Mark> marks(Collection<Node> claims, Dated date, boolean isSure) {
        return marks(
                claims.stream()
                        .filter(claim -> graph.has(claim, Terms.PREDICATE, date.property()))
                        .filter(claim -> graph.has(claim, Terms.OBJECT, date.value()))
                        .filter(claim -> !isSure || graph.has(claim, Terms.VERDICT, Terms.ACCEPTED))
                        .toList());
    }

    private List<Mark> marks(Collection<Node> claims) {
        List<Mark> marks = new ArrayList<>();
        for (Node claim : sorted(claims)) {
            if (marks.size() == MOST_MARKS) {
                break;
            }
            // short: a page has hundreds of them
            String title =
                    graph.triplesOf(claim)
                            .filter(triple -> triple.getPredicate().equals(Terms.STATED_IN))
                            .map(triple -> PairTable.local(triple.getObject()))
                            .sorted()
                            .collect(Collectors.joining(", ", "Stated in ", ""));
            marks.add(new Mark(marks.size() + 1, graph.link(claim).href(), title));
        }
        return marks;
    }

    private static List<Node> sorted(Collection<Node> nodes) {
        return nodes.stream().sorted(Comparator.comparing(Node::toString)).toList();
    }
}
