package chancery.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A disk in memory, of a size that a test chooses; only where one may mount.
final class SmallDisk implements AutoCloseable {
    private static final int TRIES = 100;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /// Ends the test as skipped, with the reason, where it cannot be had.
    static SmallDisk mount(Path folder, long megabytes) throws IOException {
        Files.createDirectories(folder);
        String said =
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", "" + folder);
        assumeTrue(said.isEmpty(), "no disk of memory may be mounted here: " + said);
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /// Copies a folder to it, with the holes of its files.
    void take(Path from) throws IOException {
        must("cp", "-a", "--sparse=always", from.toString(), folder.toString());
    }

    long usedBytes() throws IOException {
        var store = Files.getFileStore(folder);
        return store.getTotalSpace() - store.getUnallocatedSpace();
    }

    void resize(long bytes) throws IOException {
        must("mount", "-o", "remount,size=" + bytes, folder.toString());
    }

    /// Makes it so small that this is left of it, while somebody may write to it.
    void leave(long bytes) throws IOException {
        String said = "not tried";
        for (int i = 0; i < TRIES && !said.isEmpty(); i++) {
            // what is written in between would not fit
            said = run("mount", "-o", "remount,size=" + (usedBytes() + bytes), folder.toString());
        }
        if (!said.isEmpty()) {
            throw new IOException(said);
        }
    }

    void readOnly(boolean yes) throws IOException {
        must("mount", "-o", "remount," + (yes ? "ro" : "rw"), folder.toString());
    }

    private static void must(String... command) throws IOException {
        String said = run(command);
        if (!said.isEmpty()) {
            throw new IOException(said);
        }
    }

    /// @return what a command that failed said; `""` if it went well
    private static String run(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(command));
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.onExit().join().exitValue() == 0 ? "" : all + ": " + said.strip();
        } catch (IOException noSuchCommand) {
            return String.valueOf(noSuchCommand.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        // files that are mapped into memory are let go by the collector only
        must("umount", "-l", folder.toString());
    }
}
