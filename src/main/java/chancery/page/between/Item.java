package chancery.page.between;

import chancery.page.timeline.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// A thing between two states, as far as choosing it and giving it a place in time needs to know.
///
/// @param isSure    whether accepted statements connect it with both, and it is no mere possibility
/// @param dates     those accepted; if there are none, those that somebody gives
/// @param isDateSure whether the dates are accepted
/// @param span      where it stands on the axis
/// @param first     the earliest day of all its dates
/// @param last      the latest
/// @param claims    about it
/// @param sources   that say something of it
/// @param stances   of what they say
/// @param disputes  disagreements of which a claim about it is part
record Item(
        Kind kind,
        Node node,
        boolean isSure,
        List<Dated> dates,
        boolean isDateSure,
        Span span,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        List<Node> claims,
        Set<Node> sources,
        Set<Node> stances,
        List<Node> disputes) {
    /// By date; then what has a day without a year; then what has no date.
    static final Comparator<Item> BY_DATE =
            Comparator.comparing((Item it) -> it.span().first().orElse(LocalDate.MAX))
                    .thenComparing(it -> it.span().last().orElse(LocalDate.MAX))
                    .thenComparing(it -> !it.isYearless())
                    .thenComparing(Item::kind)
                    .thenComparing(it -> it.node().toString());

    Item {
        dates = List.copyOf(dates);
        claims = List.copyOf(claims);
        sources = Set.copyOf(sources);
        stances = Set.copyOf(stances);
        disputes = List.copyOf(disputes);
    }

    boolean isDated() {
        return first.isPresent();
    }

    boolean isYearless() {
        return !isDated() && dates.stream().anyMatch(Dated::isYearless);
    }

    boolean isDisputed() {
        return !disputes.isEmpty();
    }
}
