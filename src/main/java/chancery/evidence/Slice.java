package chancery.evidence;

import java.util.List;

/// The characters of a passage, and the sentences it touches.
record Slice(Passage passage, String words, List<String> sentences) {
    Slice {
        sentences = List.copyOf(sentences);
    }

    /// Whether the words stand in the passage as they are.
    boolean has(String quoted) {
        return Quotation.standsIn(words, quoted);
    }
}
