package chancery.release.slice;

import chancery.release.sort.Entry;
import chancery.release.sort.EntrySort;
import chancery.release.sort.SortedEntries;
import chancery.release.sort.Workroom;
import java.io.IOException;

/// Pairs of texts that come in any order and more than once.
final class Pairs {
    private static final int REMEMBERED = 1 << 14;

    private final EntrySort sort;
    private final String[] ones = new String[REMEMBERED];
    private final String[] others = new String[REMEMBERED];

    Pairs(Workroom room) {
        this.sort = room.sort();
    }

    /// Leaves out some of those that have come before.
    void add(String one, String other) throws IOException {
        int hash = 31 * one.hashCode() + other.hashCode();
        int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
        if (one.equals(ones[place]) && other.equals(others[place])) {
            return;
        }
        ones[place] = one;
        others[place] = other;
        sort.add(Entry.of(one, other));
    }

    /// Each pair once, by [PairGroups].
    SortedEntries sorted() throws IOException {
        return sort.sorted();
    }
}
