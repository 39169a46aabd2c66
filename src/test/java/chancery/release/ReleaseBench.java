package chancery.release;

import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How long a release of a large invented graph takes, and how much memory and disk; by hand.
///
/// It also verifies the release, unless told not to.
public final class ReleaseBench {
    private static final Duration TOLD_EVERY = Duration.ofSeconds(20);

    /// Phases by name, each with when it began and when it was last heard of.
    private final Map<String, long[]> phases = new LinkedHashMap<>();

    private final long begun = System.nanoTime();
    private long told;

    private ReleaseBench() {}

    /// @param args folder for the releases, number of triples; then `no-verify` if that is left out
    public static void main(String[] args) throws Exception {
        Path releases = Path.of(args[0]);
        long triples = Long.parseLong(args[1]);
        ReleaseBench bench = new ReleaseBench();
        ReleaseBuild.Made made = bench.build(releases, triples);
        bench.report(made);
        if (!List.of(args).contains("no-verify")) {
            long start = System.nanoTime();
            Verification.Result result = Verification.of(made.folder());
            System.out.printf(
                    "verify: %s s, %d files, %d counts, broken %s%n",
                    seconds(System.nanoTime() - start),
                    result.files(),
                    result.counts(),
                    result.broken());
        }
        memory();
    }

    private ReleaseBuild.Made build(Path releases, long triples) throws ReleaseRefused {
        try (ReleaseBuild build =
                new ReleaseBuild(
                        releases,
                        Base.DEFAULT,
                        LocalDate.of(2026, 1, 31),
                        Workroom.bytesByHeap(),
                        this::at)) {
            new SyntheticEvents(triples, 42).writeTo(build.sink());
            return build.finish();
        }
    }

    private synchronized void at(String what, long done, long all) {
        long now = System.nanoTime();
        long[] phase = phases.computeIfAbsent(what, name -> new long[] {now, now, 0});
        phase[1] = now;
        phase[2] = Math.max(phase[2], done);
        if (now - told > TOLD_EVERY.toNanos()) {
            told = now;
            System.out.printf("  %s s: %s %,d of %,d%n", seconds(now - begun), what, done, all);
        }
    }

    private void report(ReleaseBuild.Made made) throws IOException {
        long all = System.nanoTime() - begun;
        System.out.printf(
                "%nrelease %s: %,d triples, %,d quads, %s s, %,d triples/s%n",
                made.id(),
                made.census().triples(),
                made.census().quads(),
                seconds(all),
                made.census().triples() * 1_000_000_000L / all);
        phases.forEach(
                (what, phase) ->
                        System.out.printf(
                                "  %-20s from %7s s, last told at %7s s, %,12d, %,9d/s%n",
                                what,
                                seconds(phase[0] - begun),
                                seconds(phase[1] - begun),
                                phase[2],
                                phase[2] * 1_000_000_000L / Math.max(1, phase[1] - phase[0])));
        sizes(made.folder())
                .forEach((name, size) -> System.out.printf("  %-30s %,8d MB%n", name, size >> 20));
    }

    /// By the lengths of files; those of a database have up to 8 MB each that take no room.
    private static Map<String, Long> sizes(Path release) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = release.relativize(file);
                String part = name.getName(0).toString();
                if (name.getNameCount() > 2 && part.equals("dumps")) {
                    part += "/" + name.getName(1);
                } else if (part.equals("dumps")) {
                    part += "/" + name.getFileName();
                }
                long bytes = Files.size(file);
                sizes.merge(part, bytes, Long::sum);
            }
        }
        return sizes;
    }

    private static String seconds(long nanos) {
        return String.format("%.1f", nanos / 1e9);
    }

    private static void memory() throws IOException {
        long heap = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heap += pool.getPeakUsage().getUsed();
            }
        }
        System.out.printf("heap at most %,d MB (sum of the peaks of its parts)%n", heap >> 20);
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Optional<String> most =
                    Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmHWM"))
                            .findFirst();
            System.out.println("with mapped files " + most.orElse("unknown"));
        }
    }
}
