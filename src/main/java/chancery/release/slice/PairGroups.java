package chancery.release.slice;

import chancery.release.sort.Entry;
import chancery.release.sort.EntryCursor;
import chancery.release.sort.SortedEntries;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads sorted pairs, those with the same first text together.
final class PairGroups implements Closeable {
    private final EntryCursor entries;
    private @Nullable List<String> next;
    private String one = "";
    private List<String> others = List.of();

    private PairGroups(EntryCursor entries) {
        this.entries = entries;
    }

    static PairGroups open(SortedEntries pairs) throws IOException {
        PairGroups groups = new PairGroups(pairs.open());
        groups.advance();
        return groups;
    }

    private void advance() throws IOException {
        byte[] entry = entries.next();
        next = entry == null ? null : Entry.texts(entry);
    }

    /// Goes to the next first text.
    ///
    /// @return false at the end
    boolean next() throws IOException {
        if (next == null) {
            others = List.of();
            return false;
        }
        one = next.get(0);
        others = new ArrayList<>(2);
        while (next != null && next.get(0).equals(one)) {
            others.add(next.get(1));
            advance();
        }
        return true;
    }

    String one() {
        return one;
    }

    /// The second texts, sorted.
    List<String> others() {
        return others;
    }

    /// Goes on to a text that comes after all that have been asked for before.
    ///
    /// @return its second texts; none if no pair has it
    List<String> of(String wanted) throws IOException {
        while (one.compareTo(wanted) < 0) {
            if (!next()) {
                return List.of();
            }
        }
        return one.equals(wanted) ? others : List.of();
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
