package chancery.guard.path;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/// Where paths lead in one graph. Sequences and alternatives give a place once for each way to it,
/// the repeating forms once (SPARQL 1.1, 18.4).
public final class PathWalk {
    private final Graph graph;
    private final Walked walked;

    public PathWalk(Graph graph, Walked walked) {
        this.graph = graph;
        this.walked = walked;
    }

    /// Whether the path has forms of SPARQL alone.
    public static boolean knows(Path path) {
        return switch (path) {
            case P_Link link -> true;
            case P_ReverseLink link -> true;
            case P_NegPropSet negated -> true;
            case P_Inverse inverse -> knows(inverse.getSubPath());
            case P_Seq sequence -> knows(sequence.getLeft()) && knows(sequence.getRight());
            case P_Alt either -> knows(either.getLeft()) && knows(either.getRight());
            case P_ZeroOrOne optional -> knows(optional.getSubPath());
            case P_ZeroOrMore1 any -> knows(any.getSubPath());
            case P_OneOrMore1 some -> knows(some.getSubPath());
            default -> false;
        };
    }

    /// @param forward from the path's begin to its end, else the other way
    public Iterator<Node> from(Node start, Path path, boolean forward) {
        walked.step();
        return switch (path) {
            case P_Link link -> one(start, link.getNode(), forward);
            case P_ReverseLink link -> one(start, link.getNode(), !forward);
            case P_Inverse inverse -> from(start, inverse.getSubPath(), !forward);
            case P_NegPropSet negated -> others(start, negated, forward);
            case P_Seq sequence -> {
                Path first = forward ? sequence.getLeft() : sequence.getRight();
                Path second = forward ? sequence.getRight() : sequence.getLeft();
                yield Iter.flatMap(
                        from(start, first, forward), place -> from(place, second, forward));
            }
            case P_Alt either ->
                    Iter.concat(
                            from(start, either.getLeft(), forward),
                            from(start, either.getRight(), forward));
            case P_ZeroOrOne optional -> {
                Set<Node> seen = new HashSet<>();
                yield Iter.filter(
                        Iter.concat(
                                List.of(start).iterator(),
                                from(start, optional.getSubPath(), forward)),
                        place -> isNew(place, seen));
            }
            case P_ZeroOrMore1 any ->
                    new Reached(
                            start, true, place -> from(place, any.getSubPath(), forward), walked);
            case P_OneOrMore1 some ->
                    new Reached(
                            start, false, place -> from(place, some.getSubPath(), forward), walked);
            default -> throw new IllegalArgumentException("no path of SPARQL: " + path);
        };
    }

    /// The end, once for each way to it from the start.
    public Iterator<Node> between(Node start, Path path, Node end) {
        walked.step();
        return switch (path) {
            case P_Link link -> step(start, link.getNode(), end, end);
            case P_ReverseLink link -> step(end, link.getNode(), start, end);
            case P_Alt either ->
                    Iter.concat(
                            between(start, either.getLeft(), end),
                            between(start, either.getRight(), end));
            default -> Iter.filter(from(start, path, true), end::equals);
        };
    }

    private Iterator<Node> step(Node subject, Node property, Node object, Node end) {
        return isSubject(subject) && graph.contains(subject, property, object)
                ? List.of(end).iterator()
                : Collections.emptyIterator();
    }

    /// Where a path may begin: at least all places from which it leads somewhere, each once.
    public Iterator<Node> starts(Path path, boolean forward) {
        return switch (path) {
            case P_Link link -> ends(link.getNode(), forward);
            case P_ReverseLink link -> ends(link.getNode(), !forward);
            case P_Inverse inverse -> starts(inverse.getSubPath(), !forward);
            case P_OneOrMore1 some -> starts(some.getSubPath(), forward);
            case P_Seq sequence -> {
                Path first = forward ? sequence.getLeft() : sequence.getRight();
                yield isOptional(first) ? all() : starts(first, forward);
            }
            case P_Alt either -> {
                if (isOptional(either)) {
                    yield all();
                }
                Set<Node> seen = new HashSet<>();
                yield Iter.filter(
                        Iter.concat(
                                starts(either.getLeft(), forward),
                                starts(either.getRight(), forward)),
                        place -> isNew(place, seen));
            }
            default -> all();
        };
    }

    /// Every subject and object of the graph, once.
    private Iterator<Node> all() {
        Set<Node> seen = new HashSet<>();
        return Iter.filter(
                Iter.flatMap(
                        graph.find(Node.ANY, Node.ANY, Node.ANY),
                        triple -> List.of(triple.getSubject(), triple.getObject()).iterator()),
                place -> isNew(place, seen));
    }

    /// Whether it leads from a place to itself by no step.
    private static boolean isOptional(Path path) {
        return switch (path) {
            case P_ZeroOrOne optional -> true;
            case P_ZeroOrMore1 any -> true;
            case P_OneOrMore1 some -> isOptional(some.getSubPath());
            case P_Inverse inverse -> isOptional(inverse.getSubPath());
            case P_Seq sequence ->
                    isOptional(sequence.getLeft()) && isOptional(sequence.getRight());
            case P_Alt either -> isOptional(either.getLeft()) || isOptional(either.getRight());
            default -> false;
        };
    }

    private Iterator<Node> ends(Node property, boolean forward) {
        Set<Node> seen = new HashSet<>();
        return Iter.filter(
                Iter.map(
                        graph.find(Node.ANY, property, Node.ANY),
                        forward ? Triple::getSubject : Triple::getObject),
                place -> isNew(place, seen));
    }

    private boolean isNew(Node place, Set<Node> seen) {
        walked.step();
        if (seen.add(place)) {
            walked.remember(place);
            return true;
        }
        return false;
    }

    private Iterator<Node> one(Node start, Node property, boolean forward) {
        if (forward) {
            return isSubject(start)
                    ? Iter.map(graph.find(start, property, Node.ANY), Triple::getObject)
                    : Collections.emptyIterator();
        }
        return Iter.map(graph.find(Node.ANY, property, start), Triple::getSubject);
    }

    private Iterator<Node> others(Node start, P_NegPropSet negated, boolean forward) {
        List<Node> ahead = negated.getFwdNodes();
        List<Node> back = negated.getBwdNodes();
        Iterator<Node> ways = Collections.emptyIterator();
        if (!ahead.isEmpty() || back.isEmpty()) {
            ways = Iter.concat(ways, allBut(start, ahead, forward));
        }
        return back.isEmpty() ? ways : Iter.concat(ways, allBut(start, back, !forward));
    }

    private Iterator<Node> allBut(Node start, List<Node> properties, boolean forward) {
        if (forward && !isSubject(start)) {
            return Collections.emptyIterator();
        }
        Iterator<Triple> triples =
                forward
                        ? graph.find(start, Node.ANY, Node.ANY)
                        : graph.find(Node.ANY, Node.ANY, start);
        return Iter.map(
                Iter.filter(
                        triples,
                        triple -> {
                            walked.step();
                            return !properties.contains(triple.getPredicate());
                        }),
                forward ? Triple::getObject : Triple::getSubject);
    }

    private static boolean isSubject(Node term) {
        return term.isURI() || term.isBlank();
    }
}
