package chancery.cli;

import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows on a terminal how much of the tables has been mapped, how many rows that were a second and
/// how long it will take, once it has taken longer than a second; in a pipe nothing.
final class MapProgress implements AutoCloseable {
    private static final Duration SILENT = Duration.ofSeconds(1);
    private static final long MEGABYTE = 1_000_000;

    private final boolean terminal = Boolean.getBoolean("chancery.terminal");
    private final Instant begun = Instant.now();
    private final long bytes;
    private long rows;
    private @Nullable ProgressBar bar;

    /// @param bytes of all tables; -1 if nobody knows
    MapProgress(long bytes) {
        this.bytes = bytes;
    }

    void at(long bytesRead, long rowsWritten) {
        rows = rowsWritten;
        Duration taken = Duration.between(begun, Instant.now());
        if (terminal && bar == null && taken.compareTo(SILENT) > 0) {
            bar =
                    new ProgressBarBuilder()
                            .setTaskName("map")
                            .setInitialMax(bytes)
                            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                            .setUnit(" MB", MEGABYTE)
                            .build();
        }
        if (bar != null) {
            bar.stepTo(bytesRead);
            bar.setExtraMessage(
                    " %,d rows, %,d rows/s".formatted(rows, 1000 * rows / taken.toMillis()));
        }
    }

    long rows() {
        return rows;
    }

    Duration taken() {
        return Duration.between(begun, Instant.now());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
