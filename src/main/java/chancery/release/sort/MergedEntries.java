package chancery.release.sort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Reads several sorted parts as if they were one, each entry once.
final class MergedEntries implements EntryCursor {
    private final List<EntryCursor> open = new ArrayList<>();
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>((one, other) -> Entry.ORDER.compare(one.entry, other.entry));
    private byte @Nullable [] last;

    /// The next entry of a part.
    private static final class Head {
        private final EntryCursor part;
        private byte[] entry;

        Head(EntryCursor part, byte[] entry) {
            this.part = part;
            this.entry = entry;
        }
    }

    private MergedEntries() {}

    static EntryCursor of(List<SortedEntries> parts) throws IOException {
        MergedEntries merged = new MergedEntries();
        boolean all = false;
        try {
            for (SortedEntries part : parts) {
                EntryCursor cursor = part.open();
                merged.open.add(cursor);
                merged.put(cursor);
            }
            all = true;
            return merged;
        } finally {
            if (!all) {
                merged.close();
            }
        }
    }

    private void put(EntryCursor part) throws IOException {
        byte[] entry = part.next();
        if (entry != null) {
            heads.add(new Head(part, entry));
        }
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        for (Head head = heads.poll(); head != null; head = heads.poll()) {
            byte[] entry = head.entry;
            byte[] following = head.part.next();
            if (following != null) {
                head.entry = following;
                heads.add(head);
            }
            if (last == null || !Arrays.equals(last, entry)) {
                last = entry;
                return entry;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (EntryCursor cursor : open) {
            try {
                cursor.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        open.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
