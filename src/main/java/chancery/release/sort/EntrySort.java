package chancery.release.sort;

import chancery.release.CanonicalQuads;
import java.io.IOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Takes entries in any order and gives each once and in order: in memory up to a budget; beyond it
/// sorted runs are written and merged at the end.
///
/// Not for several threads at once.
public final class EntrySort {
    /// What an entry takes besides its bytes: the head of its array and where it is kept.
    private static final int OVERHEAD_BYTES = 28;

    /// So many files are read at once, each with a buffer.
    private static final int MERGED_AT_ONCE = 64;

    private final Workroom room;
    private final long budget;
    private byte[][] kept = new byte[1024][];
    private int count;
    private long bytes;
    private List<Path> runs = new ArrayList<>();

    EntrySort(Workroom room, long budget) {
        this.room = room;
        this.budget = budget;
    }

    /// @param entry nobody changes it any more
    /// @throws IOException when there is no room for it on the disk, say
    public void add(byte[] entry) throws IOException {
        if (count == kept.length) {
            kept = Arrays.copyOf(kept, count + (count >> 1));
        }
        kept[count++] = entry;
        bytes += entry.length + OVERHEAD_BYTES;
        if (bytes >= budget) {
            spill();
        }
    }

    /// Adds all entries of a run that [#write] made; the file is deleted when it is not needed any
    /// more.
    public void addRun(Path run) {
        runs.add(run);
    }

    /// Ends the sort and writes all into a file; nothing can be added any more.
    ///
    /// @param file that is not there yet
    /// @return SHA-256 of the file, 64 hexadecimal digits
    public String write(Path file) throws IOException {
        reduce(MERGED_AT_ONCE - 1);
        List<SortedEntries> parts = new ArrayList<>(runs.stream().map(SortedEntries::of).toList());
        sort();
        parts.add(SortedEntries.of(kept, count));
        kept = new byte[0][];
        MessageDigest sha = CanonicalQuads.sha256();
        try (RunWriter run = new RunWriter(new DigestOutputStream(RunWriter.opened(file), sha))) {
            copy(parts, run);
        }
        for (SortedEntries part : parts) {
            part.delete();
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /// Ends the sort; nothing can be added any more.
    public SortedEntries sorted() throws IOException {
        if (runs.isEmpty()) {
            sort();
            SortedEntries sorted = SortedEntries.of(kept, count);
            kept = new byte[0][];
            return sorted;
        }
        if (count > 0) {
            spill();
        }
        kept = new byte[0][];
        reduce(1);
        return SortedEntries.of(runs.getFirst());
    }

    /// Merges runs, level by level, until there are no more than so many.
    private void reduce(int atMost) throws IOException {
        while (runs.size() > atMost) {
            List<Path> next = new ArrayList<>();
            for (int from = 0; from < runs.size(); from += MERGED_AT_ONCE) {
                next.add(merged(runs.subList(from, Math.min(runs.size(), from + MERGED_AT_ONCE))));
            }
            runs = next;
        }
    }

    /// Sorts what is kept, without doubles.
    private void sort() {
        Arrays.sort(kept, 0, count, Entry.ORDER);
        int single = 0;
        for (int i = 0; i < count; i++) {
            if (single == 0 || !Arrays.equals(kept[single - 1], kept[i])) {
                kept[single++] = kept[i];
            }
        }
        Arrays.fill(kept, single, count, null);
        count = single;
    }

    private void spill() throws IOException {
        sort();
        Path file = room.fresh();
        try (RunWriter run = new RunWriter(file)) {
            for (int i = 0; i < count; i++) {
                run.write(kept[i]);
            }
        }
        runs.add(file);
        Arrays.fill(kept, 0, count, null);
        count = 0;
        bytes = 0;
    }

    private Path merged(List<Path> some) throws IOException {
        if (some.size() == 1) {
            return some.getFirst();
        }
        Path file = room.fresh();
        List<SortedEntries> parts = some.stream().map(SortedEntries::of).toList();
        try (RunWriter run = new RunWriter(file)) {
            copy(parts, run);
        }
        for (SortedEntries part : parts) {
            part.delete();
        }
        return file;
    }

    private static void copy(List<SortedEntries> parts, RunWriter run) throws IOException {
        try (EntryCursor all = MergedEntries.of(parts)) {
            for (byte[] entry = all.next(); entry != null; entry = all.next()) {
                run.write(entry);
            }
        }
    }
}
