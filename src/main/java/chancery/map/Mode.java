package chancery.map;

/// Which properties of the metadata count.
public enum Mode {
    /// Those of the standard, in its minimal mode; our directives are off.
    MINIMAL,
    /// The standard's whole output: tables, rows, notes and annotations too; our directives are
    // off.
    STANDARD,
    /// As minimal, with our directives on.
    EVIDENCE
}
