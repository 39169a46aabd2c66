package chancery.judge;

import chancery.evidence.ClaimKey;
import java.util.List;
import java.util.Map;

/// What the judge found.
///
/// @param verdicts one for every claim
/// @param disagreements in the order of the claims that raised them
public record Judgement(Map<ClaimKey, Verdict> verdicts, List<Disagreement> disagreements) {
    public Judgement {
        verdicts = Map.copyOf(verdicts);
        disagreements = List.copyOf(disagreements);
    }

    public Verdict of(ClaimKey claim) {
        return verdicts.getOrDefault(claim, Verdict.NOT_ASSERTED);
    }
}
