package chancery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// `Report RUNS`: the medians of the runner's file of runs as a Markdown table.
///
/// A run is a line of nine fields parted by tabs: rows, tool, round, seconds on the clock,
/// seconds of processor time in the program, and in the system, peak memory in KB, triples
/// written (0 where the tool writes none), and the reason for which it failed (empty where it
/// did not).
public final class Report {
    /// The tools whose fastest is the peer that the others are measured by.
    private static final Set<String> PEERS =
            Set.of("carml", "rmlmapper", "template", "template-rows");

    /// The floor that the others are measured by: one thread, nothing checked.
    private static final String FLOOR = "bytes-fastcsv";

    private static final int FIELDS = 9;

    private Report() {}

    public static void main(String[] args) throws IOException {
        System.out.print(table(Files.readAllLines(Path.of(args[0]))));
    }

    static String table(List<String> lines) {
        Map<Long, Map<String, List<Run>>> bySize = new TreeMap<>();
        for (String line : lines) {
            Run run = Run.parse(line);
            bySize.computeIfAbsent(run.rows(), rows -> new LinkedHashMap<>())
                    .computeIfAbsent(run.tool(), tool -> new ArrayList<>())
                    .add(run);
        }
        StringBuilder table =
                new StringBuilder(
                        """
                        | rows | tool | runs | wall s | processor s | triples/s | peak memory MB | speed, fastest peer = 1 | times the floor |
                        |---|---|---|---|---|---|---|---|---|
                        """);
        bySize.forEach((rows, tools) -> putSize(rows, tools, table));
        return table.toString();
    }

    private static void putSize(long rows, Map<String, List<Run>> tools, StringBuilder table) {
        double peer = Double.NaN;
        double floor = Double.NaN;
        for (Map.Entry<String, List<Run>> tool : tools.entrySet()) {
            double wall = median(good(tool.getValue()).stream().mapToDouble(Run::wall).toArray());
            if (PEERS.contains(tool.getKey()) && !(wall >= peer)) {
                peer = wall;
            }
            if (tool.getKey().equals(FLOOR)) {
                floor = wall;
            }
        }
        for (Map.Entry<String, List<Run>> tool : tools.entrySet()) {
            putTool(rows, tool.getKey(), tool.getValue(), peer, floor, table);
        }
    }

    private static void putTool(
            long rows,
            String tool,
            List<Run> runs,
            double peer,
            double floor,
            StringBuilder table) {
        List<Run> good = good(runs);
        table.append(String.format(Locale.ROOT, "| %,d | %s | %d | ", rows, tool, good.size()));
        if (good.isEmpty()) {
            table.append("– | – | – | – | – | failed: ")
                    .append(runs.get(runs.size() - 1).failure())
                    .append(" |\n");
            return;
        }
        double wall = median(good.stream().mapToDouble(Run::wall).toArray());
        double processor = median(good.stream().mapToDouble(Run::processor).toArray());
        double memory = median(good.stream().mapToDouble(Run::memory).toArray());
        long triples = good.get(0).triples();
        table.append(String.format(Locale.ROOT, "%.2f | %.2f | ", wall, processor))
                .append(triples == 0 ? "–" : String.format(Locale.ROOT, "%,.0f", triples / wall))
                .append(String.format(Locale.ROOT, " | %,.0f | ", memory / 1024))
                .append(triples == 0 ? "–" : ratio(peer / wall))
                .append(" | ")
                .append(ratio(wall / floor));
        if (good.size() < runs.size()) {
            table.append(" (").append(runs.size() - good.size()).append(" runs failed)");
        }
        table.append(" |\n");
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static List<Run> good(List<Run> runs) {
        return runs.stream().filter(run -> run.failure().isEmpty()).toList();
    }

    /// NaN where there is nothing.
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private record Run(
            long rows,
            String tool,
            double wall,
            double processor,
            long memory,
            long triples,
            String failure) {
        static Run parse(String line) {
            String[] fields = line.split("\t", -1);
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException(
                        "found " + fields.length + " fields, expected " + FIELDS + ": " + line);
            }
            return new Run(
                    Long.parseLong(fields[0]),
                    fields[1],
                    Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4]) + Double.parseDouble(fields[5]),
                    Long.parseLong(fields[6]),
                    Long.parseLong(fields[7]),
                    fields[8]);
        }
    }
}
