package chancery.page;

import chancery.page.browse.Inventory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The first page.
///
/// @param things   classes of things, with how many there are
/// @param evidence the same for claims, sources and the like
/// @param disagreements how many there are
/// @param newest   a few of them
/// @param pair     two states to begin with
/// @param triples  in the release; -1 if unknown
/// @param examples a few questions
public record HomePage(
        List<ClassCount> things,
        List<ClassCount> evidence,
        long disagreements,
        List<DisagreementPage> newest,
        Optional<Pair> pair,
        long triples,
        List<Example> examples) {
    private static final String DISAGREEMENT = "Disagreement";

    private static final Set<String> EVIDENCE =
            Set.of("Claim", "Source", "Passage", "Statement", "Work");

    /// Counted elsewhere or only there to hold values: nobody looks for them here.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "Time",
                    "Quantity",
                    "Actor",
                    "Stance",
                    "Verdict",
                    "DisagreementKind",
                    "Link",
                    "Constraint",
                    "Certainty",
                    "Provision",
                    DISAGREEMENT);

    private static final int NEWEST = 5;
    private static final int EXAMPLES = 10;

    /// What newcomers ask; where these are missing, the first of all stand in for them.
    private static final List<String> ASKED_FIRST =
            List.of(
                    "agreements-signed-on-2002-01-25",
                    "office-holder-on-date",
                    "between-two-states",
                    "entry-into-force-2003-agreement",
                    "disagreements",
                    "denials-against-assertions",
                    "visits",
                    "precision-of-trade-figures",
                    "population-of-azerbaijan",
                    "claim-to-passage");

    /// @param href of what is between them
    public record Pair(Link one, Link other, String href) {}

    /// @param pair ids of the two states to begin with
    public static HomePage of(
            GraphView graph,
            List<ClassCount> counts,
            Optional<Inventory.Pair> pair,
            long triples,
            List<Example> examples) {
        return new HomePage(
                counts.stream()
                        .filter(count -> !EVIDENCE.contains(count.name()))
                        .filter(count -> !LEFT_OUT.contains(count.name()))
                        .toList(),
                counts.stream().filter(count -> EVIDENCE.contains(count.name())).toList(),
                counts.stream()
                        .filter(count -> count.name().equals(DISAGREEMENT))
                        .mapToLong(ClassCount::count)
                        .sum(),
                Newest.of(graph, NEWEST),
                pair.map(it -> pair(graph, it)),
                triples,
                first(examples));
    }

    private static Pair pair(GraphView graph, Inventory.Pair pair) {
        return new Pair(
                graph.link(graph.node("id/state/" + pair.one())),
                graph.link(graph.node("id/state/" + pair.other())),
                "/between/" + pair.one() + "/" + pair.other());
    }

    private static List<Example> first(List<Example> examples) {
        List<Example> first =
                ASKED_FIRST.stream()
                        .flatMap(name -> examples.stream().filter(it -> it.name().equals(name)))
                        .toList();
        return first.isEmpty() ? examples.stream().limit(EXAMPLES).toList() : first;
    }
}
