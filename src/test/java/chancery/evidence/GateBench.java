package chancery.evidence;

import chancery.check.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures the gate alone over the rows of the seeds; no test, see `docs/benchmarks.md`.
final class GateBench {
    private GateBench() {}

    /// @param arguments the folder of the texts; how many times a new gate verifies the rows; and,
    ///     perhaps, how often one gate verifies them all
    public static void main(String[] arguments) {
        Path texts = Path.of(arguments[0]);
        int times = Integer.parseInt(arguments[1]);
        long start = System.nanoTime();
        SeedTables tables = new SeedTables(texts);
        System.out.printf(
                Locale.ROOT,
                "%,d rows with evidence, read with the texts: %.2f s%n",
                tables.rows.size(),
                seconds(start));
        for (int time = 1; time <= times; time++) {
            measure(tables, time);
        }
        if (arguments.length > 2) {
            many(tables, Integer.parseInt(arguments[2]));
        }
    }

    /// The rows of the seeds over and over: as many rows and claims as a large set has, though not
    /// as many different texts.
    private static void many(SeedTables tables, int times) {
        long claims = tables.rows.stream().mapToLong(row -> row.read().values().size()).sum();
        long start = System.nanoTime();
        EvidenceGate gate = tables.gate(tables.passages);
        long findings = 0;
        for (int time = 0; time < times; time++) {
            for (SeedTables.SeedRow row : tables.rows) {
                findings += tables.verify(gate, row.read()).size();
            }
        }
        Runtime memory = Runtime.getRuntime();
        double taken = seconds(start);
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %,d values: %.1f s, %d findings, %d MB in use behind it%n",
                (long) times * tables.rows.size(),
                times * claims,
                taken,
                findings,
                (memory.totalMemory() - memory.freeMemory()) >> 20);
    }

    /// Each time with a new gate, which keeps what it has cut from the texts.
    private static void measure(SeedTables tables, int time) {
        long start = System.nanoTime();
        EvidenceGate gate = tables.gate(tables.passages);
        List<Finding> findings = new ArrayList<>();
        for (SeedTables.SeedRow row : tables.rows) {
            findings.addAll(tables.verify(gate, row.read()));
        }
        System.out.printf(
                Locale.ROOT, "%d: %.2f s, %d findings%n", time, seconds(start), findings.size());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
