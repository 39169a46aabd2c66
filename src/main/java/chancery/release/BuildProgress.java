package chancery.release;

import java.util.Iterator;

/// Is told how far the making of a release is, now and then, by several threads.
@FunctionalInterface
public interface BuildProgress {
    /// Tells nobody.
    BuildProgress NONE = (what, done, all) -> {};

    /// @param what is being done, such as `database`; several things may be at once
    /// @param done of it so far, in quads or triples
    /// @param all of it; -1 when nobody knows
    void at(String what, long done, long all);

    /// Is told something once, in a line that is worth to be kept.
    default void say(String line) {}

    /// Goes over elements and tells how many there were so far.
    default <T> Iterator<T> over(Iterator<T> elements, String what, long all) {
        int untold = 1 << 14;
        at(what, 0, all);
        return new Iterator<>() {
            private long done;

            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public T next() {
                T element = elements.next();
                done++;
                if (done % untold == 0 || !elements.hasNext()) {
                    at(what, done, all);
                }
                return element;
            }
        };
    }
}
