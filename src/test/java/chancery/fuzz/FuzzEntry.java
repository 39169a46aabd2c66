package chancery.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// Where Jazzer comes in: hands each input to the target that it was started for, and takes it
/// amiss when one keeps the processor busy for long.
public final class FuzzEntry {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long NANOS_AT_MOST = 5_000_000_000L;

    private static FuzzTarget target = FuzzTarget.EDTF;

    private FuzzEntry() {}

    /// @param arguments the name of a [FuzzTarget]
    public static void fuzzerInitialize(String[] arguments) {
        target = FuzzTarget.valueOf(arguments[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) throws Throwable {
        long before = THREADS.getCurrentThreadCpuTime();
        target.run(input);
        long nanos = THREADS.getCurrentThreadCpuTime() - before;
        if (nanos > NANOS_AT_MOST) {
            throw new AssertionError("an input kept the processor busy for " + nanos + " ns");
        }
    }
}
