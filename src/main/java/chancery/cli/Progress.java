package chancery.cli;

import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows on a terminal how far a command is, once it has taken longer than a second; in a pipe
/// nothing.
final class Progress implements AutoCloseable {
    private static final Duration SILENT = Duration.ofSeconds(1);

    private final String task;
    private final int steps;
    private final boolean terminal = Boolean.getBoolean("chancery.terminal");
    private final Instant begun = Instant.now();
    private int done;
    private @Nullable ProgressBar bar;

    Progress(String task, int steps) {
        this.task = task;
        this.steps = steps;
    }

    /// @param what the step that begins now, such as `checking tables`
    void step(String what) {
        if (terminal
                && bar == null
                && Duration.between(begun, Instant.now()).compareTo(SILENT) > 0) {
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(task)
                            .setInitialMax(steps)
                            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                            .build();
        }
        if (bar != null) {
            bar.stepTo(done);
            bar.setExtraMessage(what);
        }
        done++;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.stepTo(steps);
            bar.setExtraMessage("");
            bar.close();
        }
    }
}
