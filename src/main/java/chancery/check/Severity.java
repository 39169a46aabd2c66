package chancery.check;

/// Whether a finding stops a build.
public enum Severity {
    ERROR,
    WARNING
}
