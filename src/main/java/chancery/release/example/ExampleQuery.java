package chancery.release.example;

/// One example.
///
/// @param name     lower-case letters, digits and hyphens
/// @param question what it answers, in English
/// @param text     the whole query, comments included
public record ExampleQuery(String name, String question, String text) {}
