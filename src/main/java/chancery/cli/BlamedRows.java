package chancery.cli;

import chancery.evidence.Claim;
import chancery.evidence.Support;
import chancery.release.Contract.Violation;
import chancery.table.Position;
import chancery.vocab.Base;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Finds the rows to which a violation of the contract goes back, so that a message can name them.
///
/// To blame are the rows that state the value that was found; failing that, those that give the
/// thing the property; failing that, the one that names the thing, or those that point to it.
final class BlamedRows {
    private static final int ROWS_SHOWN = 3;

    private final Seeds seeds;
    private final Map<Node, List<Stated>> bySubject = new HashMap<>();
    private final Map<Node, List<Position>> byObject = new HashMap<>();
    private final Map<Node, List<Position>> byClaim = new HashMap<>();

    /// A triple, and a row that states it.
    private record Stated(Triple triple, Position row) {}

    BlamedRows(Seeds seeds, Base base) {
        this.seeds = seeds;
        seeds.register().forEach(this::note);
        for (Claim claim : seeds.claims()) {
            List<Position> rows = claim.supports().stream().map(Support::position).toList();
            rows.forEach(row -> note(claim.key().triple(), row));
            byClaim.put(claim.key().node(base), rows);
        }
    }

    private void note(Triple triple, Position row) {
        bySubject
                .computeIfAbsent(triple.getSubject(), s -> new ArrayList<>())
                .add(new Stated(triple, row));
        byObject.computeIfAbsent(triple.getObject(), o -> new ArrayList<>()).add(row);
    }

    /// @return `rows: thing: found …, expected …`
    String line(Violation violation) {
        String found = violation.found().isEmpty() ? "" : ": found " + violation.found();
        return shown(rows(violation))
                + ": "
                + violation.focus()
                + found
                + ", "
                + violation.message();
    }

    private List<Position> rows(Violation violation) {
        Node focus = violation.focus();
        List<Node> properties = violation.properties();
        Predicate<Triple> ofProperty = triple -> properties.contains(triple.getPredicate());
        Predicate<Triple> ofValue =
                triple -> violation.value().filter(triple.getObject()::equals).isPresent();
        return Stream.of(
                        stating(focus, ofProperty.and(ofValue)),
                        // a superproperty that was written out has the value of the property
                        stating(focus, ofValue),
                        stating(focus, ofProperty),
                        byClaim.getOrDefault(focus, List.of()),
                        Stream.ofNullable(seeds.origins().get(focus)).toList(),
                        byObject.getOrDefault(focus, List.of()))
                .filter(rows -> !rows.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Position> stating(Node subject, Predicate<Triple> what) {
        return bySubject.getOrDefault(subject, List.of()).stream()
                .filter(stated -> what.test(stated.triple()))
                .map(Stated::row)
                .distinct()
                .toList();
    }

    private static String shown(List<Position> rows) {
        if (rows.isEmpty()) {
            return "ontology/shapes.ttl";
        }
        String first =
                rows.stream()
                        .limit(ROWS_SHOWN)
                        .map(Position::toString)
                        .collect(Collectors.joining(", "));
        int more = rows.size() - ROWS_SHOWN;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
