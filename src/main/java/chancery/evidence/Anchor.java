package chancery.evidence;

import java.util.List;
import java.util.Set;

/// Where a passage of one edition of a text stands in another.
public sealed interface Anchor {
    /// The passage in the former edition.
    Passage from();

    /// Whether it was found for certain, so that rows may be written.
    default boolean isCertain() {
        return this instanceof Unchanged || this instanceof Moved;
    }

    /// The same characters at the same place.
    record Unchanged(Passage from) implements Anchor {}

    /// The same characters at another place, or the same but for white space.
    ///
    /// @param digest of the characters that stand there
    record Moved(Passage from, Passage to, String digest) implements Anchor {}

    /// Found at the place of another passage, which was not found for certain or was found at the
    /// same place: a reader has to settle that one first.
    record Waiting(Passage from, Passage to) implements Anchor {}

    /// The characters stand at several places, and the neighbours do not tell which it is.
    record Several(Passage from, List<Passage> places) implements Anchor {
        public Several {
            places = List.copyOf(places);
        }
    }

    /// A sentence has at least half of its words.
    ///
    /// @param nearest that sentence
    /// @param percent how many of its words
    /// @param gone words that the sentence does not have
    /// @param added words that only the sentence has
    record Changed(Passage from, Passage nearest, int percent, Set<String> gone, Set<String> added)
            implements Anchor {}

    /// No sentence has half of its words, or nobody knows its words.
    record Lost(Passage from) implements Anchor {}
}
