package chancery.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows on a terminal how far a command is, once it has taken longer than a second. In a pipe
/// there are a few lines: see [StageLines].
final class Progress implements AutoCloseable {
    private static final Duration ENOUGH = Duration.ofSeconds(2);
    private static final Duration SILENT = Duration.ofSeconds(1);

    private final String task;
    private final int steps;
    private final boolean terminal = Boolean.getBoolean("chancery.terminal");
    private final @Nullable PrintWriter log;
    private final Instant begun = Instant.now();
    private final StageLines lines = new StageLines(begun);
    private int done;
    private String step = "";
    private final Map<String, Instant> since = new HashMap<>();
    private @Nullable ProgressBar bar;

    Progress(String task, int steps) {
        this(task, steps, null);
    }

    /// @param log where lines go if there is no terminal; null for nowhere
    Progress(String task, int steps, @Nullable PrintWriter log) {
        this.task = task;
        this.steps = steps;
        this.log = log;
    }

    /// @param what the step that begins now, such as `checking tables`
    synchronized void step(String what) {
        show();
        if (bar != null) {
            bar.stepTo(done);
            bar.setExtraMessage(what);
        }
        step = what;
        done++;
    }

    /// Shows how far a step is that takes long: what is done of it, how much of how much, and how
    /// fast.
    ///
    /// @param amount done of it, by now
    /// @param all of it; -1 when nobody knows
    synchronized void at(String what, long amount, long all) {
        Instant now = Instant.now();
        Instant start = since.computeIfAbsent(what, first -> now);
        show();
        if (bar != null) {
            bar.setExtraMessage(line(step, what, amount, all, Duration.between(start, now)));
        }
        if (log != null && !terminal && lines.isDue(what, now)) {
            log.println(task + ": " + line(step, what, amount, all, Duration.between(start, now)));
        }
    }

    /// @return such as `writing (database, quads: 2,000,000 of 9,000,000, 90,000/s, about 78 s
    // left)`
    static String line(String step, String what, long amount, long all, Duration taken) {
        StringBuilder line = new StringBuilder(step + " (" + what);
        if (amount > 0) {
            line.append(": ").append(counted(amount));
            if (all > 0) {
                line.append(" of ").append(counted(all));
            }
            if (taken.toMillis() > 0) {
                line.append(", ").append(counted(1000 * amount / taken.toMillis())).append("/s");
                if (all > amount && taken.compareTo(ENOUGH) > 0) {
                    line.append(", ").append(left(taken.toMillis() * (all - amount) / amount));
                }
            }
        }
        return line.append(')').toString();
    }

    /// @return such as `about 5 min left`
    private static String left(long millis) {
        long seconds = (millis + 999) / 1000;
        return seconds < 90
                ? "about " + seconds + " s left"
                : "about " + (seconds + 30) / 60 + " min left";
    }

    private static String counted(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void show() {
        if (terminal
                && bar == null
                && Duration.between(begun, Instant.now()).compareTo(SILENT) > 0) {
            bar =
                    new ProgressBarBuilder()
                            .setTaskName(task)
                            .setInitialMax(steps)
                            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                            .build();
            bar.stepTo(Math.max(0, done - 1));
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.stepTo(steps);
            bar.setExtraMessage("");
            bar.close();
        }
    }
}
