package chancery.cli;

import chancery.table.Position;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Counts rows, and shows on a terminal how many have been read and how fast, once it has taken
/// longer than a second; in a pipe nothing.
final class RowProgress implements AutoCloseable {
    private static final Duration SILENT = Duration.ofSeconds(1);
    private static final int UNTOLD = 4096;

    private final String task;
    private final boolean terminal = Boolean.getBoolean("chancery.terminal");
    private final Instant begun = Instant.now();
    private long rows;
    private @Nullable ProgressBar bar;

    RowProgress(String task) {
        this.task = task;
    }

    /// One more row has been read.
    void row(Position at) {
        rows++;
        if (terminal && rows % UNTOLD == 0) {
            show(at);
        }
    }

    private void show(Position at) {
        if (bar == null && Duration.between(begun, Instant.now()).compareTo(SILENT) > 0) {
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(task)
                            .setInitialMax(-1)
                            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                            .setUnit(" rows", 1)
                            .showSpeed()
                            .build();
        }
        if (bar != null) {
            bar.stepTo(rows);
            bar.setExtraMessage(" " + at.file());
        }
    }

    /// How many rows there were so far.
    long rows() {
        return rows;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.stepTo(rows);
            bar.setExtraMessage("");
            bar.close();
        }
    }
}
