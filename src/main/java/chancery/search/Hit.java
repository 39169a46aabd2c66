package chancery.search;

/// A text of the index that answers a search.
///
/// @param iri   of the thing whose text it is
/// @param part  which of its texts
/// @param lang  language tag; `""` if it has none
/// @param score the index's own; comparable within one search only
public record Hit(String iri, Part part, String text, String lang, float score) {}
