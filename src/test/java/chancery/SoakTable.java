package chancery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// How often the tests of crashes and faults do a thing, and what came of it: few times as a rule,
/// many with `-Dchancery.soak=true`, a tenth of the many with `-Dchancery.soak.part=10` beside it.
/// The rows fit `docs/reliability.md`.
public final class SoakTable {
    private static final Path TABLE = Path.of("target/soak/faults.md");
    private static final boolean LONG = Boolean.getBoolean("chancery.soak");
    private static final int PART = Integer.getInteger("chancery.soak.part", 1);

    private SoakTable() {}

    /// @param few times in the short form
    /// @param many times in the long one
    public static int times(int few, int many) {
        return LONG ? Math.max(1, many / PART) : few;
    }

    public static boolean isLong() {
        return LONG;
    }

    /// Tells how far a test is, in the long form, where one waits for it.
    public static void progress(String fault, long done, long times) {
        if (LONG && done > 0 && done % Math.max(1, times / 10) == 0) {
            System.out.printf(Locale.ROOT, "%s: %,d of %,d%n", fault, done, times);
        }
    }

    /// Adds a row: a test adds one when it has gone well.
    public static synchronized void row(String fault, long times, String outcome, long sinceNanos)
            throws IOException {
        Files.createDirectories(TABLE.toAbsolutePath().getParent());
        String line =
                String.format(
                        Locale.ROOT,
                        "| %s | %,d | %s | %d s |%n",
                        fault,
                        times,
                        outcome,
                        (System.nanoTime() - sinceNanos) / 1_000_000_000L);
        Files.writeString(TABLE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
