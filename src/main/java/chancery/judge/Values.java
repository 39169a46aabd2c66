package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.evidence.ValueNodes;
import chancery.measure.Quantity;
import chancery.time.Edtf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/// How one value of a property stands to another, with precision in mind: times by their bounds,
/// figures after conversion, things by what they lie in or are a kind of.
final class Values {
    /// How the first value stands to the second.
    enum Standing {
        SAME,
        /// The first says what the second says, more exactly.
        REFINES,
        /// The second says what the first says, more exactly.
        REFINED_BY,
        /// Both can be true, and neither contains the other.
        COMPATIBLE,
        CONTRADICTS
    }

    private final ValueNodes nodes;
    private final Map<Node, Set<Node>> wider = new HashMap<>();

    Values(ValueNodes nodes) {
        this.nodes = nodes;
    }

    /// Remembers that a place lies in another, or a kind is of a broader kind.
    void isWithin(Node narrow, Node wide) {
        wider.computeIfAbsent(narrow, n -> new LinkedHashSet<>()).add(wide);
    }

    Standing compare(Node a, Node b) {
        if (a.equals(b)) {
            return Standing.SAME;
        }
        Edtf time = nodes.time(a).orElse(null);
        Edtf otherTime = nodes.time(b).orElse(null);
        if (time != null && otherTime != null) {
            return standing(Edtf.compare(time, otherTime), time, otherTime);
        }
        Quantity figure = nodes.quantity(a).orElse(null);
        Quantity otherFigure = nodes.quantity(b).orElse(null);
        if (figure != null && otherFigure != null) {
            return standing(Quantity.compare(figure, otherFigure), figure, otherFigure);
        }
        if (isAmong(b, a)) {
            return Standing.REFINES;
        }
        return isAmong(a, b) ? Standing.REFINED_BY : Standing.CONTRADICTS;
    }

    private static Standing standing(chancery.time.Verdict verdict, Object a, Object b) {
        return switch (verdict) {
            case SAME ->
                    isPlainer(a.toString(), b.toString()) ? Standing.REFINES : Standing.REFINED_BY;
            case REFINES -> Standing.REFINES;
            case REFINED_BY -> Standing.REFINED_BY;
            case COMPATIBLE -> Standing.COMPATIBLE;
            case DISJOINT -> Standing.CONTRADICTS;
        };
    }

    /// Of two spellings of one value the shorter stands for both: `2008` for `2008?`.
    private static boolean isPlainer(String a, String b) {
        int length = Integer.compare(a.length(), b.length());
        return (length != 0 ? length : a.compareTo(b)) < 0;
    }

    /// @return whether `wide` is above `narrow`
    private boolean isAmong(Node wide, Node narrow) {
        Set<Node> seen = new HashSet<>();
        Set<Node> next = Set.of(narrow);
        while (!next.isEmpty()) {
            Set<Node> above = new LinkedHashSet<>();
            for (Node each : next) {
                if (seen.add(each)) {
                    above.addAll(wider.getOrDefault(each, Set.of()));
                }
            }
            if (above.contains(wide)) {
                return true;
            }
            next = above;
        }
        return false;
    }

    ValueNodes nodes() {
        return nodes;
    }

    /// A value for people: `2002-01-25`, `301.1 km`, the last part of an IRI.
    String shown(Node value) {
        if (nodes.quantity(value).isPresent()) {
            return nodes.quantity(value).get().label();
        }
        if (nodes.time(value).isPresent()) {
            return nodes.time(value).get().toString();
        }
        if (!value.isURI()) {
            return value.getLiteralLexicalForm();
        }
        String iri = value.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /// What stands against what: `301.1 mi (wikipedia-2010) against 301.1 km (wikipedia-2016)`.
    String versus(Iterable<ClaimKey> positions) {
        Map<String, Set<String>> sources = new TreeMap<>();
        for (ClaimKey key : positions) {
            sources.computeIfAbsent(shown(key.triple().getObject()), v -> new TreeSet<>())
                    .add(key.source());
        }
        return sources.entrySet().stream()
                .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
                .collect(Collectors.joining(" against "));
    }
}
