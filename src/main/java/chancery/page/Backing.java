package chancery.page;

import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/// What stands behind a triple of the graph.
///
/// @param claims   pages of the accepted claims that say so, or that it was computed from; empty
///     where nothing is claimed
/// @param disputes the disagreements that these claims are part of
/// @param basis    where it is from if no claim says it: `register`, `computed`, or `""`
public record Backing(List<Mark> claims, List<Link> disputes, String basis) {
    private static final Set<Node> BOUNDS = Set.of(Chy.term("earliest"), Chy.term("latest"));

    /// The earliest and the latest day are computed from these.
    private static final Set<Node> DATES =
            Set.of(
                    Chy.term("time"),
                    Chy.term("signed"),
                    Chy.term("begin"),
                    Chy.term("end"),
                    Chy.term("attested"));

    /// @param title who says so, for the reader who points at the mark
    public record Mark(int number, String href, String title) {}

    /// @param claims about the subject, whatever they say and whatever became of them
    public static Backing of(
            GraphView graph, Node subject, Node property, Node object, Collection<Node> claims) {
        Backing said =
                of(
                        graph,
                        claims,
                        claim ->
                                graph.has(claim, Terms.PREDICATE, property)
                                        && graph.has(claim, Terms.OBJECT, object),
                        "");
        if (!said.claims().isEmpty()) {
            return said;
        }
        String basis = graph.basis(subject, property, object);
        if (!basis.equals("computed")) {
            return new Backing(List.of(), List.of(), basis);
        }
        return BOUNDS.contains(property)
                ? of(graph, claims, claim -> isOf(graph, claim, DATES), basis)
                : of(
                        graph,
                        claims,
                        claim ->
                                graph.has(claim, Terms.OBJECT, object)
                                        && isBelow(graph, claim, property),
                        basis);
    }

    private static Backing of(
            GraphView graph, Collection<Node> claims, Predicate<Node> says, String basis) {
        List<Mark> marks = new ArrayList<>();
        Set<Node> disputes = new LinkedHashSet<>();
        for (Node claim : claims) {
            if (says.test(claim) && graph.has(claim, Terms.VERDICT, Terms.ACCEPTED)) {
                String title = "Stated in " + graph.text(claim, Terms.STATED_IN);
                marks.add(new Mark(marks.size() + 1, graph.link(claim).href(), title));
                disputes.addAll(graph.subjects(Terms.POSITION, claim));
            }
        }
        return new Backing(marks, graph.links(List.copyOf(disputes)), basis);
    }

    private static boolean isOf(GraphView graph, Node claim, Set<Node> properties) {
        return graph.object(claim, Terms.PREDICATE).filter(properties::contains).isPresent();
    }

    /// Every superproperty is written out, but the ontology names the next one only.
    private static boolean isBelow(GraphView graph, Node claim, Node property) {
        Set<Node> above = new LinkedHashSet<>(graph.objects(claim, Terms.PREDICATE));
        List<Node> next = List.copyOf(above);
        while (!next.isEmpty()) {
            next =
                    next.stream()
                            .flatMap(p -> graph.objects(p, Terms.SUBPROPERTY_OF).stream())
                            .filter(above::add)
                            .toList();
        }
        return above.contains(property);
    }
}
