package chancery.time;

/// How one value stands to another, with precision in mind.
///
/// A value allows some possibilities: pairs of a first and a last day, or true numbers. Which ones
/// is said where two of the kind are compared. Then:
public enum Verdict {
    /// Both allow the same.
    SAME,
    /// All that the first allows is allowed by the second, and the second allows more: the first
    /// says the same more exactly. A partial order.
    REFINES,
    /// The second refines the first.
    REFINED_BY,
    /// Something is allowed by both, and by each something that the other does not allow.
    COMPATIBLE,
    /// Nothing is allowed by both.
    DISJOINT
}
