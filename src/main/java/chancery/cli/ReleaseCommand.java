package chancery.cli;

import chancery.release.ReleaseStore;
import chancery.release.ReleaseStore.Listed;
import chancery.release.Verification;
import chancery.vocab.Chy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `chancery release`: what releases there are, which one is served, and whether they are whole.
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Lists releases, chooses the current one, removes old ones, verifies one.")
final class ReleaseCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Terminal.line(spec),
                "release: found no command, expected list, use, prune or verify");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the releases, the one made last first; * marks the current one.")
    int list(@Mixin Places places) throws Refusal {
        ReleaseStore store = new ReleaseStore(places.releases());
        Optional<ReleaseStore.Choice> current = CurrentRelease.find(places);
        PrintWriter out = Terminal.out(spec);
        try {
            for (Path release : store.list()) {
                String id = release.getFileName().toString();
                boolean isCurrent = current.map(choice -> choice.id().equals(id)).orElse(false);
                out.printf(
                        "%s %s  %s%n",
                        isCurrent ? "*" : " ",
                        id,
                        store.find(id)
                                .map(ReleaseCommand::line)
                                .orElse("found no readable release.ttl"));
            }
        } catch (IOException e) {
            throw notReadable(places, e);
        }
        if (current.isEmpty()) {
            Terminal.err(spec).println(places.releases() + ": found no release");
        }
        current.map(ReleaseStore.Choice::note)
                .filter(note -> !note.isEmpty())
                .ifPresent(Terminal.err(spec)::println);
        return ExitCode.GOOD.number();
    }

    private static String line(Listed release) {
        return "%-10s  %,11d triples  %,9d claims"
                .formatted(
                        release.date(),
                        Math.max(0, release.description().triples()),
                        release.description().entities().getOrDefault(Chy.CLAIM.getURI(), 0L));
    }

    @Command(
            name = "use",
            mixinStandardHelpOptions = true,
            description = "Makes a release the current one; a running server takes it up at once.",
            footer = {"", "serve makes a new one when the tables are newer; not with --no-build."})
    int use(@Mixin Places places, @Parameters(paramLabel = "ID") String id) throws Refusal {
        try {
            if (!new ReleaseStore(places.releases()).use(id)) {
                throw Releases.unknown(places, id);
            }
        } catch (IOException e) {
            throw new Refusal(
                    places.releases() + ": found it not writable (" + e.getMessage() + ")");
        }
        Terminal.out(spec).printf("release %s is current%n", id);
        return ExitCode.GOOD.number();
    }

    @Command(
            name = "prune",
            mixinStandardHelpOptions = true,
            description = "Removes old releases, never the current one nor one being built.")
    int prune(
            @Mixin Places places,
            @Option(
                            names = "--keep",
                            paramLabel = "N",
                            defaultValue = "3",
                            description =
                                    "How many of those made last stay (default: ${DEFAULT-VALUE}); the"
                                            + " current one stays in any case.")
                    int keep)
            throws Refusal {
        if (keep < 0) {
            throw new Refusal("--keep: found \"" + keep + "\", expected 0 or more");
        }
        PrintWriter out = Terminal.out(spec);
        try {
            if (!Files.isDirectory(places.releases())) {
                out.println("nothing to remove");
                return ExitCode.GOOD.number();
            }
            FileStore disk = Files.getFileStore(places.releases());
            long before = disk.getUsableSpace();
            List<String> removed = new ReleaseStore(places.releases()).prune(keep);
            // databases are sparse files: their sizes say nothing of the room they take
            long room = Math.max(0, disk.getUsableSpace() - before);
            removed.forEach(id -> out.printf("removed %s%n", id));
            out.println(
                    removed.isEmpty()
                            ? "nothing to remove"
                            : "%,d removed, about %,d MB more room on the disk"
                                    .formatted(removed.size(), room >> 20));
        } catch (IOException e) {
            throw new Refusal(
                    places.releases() + ": found it not writable (" + e.getMessage() + ")");
        }
        return ExitCode.GOOD.number();
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Looks whether a release is what it says it is: its files against SHA256SUMS and"
                            + " release.ttl, its database against the counts of release.ttl and the id.")
    int verify(
            @Mixin Places places,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "ID",
                            description = "A release (default: the current one).")
                    @Nullable String id)
            throws Refusal {
        Path folder = id == null ? CurrentRelease.folder(places) : Releases.folder(places, id);
        Releases.requireFormat(folder);
        PrintWriter out = Terminal.out(spec);
        try {
            Verification.Result result = Verification.of(folder);
            result.broken().forEach(Terminal.err(spec)::println);
            int broken = result.broken().size();
            out.printf(
                    "release %s: %,d files and %,d counts looked at, %s%n",
                    folder.getFileName(),
                    result.files(),
                    result.counts(),
                    broken == 0 ? "all hold" : "%,d do not hold".formatted(broken));
            return (broken == 0 ? ExitCode.GOOD : ExitCode.FINDINGS).number();
        } catch (IOException e) {
            throw new Refusal(folder + ": found it not readable (" + e.getMessage() + ")");
        }
    }

    private static Refusal notReadable(Places places, IOException e) {
        return new Refusal(places.releases() + ": found it not readable (" + e.getMessage() + ")");
    }
}
