package chancery.evidence;

import java.util.List;

/// The characters of a passage, and the sentences it touches.
///
/// @param digest SHA-256 of the characters in UTF-8
/// @param inOneSentence whether it lies within one sentence, but for blanks at its end
record Slice(
        Passage passage,
        String words,
        String digest,
        boolean inOneSentence,
        List<String> sentences) {
    Slice {
        sentences = List.copyOf(sentences);
    }

    /// Whether the words stand in the passage as they are.
    boolean has(String quoted) {
        return Quotation.standsIn(words, quoted);
    }
}
