package chancery.search;

import java.time.Duration;
import org.apache.jena.query.QueryCancelledException;

/// When an answer has to be there.
public final class Deadline {
    private final long seconds;
    private final long end;

    private Deadline(Duration time) {
        this.seconds = time.toSeconds();
        this.end = System.nanoTime() + time.toNanos();
    }

    /// So long from now.
    public static Deadline in(Duration time) {
        return new Deadline(time);
    }

    /// No end.
    public static Deadline none() {
        return new Deadline(Duration.ofDays(365));
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /// @throws OutOfTime when the time is over
    public void check() {
        if (isOver()) {
            throw new OutOfTime(seconds);
        }
    }

    /// The message is one line: `found …, expected …`. A kind of cancellation, as [TextRefused] is.
    public static final class OutOfTime extends QueryCancelledException {
        private static final long serialVersionUID = 1L;

        private final String message;

        private OutOfTime(long seconds) {
            this.message =
                    "found no end after %d s, expected one within that time".formatted(seconds);
        }

        @Override
        public String getMessage() {
            return message;
        }
    }
}
