package chancery.cli;

import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Severity;
import chancery.evidence.Claim;
import chancery.judge.Brief;
import chancery.judge.Constraint;
import chancery.judge.Judge;
import chancery.judge.Judgement;
import chancery.judge.OntologyMarks;
import chancery.judge.UnmetRow;
import chancery.vocab.Base;
import java.util.List;

/// Brings the claims of the tables before the judge, with the rules, the constraints and what a
/// curator wrote.
final class Judging {
    private final List<Constraint> constraints;
    private final Base base;
    private final Seeds seeds;

    Judging(List<Constraint> constraints, Base base, Seeds seeds) {
        this.constraints = constraints;
        this.base = base;
        this.seeds = seeds;
    }

    Judgement judge(OntologyMarks marks) {
        Brief brief =
                new Brief(
                        base,
                        marks,
                        seeds.values(),
                        seeds.register().keySet(),
                        seeds.curation().rules(),
                        seeds.curation().rows(),
                        constraints);
        return new Judge(brief).judge(seeds.claims().stream().map(Claim::key).toList());
    }

    /// @return one finding for each row of a curator that decides nothing
    List<Finding> unmet(Judgement judgement) {
        return judgement.unmetRows().stream().map(this::finding).toList();
    }

    private Finding finding(UnmetRow row) {
        boolean allMade = row.unknownClaims().isEmpty();
        return new Finding(
                Code.NO_SUCH_DISAGREEMENT,
                Severity.ERROR,
                seeds.curation().position(row.row()),
                0,
                "",
                allMade ? row.row().id() : String.join(", ", row.unknownClaims()),
                allMade
                        ? "a disagreement of its kind with all its claims, decided by no other row"
                        : "the ids of claims that are made");
    }
}
