package chancery.page;

/// A sentence of a source with the passage in it.
public record Quotation(String before, String passage, String after) {}
