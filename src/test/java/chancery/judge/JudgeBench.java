package chancery.judge;

import chancery.vocab.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/// Measures the judge alone over made-up claims; no test, see `docs/benchmarks.md`.
final class JudgeBench {
    private static final long SEED = 20261125;

    private JudgeBench() {}

    /// @param sizes how many claims, one number or more
    public static void main(String[] sizes) throws IOException {
        for (String size : sizes) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int size) throws IOException {
        SyntheticClaims made = new SyntheticClaims(size, SEED);
        Brief brief =
                new Brief(
                        Base.DEFAULT,
                        new OntologyMarks(ontology()),
                        made.values,
                        made.register,
                        List.of(Rule.values()),
                        List.of(),
                        constraints());
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long ownStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Judgement judgement = new Judge(brief).judge(made.claims);
        double seconds = (System.nanoTime() - start) / 1e9;
        long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - ownStart;
        // each pool has its peak at another moment, so their sum is an upper bound
        long peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        Map<String, Long> kinds =
                judgement.disagreements().stream()
                        .collect(
                                Collectors.groupingBy(
                                        d -> d.clash().kind().localName(),
                                        TreeMap::new,
                                        Collectors.counting()));
        Map<Verdict, Long> verdicts =
                judgement.verdicts().values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Function.identity(), TreeMap::new, Collectors.counting()));
        System.out.printf(
                Locale.ROOT,
                "%,d claims: %.1f s (%.1f s of its own), peak heap %,d MB%n  %s%n  %s%n",
                made.claims.size(),
                seconds,
                own / 1e9,
                peak >> 20,
                kinds,
                verdicts);
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static Graph ontology() {
        Graph graph = GraphFactory.createGraphMem();
        for (String file : List.of("core", "detail", "evidence")) {
            RDFParser.source("ontology/" + file + ".ttl").parse(graph);
        }
        return graph;
    }

    private static List<Constraint> constraints() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("queries/constraints"))) {
            return files.sorted().map(JudgeBench::constraint).toList();
        }
    }

    private static Constraint constraint(Path file) {
        try {
            String name = file.getFileName().toString().replace(".rq", "");
            return Constraint.of(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
