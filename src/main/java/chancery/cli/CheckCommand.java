package chancery.cli;

import chancery.check.Finding;
import chancery.check.Findings;
import chancery.judge.OntologyMarks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `chancery check`: all findings in the tables and their metadata; with the texts, the evidence.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks tables, metadata and, with --texts, every passage; lists all findings.")
final class CheckCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private Places places = new Places();

    @Option(
            names = "--coverage",
            description = "Also list the sentences that no row and no line of furniture touches.")
    private boolean coverage;

    @Option(
            names = "--watch",
            description =
                    "Stay, check again whenever a file was saved, and tell what is new and what is"
                            + " gone; until interrupted.")
    private boolean watch;

    @Override
    public Integer call() throws Refusal {
        if (coverage && places.texts() == null && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--coverage: found no --texts, expected the folder of texts");
        }
        if (!watch) {
            return exit(check().isEmpty());
        }
        // it watches before it reads, so that no save falls between the two
        try (FolderWatch saves = FolderWatch.of(watched())) {
            List<Finding> first = check().sorted();
            PrintWriter out = Terminal.out(spec);
            out.println("watching " + shown() + "; Ctrl+C ends it");
            out.flush();
            WatchedCheck again = new WatchedCheck(first, this::found, LocalTime::now, out);
            return exit(again.watch(saves));
        } catch (IOException e) {
            throw new Refusal(shown() + ": found no way to watch them: " + e.getMessage());
        }
    }

    private Findings check() throws Refusal {
        PrintWriter out = Terminal.out(spec);
        try (Progress progress = new Progress("check", 3)) {
            Seeds seeds = read(progress);
            Findings findings = seeds.findings();
            findings.lines().forEach(out::println);
            Report.evidence(seeds, out);
            if (coverage) {
                seeds.coverage().get().forEach(report -> Report.coverage(report, out));
            }
            out.println(Report.tables(seeds));
            return findings;
        }
    }

    private Seeds read(Progress progress) throws Refusal {
        Seeds seeds = new SeedReader(places).read(progress);
        if (seeds.findings().isEmpty() && !seeds.curation().rows().isEmpty()) {
            decisions(seeds).forEach(seeds.findings()::add);
        }
        return seeds;
    }

    private List<Finding> found() throws Refusal {
        try (Progress progress = new Progress("check", 3)) {
            return read(progress).findings().sorted();
        }
    }

    private List<Path> watched() {
        return Stream.of(places.seeds(), places.ontology(), places.texts())
                .filter(Objects::nonNull)
                .toList();
    }

    private String shown() {
        return watched().stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static Integer exit(boolean good) {
        return (good ? ExitCode.GOOD : ExitCode.FINDINGS).number();
    }

    /// Whether a curator's rows decide anything shows only when everything has been judged.
    private List<Finding> decisions(Seeds seeds) throws Refusal {
        Judging judging =
                new Judging(ConstraintFiles.read(places.constraints()), places.base(), seeds);
        OntologyMarks marks =
                new OntologyMarks(OntologyFiles.ontology(places.ontology(), places.base()));
        return judging.unmet(judging.judge(marks));
    }
}
