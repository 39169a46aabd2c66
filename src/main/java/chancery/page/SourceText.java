package chancery.page;

/// The text of a source, as far as it is there.
public sealed interface SourceText {
    /// The very text that the source was read from.
    record Whole(String text) implements SourceText {}

    /// No such file; `name` is the one that is looked for.
    record Missing(String name) implements SourceText {}

    /// A file of that name with another content than the source had.
    record Different(String name) implements SourceText {}
}
