package chancery.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One run of Jazzer, which changes inputs so that they reach new branches of our code.
///
/// @param seconds how long it took
/// @param found the inputs on which the target failed, or did not end
/// @param log all that was printed
record FuzzRun(
        FuzzTarget target,
        int exitCode,
        long executions,
        long seconds,
        List<Path> found,
        Path log) {
    static final Path FOLDER = Path.of("target/fuzz");

    /// By the clock, which a busy machine makes useless for less; [FuzzEntry] counts the time of
    /// the processor.
    private static final int SECONDS_PER_INPUT = 60;
    private static final int BYTES_PER_INPUT = 4096;
    private static final int FINDINGS_AT_MOST = 10;
    private static final String LOOKED_INTO =
            "chancery.**:org.apache.commons.csv.**:com.fasterxml.jackson.core.**";
    /// What measures time, or makes up seeds of its own, would make every run another one.
    private static final String NOT_LOOKED_INTO =
            "chancery.fuzz.**:com.fasterxml.jackson.core.sym.**";

    /// Metadata may have regular expressions, and ours are run within bounds.
    private static final String ALLOWED = "com.code_intelligence.jazzer.sanitizers.RegexInjection";
    private static final Pattern EXECUTIONS =
            Pattern.compile("stat::number_of_executed_units: *(\\d+)");
    private static final Pattern EXCEPTION = Pattern.compile("== Java (?:Exception|Assertion).*");

    FuzzRun {
        found = List.copyOf(found);
    }

    /// How much is tried: until one of both is reached.
    ///
    /// @param inputs how many; -1 for any number
    /// @param seconds how long; a start takes some more
    /// @param seed of what is changed at random; 0 for one of the clock
    record Effort(long inputs, int seconds, long seed) {
        private static final int SECONDS_AT_MOST = 120;

        /// So many inputs, from one seed: the very same ones on every machine where neither
        /// threads nor the order of classes have a say in what is reached.
        static Effort fixed(FuzzTarget target) {
            return new Effort(target.inputs(), SECONDS_AT_MOST, 1);
        }

        static Effort of(int seconds) {
            return new Effort(-1, seconds, 0);
        }

        boolean isFixed() {
            return inputs >= 0;
        }
    }

    static FuzzRun of(FuzzTarget target, Effort effort) throws IOException, InterruptedException {
        Path folder = FOLDER.resolve(target.folder());
        Path found = Files.createDirectories(folder.resolve("found"));
        clear(found);
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        if (effort.isFixed()) {
            // what former runs kept would be tried first
            clear(corpus);
        }
        Path log = folder.resolve("log");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command(target, effort, folder, found))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            int exitCode = process.waitFor();
            long seconds = (System.nanoTime() - start) / 1_000_000_000L;
            return new FuzzRun(target, exitCode, executions(log), seconds, filesOf(found), log);
        } finally {
            process.destroyForcibly();
        }
    }

    /// The last count, for there is one with every finding.
    private static long executions(Path log) throws IOException {
        long executions = 0;
        Matcher count = EXECUTIONS.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
        while (count.find()) {
            executions = Long.parseLong(count.group(1));
        }
        return executions;
    }

    private static void clear(Path folder) throws IOException {
        for (Path former : filesOf(folder)) {
            Files.delete(former);
        }
    }

    private static List<String> command(FuzzTarget target, Effort effort, Path folder, Path found)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzEntry.class.getName(),
                        "--target_args=" + target.name(),
                        "--instrumentation_includes=" + LOOKED_INTO,
                        "--custom_hook_includes=" + LOOKED_INTO,
                        "--instrumentation_excludes=" + NOT_LOOKED_INTO,
                        "--custom_hook_excludes=" + NOT_LOOKED_INTO,
                        "--mutator_framework=false",
                        "--disabled_hooks=" + ALLOWED,
                        "--keep_going=" + FINDINGS_AT_MOST,
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + found + "/",
                        "-runs=" + effort.inputs(),
                        "-max_total_time=" + effort.seconds(),
                        "-seed=" + effort.seed(),
                        "-timeout=" + SECONDS_PER_INPUT,
                        "-report_slow_units=" + SECONDS_PER_INPUT,
                        "-max_len=" + BYTES_PER_INPUT,
                        "-print_final_stats=1",
                        folder.resolve("corpus").toString(),
                        target.cases().toString()));
        return command;
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /// What was thrown, a line each.
    String findings() throws IOException {
        List<String> findings = new ArrayList<>();
        EXCEPTION
                .matcher(Files.readString(log, StandardCharsets.ISO_8859_1).replace("\r", ""))
                .results()
                .forEach(found -> findings.add(found.group()));
        found.forEach(file -> findings.add(file.toString()));
        return String.join("\n", findings);
    }

    String advice() {
        return log
                + " tells what failed; keep the input as "
                + target.cases().resolve("found-WHAT-IT-IS")
                + ", where FuzzCasesTest repeats it";
    }
}
