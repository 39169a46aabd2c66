package chancery.evidence;

import chancery.check.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures the gate alone over the rows of the seeds; no test, see `docs/benchmarks.md`.
final class GateBench {
    private GateBench() {}

    /// @param arguments the folder of the texts, and how many times
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
