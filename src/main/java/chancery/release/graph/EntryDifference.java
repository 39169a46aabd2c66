package chancery.release.graph;

import chancery.release.sort.Entry;
import chancery.release.sort.EntryCursor;
import chancery.release.sort.SortedEntries;
import java.io.IOException;

/// How much two sorts have otherwise, found by reading them side by side.
///
/// @param missing entries that are expected and not found
/// @param more entries that are found and not expected
public record EntryDifference(long missing, long more) {
    /// Whether there is none.
    public boolean none() {
        return missing == 0 && more == 0;
    }

    public static EntryDifference between(SortedEntries expected, SortedEntries found)
            throws IOException {
        long missing = 0;
        long more = 0;
        try (EntryCursor left = expected.open();
                EntryCursor right = found.open()) {
            byte[] one = left.next();
            byte[] other = right.next();
            while (one != null || other != null) {
                int order = one == null ? 1 : other == null ? -1 : Entry.ORDER.compare(one, other);
                if (order < 0) {
                    missing++;
                } else if (order > 0) {
                    more++;
                }
                one = order <= 0 ? left.next() : one;
                other = order >= 0 ? right.next() : other;
            }
        }
        return new EntryDifference(missing, more);
    }
}
