package chancery.check.keys;

import java.util.Arrays;
import java.util.Comparator;

/// A bounded number of entries in memory, which can be sorted. Grows as it is filled.
final class Block {
    /// So many bits of a sorting key are the number of the entry; the others are the first ones of
    /// its first number.
    private static final int INDEX_BITS = 22;

    private static final long INDEX = (1L << INDEX_BITS) - 1;
    static final int MOST = 1 << INDEX_BITS;
    private static final int FEWEST = 16;

    private final int most;
    private long[] words;
    private int count;

    /// @param most how many entries it may hold, at most [#MOST]
    Block(int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("found " + most + ", expected 1 to " + MOST);
        }
        this.most = most;
        this.words = new long[Run.WORDS * Math.min(most, FEWEST)];
    }

    boolean isFull() {
        return count == most;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(long first, long second, long third, long fourth) {
        int at = count * Run.WORDS;
        if (at == words.length) {
            long wanted = Math.min(2L * words.length, (long) most * Run.WORDS);
            words = Arrays.copyOf(words, (int) wanted);
        }
        words[at] = first;
        words[at + 1] = second;
        words[at + 2] = third;
        words[at + 3] = fourth;
        count++;
    }

    void clear() {
        count = 0;
    }

    /// The entries in order. What is added later is not among them; to be read before a clear.
    Run sorted() {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (words[i * Run.WORDS] & ~INDEX) | i;
        }
        Arrays.sort(order);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && (order[to] & ~INDEX) == (order[from] & ~INDEX)) {
                to++;
            }
            sortAlike(order, from, to);
            from = to;
        }
        return new Ordered(words, order);
    }

    /// Sorts entries whose sorting keys are alike: mostly one, or one key in the order of its rows.
    private void sortAlike(long[] order, int from, int to) {
        boolean sorted = true;
        for (int i = from + 1; i < to && sorted; i++) {
            sorted = compare(index(order[i - 1]), index(order[i])) <= 0;
        }
        if (sorted) {
            return;
        }
        Integer[] indexes = new Integer[to - from];
        Arrays.setAll(indexes, i -> index(order[from + i]));
        Comparator<Integer> byWords = this::compare;
        Arrays.sort(indexes, byWords);
        for (int i = from; i < to; i++) {
            order[i] = indexes[i - from];
        }
    }

    private int compare(int one, int other) {
        int from = one * Run.WORDS;
        int otherFrom = other * Run.WORDS;
        return Arrays.compare(
                words, from, from + Run.WORDS, words, otherFrom, otherFrom + Run.WORDS);
    }

    private static int index(long ordered) {
        return (int) (ordered & INDEX);
    }

    private static final class Ordered implements Run {
        private final long[] words;
        private final long[] order;
        private int passed;
        private int at;

        Ordered(long[] words, long[] order) {
            this.words = words;
            this.order = order;
        }

        @Override
        public boolean next() {
            if (passed == order.length) {
                return false;
            }
            at = index(order[passed]) * WORDS;
            passed++;
            return true;
        }

        @Override
        public long word(int word) {
            return words[at + word];
        }
    }
}
