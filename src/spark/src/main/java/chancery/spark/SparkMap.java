package chancery.spark;

import chancery.check.Findings;
import chancery.check.keys.KeyDigest;
import chancery.cli.ExitCode;
import chancery.cli.PackTables;
import chancery.cli.Refusal;
import chancery.describe.TableGroup;
import chancery.evidence.NamedTimes;
import chancery.spark.Plan.Part;
import chancery.spark.PartWriter.Written;
import chancery.table.MalformedTable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/// Maps tables on many machines: the row plans of `chancery map` inside Apache Spark.
///
/// The tables are read once, each by one task, to find where records end (a line break between
/// quotes ends none); then each part is mapped by whoever is free, and written as one file. The
/// lines of all files together, sorted, are those of `chancery map`, sorted.
public final class SparkMap {
    private SparkMap() {}

    public static void main(String[] args) {
        // the same digits and the same words everywhere
        Locale.setDefault(Locale.ROOT);
        System.exit(exit(args, System.out, System.err).number());
    }

    private static ExitCode exit(String[] args, PrintStream out, PrintStream err) {
        try {
            return run(Options.of(args), out, err);
        } catch (Options.Wrong e) {
            err.println(e.getMessage());
            err.println(Options.USAGE);
            return ExitCode.USAGE;
        } catch (Throwable e) {
            // Java would end with 1, which is for findings
            return failed(e, err);
        }
    }

    /// What a file system or Spark cannot do is told in a line.
    private static ExitCode failed(Throwable thrown, PrintStream err) {
        Throwable cause = thrown;
        while ((cause instanceof SparkException || cause instanceof UncheckedIOException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof SparkException
                || cause instanceof IOException
                || cause instanceof MalformedTable) {
            String message = cause.getMessage();
            // those of java.nio.file name a file, and nothing else
            String why =
                    message == null || cause instanceof FileSystemException
                            ? cause.toString()
                            : message;
            err.println("found no way to go on (" + why.lines().findFirst().orElse("") + ")");
            return ExitCode.REFUSAL;
        }
        err.println("This is a mistake of Chancery itself:");
        thrown.printStackTrace(err);
        return ExitCode.BUG;
    }

    /// @return how it ended, as `chancery map` has it, and for references as `chancery check` has
    private static ExitCode run(Options options, PrintStream out, PrintStream err)
            throws IOException {
        String name = "chancery map " + String.join(" ", options.files());
        SparkConf conf = new SparkConf().setAppName(name);
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
        ExitCode run() throws IOException {
            Path given = new Path(options.output());
            FileSystem system = FileTables.system(given);
            // another machine, or the folder where an executor works, would make another of it
            Path folder = system.makeQualified(given);
            // what a task takes along must not be this
            String output = folder.toString();
            if (system.exists(folder)) {
                err.println(folder + ": found something there, expected no such folder");
                return ExitCode.REFUSAL;
            }
            Optional<PackTables> packed;
            try {
                packed = options.packTables();
            } catch (Refusal e) {
                err.println(e.getMessage());
                return ExitCode.REFUSAL;
            }
            Plan plan = options.plan(packed);
            Findings ofMetadata = new Findings();
            Optional<TableGroup> group = plan.group(ofMetadata);
            ofMetadata.lines().forEach(err::println);
            if (group.isEmpty()) {
                return ExitCode.REFUSAL;
            }
            long begun = System.nanoTime();
            List<Plan.Cut> cuts = cuts(plan);
            List<Part> all = cuts.stream().flatMap(one -> one.parts().stream()).toList();
            boolean read = cuts.stream().allMatch(Plan.Cut::whole);
            if (all.isEmpty() && read) {
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
                Map<Integer, List<String>> comments =
                        cuts.stream()
                                .collect(Collectors.toMap(Plan.Cut::table, Plan.Cut::comments));
                PartWriter.writeGroup(plan, group.get(), comments, output);
            }
            List<String> wrong =
                    options.keys() ? new Keys(plan, all).wrong(spark, written) : List.of();
            cuts.stream().flatMap(one -> one.findings().stream()).forEach(err::println);
            told.stream().flatMap(one -> one.findings().stream()).forEach(err::println);
            wrong.forEach(err::println);
            boolean whole = read && told.stream().allMatch(Written::whole);
            system.delete(new Path(folder, PartWriter.UNFINISHED), true);
            whole &= isThere(told, system, folder);
            if (whole) {
                system.create(new Path(folder, "_SUCCESS")).close();
            }
            out.printf(
                    "%,d rows in %,d parts; %.1f s to cut, %.1f s to map, %.1f s for keys%n",
                    told.stream().mapToLong(Written::rows).sum(),
                    told.size(),
                    cut,
                    mapped,
                    seconds(begun) - cut - mapped);
            boolean good = wrong.isEmpty() && told.stream().noneMatch(Written::hasErrors);
            return !whole ? ExitCode.REFUSAL : good ? ExitCode.GOOD : ExitCode.FINDINGS;
        }

        /// Whether all parts lie where this machine sees them.
        private boolean isThere(List<Written> told, FileSystem system, Path folder)
                throws IOException {
            Set<String> files = new HashSet<>();
            for (FileStatus file : system.listStatus(folder)) {
                files.add(file.getPath().getName());
            }
            List<String> expected =
                    told.stream().map(Written::file).filter(name -> !name.isEmpty()).toList();
            List<String> missing =
                    expected.stream().filter(name -> !files.contains(name)).toList();
            if (!missing.isEmpty()) {
                err.println(
                        ("%s: found %d of %d parts, no %s, expected all; every machine has to"
                                        + " write into the same folder")
                                .formatted(
                                        folder,
                                        expected.size() - missing.size(),
                                        expected.size(),
                                        missing.getFirst()));
            }
            return missing.isEmpty();
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
