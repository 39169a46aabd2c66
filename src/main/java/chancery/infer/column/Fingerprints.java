package chancery.infer.column;

import java.util.Arrays;

/// Texts as numbers of 64 bits, for telling whether one has been seen: in a million texts two have
/// the same number once in some 40 million cases. Used by one thread.
public final class Fingerprints {
    private static final int SMALLEST = 16;

    private final Budget budget;
    private long[] slots = new long[0];
    private int size;
    private boolean full;

    /// How many numbers all columns together may hold.
    public static final class Budget {
        private long left;

        public Budget(long slots) {
            this.left = slots;
        }

        private boolean take(long slots) {
            if (slots > left) {
                return false;
            }
            left -= slots;
            return true;
        }
    }

    public Fingerprints(Budget budget) {
        this.budget = budget;
    }

    /// A text's number; never 0.
    public static long of(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash ^ text.length());
    }

    /// The number of two texts in this order.
    public static long of(long first, long second) {
        return mixed(first * 31 + Long.rotateLeft(second, 17));
    }

    private static long mixed(long hash) {
        long h = hash;
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        h ^= h >>> 31;
        return h == 0 ? 1 : h;
    }

    /// @return whether it was not there before; also true if there is no room to remember it
    public boolean add(long fingerprint) {
        if (full) {
            return true;
        }
        if (size * 2 >= slots.length && !grow()) {
            release();
            return true;
        }
        int at = place(slots, fingerprint);
        if (slots[at] == fingerprint) {
            return false;
        }
        slots[at] = fingerprint;
        size++;
        return true;
    }

    public boolean contains(long fingerprint) {
        return slots.length > 0 && slots[place(slots, fingerprint)] == fingerprint;
    }

    /// Whether all of them are in the other.
    public boolean isWithin(Fingerprints other) {
        if (full || other.full || size > other.size) {
            return false;
        }
        return Arrays.stream(slots).allMatch(one -> one == 0 || other.contains(one));
    }

    /// How many of them are in the other.
    public long overlap(Fingerprints other) {
        return Arrays.stream(slots).filter(one -> one != 0 && other.contains(one)).count();
    }

    /// How many different ones there are; what it was at the end if there was no room for more.
    public int size() {
        return size;
    }

    /// Whether there was no room for all: then nothing is remembered.
    public boolean isFull() {
        return full;
    }

    /// Forgets everything, and takes nothing more.
    public void release() {
        full = true;
        budget.left += slots.length;
        slots = new long[0];
    }

    private boolean grow() {
        int length = Math.max(SMALLEST, slots.length * 2);
        if (length < 0 || !budget.take(length - slots.length)) {
            return false;
        }
        long[] wider = new long[length];
        for (long one : slots) {
            if (one != 0) {
                wider[place(wider, one)] = one;
            }
        }
        slots = wider;
        return true;
    }

    private static int place(long[] slots, long fingerprint) {
        int mask = slots.length - 1;
        int at = (int) fingerprint & mask;
        while (slots[at] != 0 && slots[at] != fingerprint) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
