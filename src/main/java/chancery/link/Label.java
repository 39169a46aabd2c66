package chancery.link;

/// A name of a thing.
///
/// @param lang language tag; `""` if there is none
public record Label(String lang, String text) {}
