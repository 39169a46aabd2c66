package chancery.view;

import chancery.evidence.ValueNodes;
import chancery.time.Bounds;
import chancery.time.Edtf;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/// Whether a thing is part of the world of a day, by the times that are accepted of it.
///
/// What holds for a time (tenures, memberships, conditions, agreements in force, facilities,
/// states) holds *definitely* on a day that lies between the latest begin and the earliest end, or
/// within an attested time, and *possibly* unless the day lies before the earliest begin or after
/// the latest end. What happens (events, statements, figures) is there unless it happened later.
final class Holding {
    /// What begins, and what ends.
    private static final Set<Node> BEGINS =
            Set.of(Chy.term("begin"), Chy.term("signed"), Chy.term("entryIntoForce"));

    private static final Set<Node> ENDS = Set.of(Chy.term("end"), Chy.term("ended"));
    private static final Node ATTESTED = Chy.term("attested");
    private static final Node TIME = Chy.term("time");

    private final LocalDate day;
    private final Map<Node, List<Bounds>> begins = new HashMap<>();
    private final Map<Node, List<Bounds>> ends = new HashMap<>();
    private final Map<Node, List<Bounds>> attested = new HashMap<>();
    private final Map<Node, List<Bounds>> happened = new HashMap<>();

    /// @param dated triples whose objects are times
    Holding(LocalDate day, Collection<Triple> dated, ValueNodes values) {
        this.day = day;
        for (Triple triple : dated) {
            Map<Node, List<Bounds>> kind = kind(triple.getPredicate());
            Edtf time = values.time(triple.getObject()).orElse(null);
            if (kind != null && time != null) {
                kind.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>())
                        .add(time.bounds());
            }
        }
    }

    private @Nullable Map<Node, List<Bounds>> kind(Node property) {
        if (BEGINS.contains(property)) {
            return begins;
        }
        if (ENDS.contains(property)) {
            return ends;
        }
        if (property.equals(ATTESTED)) {
            return attested;
        }
        return property.equals(TIME) ? happened : null;
    }

    /// @return false when the thing was over before that day, or began or happened only later
    boolean isPossible(Node thing) {
        return none(begins, thing, b -> isLater(b.startEarliest()))
                && none(happened, thing, b -> isLater(b.startEarliest()))
                && none(ends, thing, b -> isEarlier(b.endLatest()));
    }

    /// @return whether it holds for certain, as far as the accepted times tell
    boolean isDefinite(Node thing) {
        boolean within =
                has(begins, thing, b -> isNotLater(b.startLatest()))
                        && has(ends, thing, b -> isNotEarlier(b.endEarliest()));
        boolean seen =
                has(
                        attested,
                        thing,
                        b -> isNotLater(b.startLatest()) && isNotEarlier(b.endEarliest()));
        return isPossible(thing) && (within || seen);
    }

    private boolean isLater(@Nullable LocalDate other) {
        return other != null && other.isAfter(day);
    }

    private boolean isEarlier(@Nullable LocalDate other) {
        return other != null && other.isBefore(day);
    }

    private boolean isNotLater(@Nullable LocalDate other) {
        return other != null && !other.isAfter(day);
    }

    private boolean isNotEarlier(@Nullable LocalDate other) {
        return other != null && !other.isBefore(day);
    }

    private static boolean none(Map<Node, List<Bounds>> times, Node thing, Predicate<Bounds> test) {
        return times.getOrDefault(thing, List.of()).stream().noneMatch(test);
    }

    private static boolean has(Map<Node, List<Bounds>> times, Node thing, Predicate<Bounds> test) {
        return times.getOrDefault(thing, List.of()).stream().anyMatch(test);
    }
}
