package chancery.judge;

import chancery.evidence.ClaimKey;
import java.util.Optional;
import java.util.Set;

/// What a rule made of a clash.
///
/// @param rule its name; [#UNDECIDED] when none applied
/// @param preferred the claim that goes before the others; empty while it is undecided, or when a
///     curator sets claims aside and prefers none
/// @param outweighed the claims that are not accepted because of it
/// @param rationale why, with the values that decided; `""` when undecided
/// @param note what a curator wrote; `""` when no curator decided
public record Ruling(
        String rule,
        Optional<ClaimKey> preferred,
        Set<ClaimKey> outweighed,
        String rationale,
        String note) {
    public static final String UNDECIDED = "undecided";

    static final Ruling NONE = new Ruling(UNDECIDED, Optional.empty(), Set.of(), "", "");

    public Ruling {
        outweighed = Set.copyOf(outweighed);
    }

    public boolean isDecided() {
        return !rule.equals(UNDECIDED);
    }
}
