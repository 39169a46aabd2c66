package chancery.link;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// What a service offers for a question.
///
/// @param types id → name of the classes it has there
/// @param features id → value as far as it is a number or a truth (1 and 0)
public record Candidate(
        String id,
        String name,
        String description,
        BigDecimal score,
        boolean match,
        Map<String, String> types,
        Map<String, BigDecimal> features) {
    public Candidate {
        types = Map.copyOf(types);
        features = Map.copyOf(features);
    }

    /// The first of each id, with the best score.
    static Candidate better(Candidate one, Candidate other) {
        return other.score().compareTo(one.score()) > 0 ? other : one;
    }

    /// Highest score first.
    static int byScore(Candidate one, Candidate other) {
        int score = other.score().compareTo(one.score());
        return score != 0 ? score : one.id().compareTo(other.id());
    }

    static List<Candidate> sorted(List<Candidate> all) {
        return all.stream().sorted(Candidate::byScore).toList();
    }
}
