package chancery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `EndpointReport RUNS`: the medians of the runs that [Ask] wrote, as Markdown tables, and whether
/// the stores agree.
public final class EndpointReport {
    private static final String OURS = "chancery";
    private static final String PLAIN = "fuseki";

    /// A line of the file of runs.
    private record Run(
            String store,
            String mode,
            int clients,
            int round,
            String shape,
            double millis,
            int status,
            long rows,
            long sum) {
        static Run parse(String line) {
            String[] cells = line.split("\t");
            return new Run(
                    cells[0].intern(),
                    cells[1].intern(),
                    Integer.parseInt(cells[2]),
                    Integer.parseInt(cells[3]),
                    cells[4].intern(),
                    Double.parseDouble(cells[5]),
                    Integer.parseInt(cells[6]),
                    Long.parseLong(cells[7]),
                    Long.parseLong(cells[8]));
        }
    }

    private final List<Run> runs;
    private final Set<String> stores = new LinkedHashSet<>();

    private EndpointReport(List<Run> runs) {
        this.runs = runs;
        runs.forEach(run -> stores.add(run.store));
    }

    public static void main(String[] args) throws IOException {
        System.out.print(table(Files.readAllLines(Path.of(args[0]))));
    }

    static String table(List<String> lines) {
        EndpointReport report = new EndpointReport(lines.stream().map(Run::parse).toList());
        StringBuilder out = new StringBuilder();
        for (String mode : List.of("fresh", "same")) {
            for (int clients : new int[] {1, 8, 64}) {
                report.shapes(mode, clients, out);
            }
        }
        report.throughput(out);
        report.disagreements(out);
        return out.toString();
    }

    private void shapes(String mode, int clients, StringBuilder out) {
        Map<String, Map<String, List<Double>>> times = new TreeMap<>();
        for (Run run : runs) {
            if (run.mode.equals(mode) && run.clients == clients && !run.shape.equals("all")) {
                times.computeIfAbsent(run.shape, name -> new TreeMap<>())
                        .computeIfAbsent(run.store, name -> new ArrayList<>())
                        .add(run.status == 200 ? run.millis : Double.POSITIVE_INFINITY);
            }
        }
        Map<String, Map<String, Double>> medians = new TreeMap<>();
        times.forEach(
                (shape, byStore) -> {
                    Map<String, Double> one = new TreeMap<>();
                    byStore.forEach((store, millis) -> one.put(store, median(millis)));
                    medians.put(shape, one);
                });
        if (medians.isEmpty()) {
            return;
        }
        out.append("\n%s, %d clients, milliseconds (median)%n%n".formatted(mode, clients));
        row(out, "query", stores);
        row(out, "---", stores.stream().map(store -> "---").toList());
        medians.forEach(
                (shape, byStore) ->
                        row(
                                out,
                                shape,
                                stores.stream().map(store -> number(byStore.get(store))).toList()));
        row(
                out,
                "geometric mean",
                stores.stream()
                        .map(
                                store ->
                                        number(
                                                geometric(
                                                        medians.values().stream()
                                                                .map(it -> it.get(store))
                                                                .toList())))
                        .toList());
        medians.forEach(
                (shape, byStore) -> {
                    Double ours = byStore.get(OURS);
                    Double plain = byStore.get(PLAIN);
                    if (ours != null && plain != null && ours > plain * 1.1 + 1) {
                        out.append("slower than plain Fuseki: %s%n".formatted(shape));
                    }
                });
    }

    private void throughput(StringBuilder out) {
        out.append("\nanswers a second (median of the rounds)%n%n".formatted());
        row(out, "mode, clients", stores);
        row(out, "---", stores.stream().map(store -> "---").toList());
        for (String mode : List.of("fresh", "same")) {
            for (int clients : new int[] {1, 8, 64}) {
                row(
                        out,
                        mode + ", " + clients,
                        stores.stream()
                                .map(store -> number(perSecond(mode, clients, store)))
                                .toList());
            }
        }
    }

    private Double perSecond(String mode, int clients, String store) {
        return median(
                runs.stream()
                        .filter(run -> run.shape.equals("all") && run.mode.equals(mode))
                        .filter(run -> run.clients == clients && run.store.equals(store))
                        .map(run -> run.rows * 1000 / run.millis)
                        .toList());
    }

    /// One line for each query that stores answer differently, with how many did.
    private void disagreements(StringBuilder out) {
        Map<String, Set<String>> answers = new TreeMap<>();
        for (Run run : runs) {
            if (run.status != 200) {
                out.append("failed: %s%n".formatted(run));
            } else if (run.clients == 1 && !run.shape.equals("all")) {
                answers.computeIfAbsent(
                                run.mode + " " + run.shape + " round " + run.round,
                                name -> new LinkedHashSet<>())
                        .add(run.rows + " rows " + run.sum);
            }
        }
        answers.forEach(
                (query, different) -> {
                    if (different.size() > 1) {
                        out.append("different: %s: %s%n".formatted(query, different));
                    }
                });
    }

    private static Double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private static Double geometric(List<Double> values) {
        double logs = 0;
        for (Double value : values) {
            if (value == null || value.isNaN()) {
                return Double.NaN;
            }
            logs += Math.log(value);
        }
        return Math.exp(logs / values.size());
    }

    private static String number(Double value) {
        return value == null || value.isNaN()
                ? ""
                : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private static void row(StringBuilder out, String first, Collection<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n")));
    }
}
