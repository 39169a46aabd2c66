package chancery.release.sort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder of the files of some sorts, and the memory that each of them may take. Nothing is on
/// the disk before the first of them needs it. For several threads at once.
public final class Workroom implements AutoCloseable {
    private static final long BYTES_AT_LEAST = 4L << 20;
    private static final long BYTES_AT_MOST = 256L << 20;
    private static final int PART_OF_HEAP = 10;

    private final Opening opening;
    private final long bytes;
    private int names;
    private @Nullable Path folder;

    /// Names the folder, which is there then and empty.
    @FunctionalInterface
    public interface Opening {
        Path open() throws IOException;
    }

    /// @param opening asked at most once, when something has to go to the disk
    /// @param bytes   memory of a sort, about
    public Workroom(Opening opening, long bytes) {
        this.opening = opening;
        this.bytes = bytes;
    }

    /// Memory of a sort, so that some of them and what else there is to do fit into the heap.
    public static long bytesByHeap() {
        long part = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
        return Math.clamp(part, BYTES_AT_LEAST, BYTES_AT_MOST);
    }

    /// A sort of its own, for entries that come in any order.
    public EntrySort sort() {
        return new EntrySort(this, bytes);
    }

    /// Whether there is anything on the disk.
    public synchronized boolean isUsed() {
        return folder != null;
    }

    /// A name for a file, under which there is none yet.
    public synchronized Path fresh() throws IOException {
        if (folder == null) {
            folder = opening.open();
        }
        names++;
        return folder.resolve(names + ".run");
    }

    /// Deletes the folder with all files; whoever still reads one has to be done.
    @Override
    public synchronized void close() throws IOException {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
