package chancery.page;

import java.util.List;
import java.util.Set;

/// The first page.
///
/// @param things   classes of things, with how many there are
/// @param evidence the same for claims, sources and the like
/// @param disagreements how many there are
/// @param triples  in the release; -1 if unknown
public record HomePage(
        List<ClassCount> things,
        List<ClassCount> evidence,
        long disagreements,
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
                    DISAGREEMENT);

    public static HomePage of(List<ClassCount> counts, long triples, List<Example> examples) {
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
                triples,
                examples);
    }
}
