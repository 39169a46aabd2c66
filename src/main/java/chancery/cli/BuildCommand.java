package chancery.cli;

import chancery.release.ReleaseBuild;
import chancery.release.ReleaseStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `chancery build`: tables in, a release out, or findings and no release.
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Checks the tables and makes a release of them; any finding stops it.")
final class BuildCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private Places places = new Places();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description =
                    "Date of the release (default: SOURCE_DATE_EPOCH, else the newest date in"
                            + " changes.csv).")
    private @Nullable LocalDate date;

    @Option(
            names = "--verbose",
            description = "List every change against the former release, not only the first ones.")
    private boolean verbose;

    @Override
    public Integer call() throws Refusal {
        PrintWriter out = Terminal.out(spec);
        PrintWriter err = Terminal.err(spec);
        Optional<Path> former = CurrentRelease.find(places).map(ReleaseStore.Choice::folder);
        ReleaseBuild.Made made = new GraphBuild(places, date).make(err);
        if (made == null) {
            return ExitCode.FINDINGS.number();
        }
        out.printf("release %s in %s%n", made.id(), made.folder());
        out.printf(
                "%,d triples, %,d claims, %,d disagreements%n",
                made.census().triples(),
                made.census().of("Claim"),
                made.census().of("Disagreement"));
        ChangesReport changes = new ChangesReport(out, verbose);
        former.ifPresent(folder -> changes.print(places.releases(), folder, made.folder()));
        ChangesReport.catchUp(places.releases());
        return ExitCode.GOOD.number();
    }
}
