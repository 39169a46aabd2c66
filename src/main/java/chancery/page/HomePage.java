package chancery.page;

import java.util.List;
import java.util.Set;

/// The first page.
///
/// @param things   classes of things, with how many there are
/// @param evidence the same for claims, sources and the like
/// @param triples  in the release; -1 if unknown
public record HomePage(
        List<ClassCount> things, List<ClassCount> evidence, long triples, List<Example> examples) {
    private static final Set<String> EVIDENCE =
            Set.of("Claim", "Source", "Disagreement", "Passage", "Statement", "Work");

    /// Counted elsewhere or only there to hold values: nobody looks for them here.
    private static final Set<String> LEFT_OUT =
            Set.of("Time", "Quantity", "Actor", "Stance", "Verdict", "DisagreementKind");

    public static HomePage of(List<ClassCount> counts, long triples, List<Example> examples) {
        return new HomePage(
                counts.stream()
                        .filter(count -> !EVIDENCE.contains(count.name()))
                        .filter(count -> !LEFT_OUT.contains(count.name()))
                        .toList(),
                counts.stream().filter(count -> EVIDENCE.contains(count.name())).toList(),
                triples,
                examples);
    }
}
