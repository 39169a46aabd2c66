package chancery.cli;

import chancery.check.Finding;
import chancery.check.Findings;
import chancery.judge.OntologyMarks;
import java.io.IOException;
import java.io.InputStream;
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
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `chancery check`: all findings in the tables and their metadata; with the texts, the evidence.
/// With files, all findings in those, whoever's they are.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks tables, metadata and, with --texts, every passage; lists all findings. With"
                        + " FILE, checks any CSV as CSV on the Web describes it.")
final class CheckCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @ParentCommand private @Nullable Cli cli;
    @Mixin private Places places = new Places();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Any table (.csv, .csv.gz …) or metadata (.json); - is a table on standard"
                            + " input. Without one, the tables of --seeds.")
    private List<String> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

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

    private enum Format {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws Refusal {
        if (coverage && places.texts() == null) {
            throw wrongUse("--coverage: found no --texts, expected the folder of texts");
        }
        if (watch && format == Format.JSON) {
            throw wrongUse("--watch: found --format json, expected text");
        }
        if (!files.isEmpty()) {
            return checkFiles();
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

    private Integer checkFiles() throws Refusal {
        for (OptionSpec given : Terminal.line(spec).getParseResult().matchedOptions()) {
            if (!given.longestName().equals("--format")) {
                throw wrongUse(
                        given.longestName() + ": found FILE beside it, expected one of them");
            }
        }
        PrintWriter out = Terminal.out(spec);
        InputStream in = cli == null ? InputStream.nullInputStream() : cli.in();
        FileCheck.Outcome outcome = new FileCheck(files, in).check();
        Findings findings = outcome.findings();
        if (format == Format.JSON) {
            out.println(FindingsJson.of(outcome.tables(), outcome.rows(), findings));
        } else {
            findings.lines().forEach(out::println);
            out.println(Report.files(outcome));
        }
        return exit(!findings.hasErrors());
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(Terminal.line(spec), message);
    }

    private Findings check() throws Refusal {
        PrintWriter out = Terminal.out(spec);
        try (Progress progress = new Progress("check", 3)) {
            Seeds seeds = read(progress);
            Findings findings = seeds.findings();
            if (format == Format.JSON) {
                out.println(FindingsJson.of(seeds.tables(), seeds.rows(), findings));
                return findings;
            }
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
