package chancery.cli;

import chancery.release.ReleaseStore.Listed;
import chancery.release.change.Changelog;
import chancery.release.change.ReleasePatch;
import chancery.release.change.UnreadableDump;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `chancery diff`: what turns one release into another, for programs or for people.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Writes the patch (RDF Patch) that turns chancery.nq of one release into that of"
                        + " another, or with --changelog what changed, in words.",
        footer = {
            "",
            "chancery diff A B -o a-to-b.rdfp.gz   and back: chancery diff B A",
            "chancery diff A current --changelog"
        })
final class DiffCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @ParentCommand private @Nullable Cli cli;
    @Mixin private Places places = new Places();

    @Parameters(index = "0", paramLabel = "A", description = "Id of a release, or current.")
    private String former = "";

    @Parameters(index = "1", paramLabel = "B", description = "Id of another one, or current.")
    private String later = "";

    @Option(
            names = "--changelog",
            description =
                    "Write claims, verdicts, disagreements and things that came or went, as"
                            + " Markdown.")
    private boolean changelog;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; .gz is compressed (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() throws Refusal {
        Listed from = Releases.named(places, former);
        Listed to = Releases.named(places, later);
        try {
            if (output == null) {
                OutputStream out = cli == null ? OutputStream.nullOutputStream() : cli.bytesOut();
                write(from, to, out);
                out.flush();
            } else {
                try (OutputFile file = OutputFile.open(output)) {
                    String what = write(from, to, file.stream());
                    file.finish();
                    Terminal.out(spec).printf("%s in %s%n", what, output);
                }
            }
        } catch (UnreadableDump e) {
            throw new Refusal(e);
        } catch (IOException e) {
            throw new Refusal(
                    "%s: found no way to write it (%s)"
                            .formatted(
                                    output == null ? "standard output" : output, e.getMessage()));
        }
        return ExitCode.GOOD.number();
    }

    /// @return what has been written, in words
    private String write(Listed from, Listed to, OutputStream out) throws IOException {
        if (changelog) {
            String text = Changelog.of(from, to);
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return "changelog";
        }
        ReleasePatch.Size size = ReleasePatch.write(from, to, out);
        return "patch: %,d quads deleted, %,d added".formatted(size.deleted(), size.added());
    }
}
