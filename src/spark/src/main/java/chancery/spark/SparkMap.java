package chancery.spark;

import chancery.check.Findings;
import chancery.check.keys.KeyDigest;
import chancery.cli.PackTables;
import chancery.cli.Refusal;
import chancery.describe.TableGroup;
import chancery.evidence.NamedTimes;
import chancery.spark.Plan.Part;
import chancery.spark.PartWriter.Written;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/// Maps tables on many machines: the row plans of `chancery map` inside Apache Spark.
///
/// The tables are read once, each by one task, to find where records end (a line break between
/// quotes ends none); then each part is mapped by whoever is free, and written as one file. The
/// lines of all files together, sorted, are those of `chancery map`, sorted.
public final class SparkMap {
    private static final int GOOD = 0;
    private static final int FINDINGS = 1;
    private static final int WRONG_USE = 2;
    private static final int REFUSAL = 3;

    private SparkMap() {}

    public static void main(String[] args) throws IOException {
        int exit;
        try {
            exit = run(Options.of(args), System.out, System.err);
        } catch (Options.Wrong e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            exit = WRONG_USE;
        }
        System.exit(exit);
    }

    /// @return the exit code, as that of `chancery map`, and for references as that of `chancery
    ///     check`
    static int run(Options options, PrintStream out, PrintStream err) throws IOException {
        SparkConf conf = new SparkConf().setAppName("chancery map " + String.join(" ", options.files()));
        options.master().ifPresent(conf::setMaster);
        shareSeeds(conf);
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            spark.setLogLevel("WARN");
            return new Run(spark, options, out, err).run();
        }
    }

    /// Equal keys have to have equal digests on all machines.
    private static void shareSeeds(SparkConf conf) {
        String seeds = KeyDigest.freshSeeds();
        System.setProperty(KeyDigest.SEEDS, seeds);
        String option = "spark.executor.extraJavaOptions";
        conf.set(option, conf.get(option, "") + " -D" + KeyDigest.SEEDS + "=" + seeds);
    }

    private record Run(
            JavaSparkContext spark, Options options, PrintStream out, PrintStream err) {
        int run() throws IOException {
            // what a task takes along must not be this
            String output = options.output();
            Path folder = new Path(output);
            if (FileTables.system(folder).exists(folder)) {
                err.println(folder + ": found something there, expected no such folder");
                return REFUSAL;
            }
            Optional<PackTables> packed;
            try {
                packed = options.packTables();
            } catch (Refusal e) {
                err.println(e.getMessage());
                return REFUSAL;
            }
            Plan plan = options.plan(packed);
            Findings ofMetadata = new Findings();
            Optional<TableGroup> group = plan.group(ofMetadata);
            ofMetadata.lines().forEach(err::println);
            if (group.isEmpty()) {
                return REFUSAL;
            }
            long begun = System.nanoTime();
            List<Plan.Cut> cuts = cuts(plan);
            List<Part> all = cuts.stream().flatMap(one -> one.parts().stream()).toList();
            List<String> unread = cuts.stream().flatMap(one -> one.findings().stream()).toList();
            if (all.isEmpty() && unread.isEmpty()) {
                err.println("found no rows");
            }
            double cut = seconds(begun);
            JavaRDD<Written> written =
                    spark.parallelize(new ArrayList<>(all), Math.max(1, all.size()))
                            .map(part -> new PartWriter(plan, output).write(part))
                            .persist(StorageLevel.DISK_ONLY());
            List<Written> told = written.map(Written::withoutKeys).collect();
            double mapped = seconds(begun) - cut;
            if (packed.isPresent()) {
                NamedTimes times = new NamedTimes(packed.get().base());
                told.forEach(one -> times.addAll(one.times()));
                PartWriter.writeTimes(plan, times, packed.get().known(), output);
            } else {
                PartWriter.writeGroup(plan, group.get(), output);
            }
            List<String> wrong =
                    options.keys() ? new Keys(plan, all).wrong(spark, written) : List.of();
            unread.forEach(err::println);
            told.stream().flatMap(one -> one.findings().stream()).forEach(err::println);
            wrong.forEach(err::println);
            boolean whole = unread.isEmpty() && told.stream().allMatch(Written::whole);
            FileTables.system(folder).delete(new Path(folder, PartWriter.UNFINISHED), true);
            if (whole) {
                FileTables.system(folder).create(new Path(folder, "_SUCCESS")).close();
            }
            out.printf(
                    "%,d rows in %,d parts; %.1f s to cut, %.1f s to map, %.1f s for keys%n",
                    told.stream().mapToLong(Written::rows).sum(),
                    told.size(),
                    cut,
                    mapped,
                    seconds(begun) - cut - mapped);
            boolean good = wrong.isEmpty() && told.stream().noneMatch(Written::hasErrors);
            return !whole ? REFUSAL : good ? GOOD : FINDINGS;
        }

        private List<Plan.Cut> cuts(Plan plan) {
            List<Integer> numbers = new ArrayList<>(plan.tables());
            return spark.parallelize(numbers, Math.max(1, numbers.size()))
                    .map(plan::parts)
                    .collect();
        }

        private static double seconds(long since) {
            return (System.nanoTime() - since) / 1e9;
        }
    }
}
