package chancery.cli;

import chancery.check.Findings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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

    @Override
    public Integer call() throws Refusal {
        PrintWriter out = Terminal.out(spec);
        if (coverage && places.texts() == null && spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--coverage: found no --texts, expected the folder of texts");
        }
        try (Progress progress = new Progress("check", 3)) {
            Seeds seeds = new SeedReader(places).read(progress);
            Findings findings = seeds.findings();
            findings.lines().forEach(out::println);
            seeds.tallies().forEach((source, tally) -> out.println(Report.evidence(source, tally)));
            if (coverage) {
                seeds.coverage().forEach(report -> Report.coverage(report, out));
            }
            out.println(Report.tables(seeds));
            return (findings.isEmpty() ? ExitCode.GOOD : ExitCode.FINDINGS).number();
        }
    }
}
