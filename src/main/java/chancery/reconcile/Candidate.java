package chancery.reconcile;

import java.util.List;

/// A thing that may be meant.
///
/// @param id       path behind `id/`
/// @param name     its label
/// @param types    its classes, the most specific first
/// @param score    0 to 100
/// @param isMatch  whether it is clearly the one
/// @param features what speaks for it and against it
record Candidate(
        String id,
        String name,
        List<Kind> types,
        double score,
        boolean isMatch,
        List<Feature> features) {
    Candidate {
        types = List.copyOf(types);
        features = List.copyOf(features);
    }

    /// A class or a property.
    ///
    /// @param id local name in our ontology
    record Kind(String id, String name) {}

    /// One reason of a score.
    ///
    /// @param name  the reason in words
    /// @param value a number, or a truth
    record Feature(String id, String name, Object value) {}
}
