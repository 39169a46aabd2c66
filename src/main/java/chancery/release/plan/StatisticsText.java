package chancery.release.plan;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;

/// The counts as Jena reads them, sorted: the same counts give the same bytes.
///
/// Of the patterns for a predicate the first that matches holds, and of it and those for any
/// predicate (`TERM`) the smaller one. So the latter must not be smaller than any of the former:
/// they are there for predicates that are still to be found, which Jena puts last otherwise.
final class StatisticsText {
    private final Map<String, Long> classes = new TreeMap<>();
    private final Map<String, PredicateCount> predicates = new TreeMap<>();

    void ofClass(Node type, long things) {
        classes.put(NodeFmtLib.strNT(type), things);
    }

    void ofPredicate(Node predicate, PredicateCount count) {
        predicates.put(NodeFmtLib.strNT(predicate), count);
    }

    @Override
    public String toString() {
        PredicateCount all =
                predicates.values().stream()
                        .reduce(new PredicateCount(0, 0, 0), PredicateCount::plus);
        StringBuilder text = new StringBuilder("(stats\n");
        // Jena reads it as an int
        text.append("  (meta (count ")
                .append(Math.min(all.triples(), Integer.MAX_VALUE))
                .append("))\n");
        String type = NodeFmtLib.strNT(RDF.Nodes.type);
        classes.forEach((name, things) -> add("VAR", type, name, (double) things, text));
        predicates.forEach(
                (name, count) ->
                        add(
                                name,
                                count.perSubject(),
                                count.perObject(),
                                (double) count.triples(),
                                text));
        if (!predicates.isEmpty()) {
            add("VAR", all.perSubject(), all.perObject(), (double) all.triples(), text);
            add(
                    "TERM",
                    greatest(PredicateCount::perSubject),
                    greatest(PredicateCount::perObject),
                    greatest(count -> (double) count.triples()),
                    text);
        }
        return text.append(")\n").toString();
    }

    private double greatest(ToDoubleFunction<PredicateCount> number) {
        return predicates.values().stream().mapToDouble(number).max().orElse(1);
    }

    private static void add(
            String predicate,
            double perSubject,
            double perObject,
            double triples,
            StringBuilder text) {
        add("TERM", predicate, "ANY", perSubject, text);
        add("ANY", predicate, "TERM", perObject, text);
        add("ANY", predicate, "ANY", triples, text);
    }

    private static void add(
            String subject, String predicate, String object, double triples, StringBuilder text) {
        text.append(
                String.format(
                        Locale.ROOT, "  ((%s %s %s) %.2f)\n", subject, predicate, object, triples));
    }
}
