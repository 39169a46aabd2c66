package chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How much of some files has been read, of which each is read twice at least.
final class ReadingProgress implements AutoCloseable {
    private static final int STEPS = 100;
    private static final int TIMES = 2;

    private final Progress progress = new Progress("describe", STEPS);
    private final long bytes;
    private long read;
    private int steps;

    private ReadingProgress(long bytes) {
        this.bytes = bytes;
    }

    static ReadingProgress of(List<Path> files) {
        long bytes = 0;
        for (Path file : files) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                // whoever reads it says so
                bytes += 0;
            }
        }
        return new ReadingProgress(Math.max(1, bytes * TIMES));
    }

    void read(String file, long more) {
        read += more;
        while (steps < STEPS && read * STEPS / bytes > steps) {
            steps++;
            progress.step(file);
        }
    }

    @Override
    public void close() {
        progress.close();
    }
}
