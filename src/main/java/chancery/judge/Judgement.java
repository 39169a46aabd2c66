package chancery.judge;

import chancery.evidence.ClaimKey;
import java.util.List;
import java.util.Map;

/// What the judge found.
///
/// @param verdicts one for every claim
/// @param disagreements in the order of their IRIs
/// @param unusedRows ids of a curator's rows that met no claims or no disagreement
public record Judgement(
        Map<ClaimKey, Verdict> verdicts,
        List<Disagreement> disagreements,
        List<String> unusedRows) {
    public Judgement {
        verdicts = Map.copyOf(verdicts);
        disagreements = List.copyOf(disagreements);
        unusedRows = List.copyOf(unusedRows);
    }

    public Verdict of(ClaimKey claim) {
        return verdicts.getOrDefault(claim, Verdict.NOT_ASSERTED);
    }
}
