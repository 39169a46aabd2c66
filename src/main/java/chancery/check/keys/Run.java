package chancery.check.keys;

import java.io.IOException;

/// Entries of four numbers each, passed one after the other in the order of the numbers.
interface Run {
    int WORDS = 4;

    /// Goes to the next entry, the first time to the first one.
    ///
    /// @return whether there is one
    boolean next() throws IOException;

    /// A number of the entry that reading has come to.
    ///
    /// @param word from 0 to 3
    long word(int word);

    /// Whether this entry stands before or beside another one, compared number by number.
    default boolean isAtMost(Run other) {
        for (int i = 0; i < WORDS; i++) {
            if (word(i) != other.word(i)) {
                return word(i) < other.word(i);
            }
        }
        return true;
    }

    /// Whether the first two numbers, which are a digest, are the same.
    default boolean hasKey(long high, long low) {
        return word(0) == high && word(1) == low;
    }
}
