package chancery.map;

/// Which properties of the metadata count.
public enum Mode {
    /// Those of the standard, in its minimal mode; our directives are off.
    MINIMAL,
    /// As minimal, with our directives on.
    EVIDENCE
}
