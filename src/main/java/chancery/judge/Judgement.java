package chancery.judge;

import chancery.evidence.ClaimKey;
import java.util.List;
import java.util.Map;

/// What the judge found.
///
/// @param verdicts one for every claim
/// @param disagreements in the order of their IRIs
/// @param unmetRows the curator's rows that decide nothing
public record Judgement(
        Map<ClaimKey, Verdict> verdicts,
        List<Disagreement> disagreements,
        List<UnmetRow> unmetRows) {
    public Judgement {
        verdicts = Map.copyOf(verdicts);
        disagreements = List.copyOf(disagreements);
        unmetRows = List.copyOf(unmetRows);
    }

    public Verdict of(ClaimKey claim) {
        return verdicts.getOrDefault(claim, Verdict.NOT_ASSERTED);
    }
}
