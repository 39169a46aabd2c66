package chancery.time;

/// How one value stands to another, with precision in mind.
public enum Verdict {
    /// They say the same.
    SAME,
    /// The first says what the second says, more exactly.
    REFINES,
    /// The second says what the first says, more exactly.
    REFINED_BY,
    /// Both can be true, and neither contains the other.
    COMPATIBLE,
    /// They cannot both be true.
    DISJOINT
}
