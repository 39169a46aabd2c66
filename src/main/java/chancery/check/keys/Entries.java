package chancery.check.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Any number of entries of four numbers, in memory up to a bound and from then on in sorted runs
/// on disk. Used by one thread.
final class Entries implements AutoCloseable {
    /// So many runs are read at once; more of them are merged beforehand.
    private static final int RUNS_AT_ONCE = 64;

    private final Path folder;
    private final Block block;
    private final List<List<RunFile.Extent>> levels = new ArrayList<>();
    private @Nullable RunFile file;
    private long size;

    /// @param inMemory how many entries stay in memory
    /// @param folder where the others go
    Entries(int inMemory, Path folder) {
        this.block = new Block(inMemory);
        this.folder = folder;
    }

    /// @throws IOException if there is no room on disk
    void add(long first, long second, long third, long fourth) throws IOException {
        if (block.isFull()) {
            spill();
        }
        block.add(first, second, third, fourth);
        size++;
    }

    long size() {
        return size;
    }

    /// All entries in order, anew at each call; to be read before the next one is added.
    Run sorted() throws IOException {
        if (file == null) {
            return block.sorted();
        }
        if (!block.isEmpty()) {
            spill();
        }
        List<Run> runs = new ArrayList<>();
        for (List<RunFile.Extent> level : levels) {
            for (RunFile.Extent extent : level) {
                runs.add(file.read(extent));
            }
        }
        return new Merged(runs);
    }

    private void spill() throws IOException {
        RunFile runs = file;
        if (runs == null) {
            runs = RunFile.create(folder);
            file = runs;
        }
        place(runs, runs.append(block.sorted()), 0);
        block.clear();
    }

    /// Puts a run beside those that were merged as often; enough of them become one.
    private void place(RunFile runs, RunFile.Extent extent, int level) throws IOException {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<RunFile.Extent> alike = levels.get(level);
        alike.add(extent);
        if (alike.size() == RUNS_AT_ONCE) {
            List<Run> merged = new ArrayList<>();
            for (RunFile.Extent one : alike) {
                merged.add(runs.read(one));
            }
            RunFile.Extent whole = runs.append(new Merged(merged));
            alike.clear();
            place(runs, whole, level + 1);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
