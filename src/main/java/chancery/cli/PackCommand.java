package chancery.cli;

import chancery.describe.BadDescription;
import chancery.pack.Pack;
import chancery.pack.PackStore;
import chancery.pack.PackStore.Added;
import chancery.release.ReleaseBuild;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `chancery pack`: public datasets that the project describes, whose files anybody can add.
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "Lists the datasets that are described, adds files of them, removes them.",
        footer = {
            "",
            "A pack describes a dataset; its files are not in the project."
                    + " seeds/packs/NAME/README.md says where they are published and under which"
                    + " licence.",
            "Examples:",
            "  chancery pack list",
            "  chancery pack add cow-states ~/Downloads/states2016.csv",
            "  chancery pack add un-votes un_roll_calls.csv un_votes.csv.gz",
            "  chancery pack remove cow-states"
        })
final class PackCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Terminal.line(spec), "pack: found no command, expected list, add or remove");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Lists the packs, which files they take and which were added: rows, size,"
                            + " day; and how to cite the dataset.")
    int list(@Mixin Places places) throws Refusal {
        PrintWriter out = Terminal.out(spec);
        PackStore store = new PackStore(places.packs());
        try {
            for (Pack pack : Pack.all(places.seeds().resolve("packs"))) {
                PackList.print(pack, store.files(pack.name()), out);
            }
            out.printf(
                    "%nchancery pack add NAME FILE… adds files;"
                            + " seeds/packs/NAME/README.md says where to get them.%n");
        } catch (BadDescription e) {
            throw new Refusal(e);
        } catch (PackStore.Broken e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw notReadable(places, e);
        }
        return ExitCode.GOOD.number();
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Checks files of a dataset, maps them and builds them into a new release.",
            footer = {
                "",
                "The files are copied into packs/NAME/, so that later builds have them; a"
                        + " file of the same name is replaced. Files may be packed (.gz, or .zip"
                        + " with one file in it).",
                "If a file is not what the pack describes, or not whole, nothing changes.",
                "Example: chancery pack add gdelt 20180101000000.export.CSV.zip"
                        + " CAMEO.eventcodes.txt"
            })
    int add(
            @Mixin Places places,
            @Parameters(paramLabel = "NAME", description = "The pack; see pack list.") String name,
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of the dataset.")
                    List<Path> files)
            throws Refusal {
        Pack pack = PackReader.pack(places, name);
        PackStore store = new PackStore(places.packs());
        List<Added> added = new PackInspection(pack).all(files);
        return change(
                places,
                store,
                () -> {
                    refuseTwice(pack, added, store.files(name));
                    return store.with(pack, added);
                });
    }

    /// What the files of packs are to be.
    @FunctionalInterface
    private interface Change {
        PackStore make() throws IOException, PackStore.Broken, Refusal;
    }

    /// Builds a release with other files, which are kept only if there is one.
    private int change(Places places, PackStore store, Change change) throws Refusal {
        try (FileChannel claim = store.claim()) {
            if (claim == null) {
                throw new Refusal(
                        places.packs()
                                + ": found another pack add or pack remove at work, expected"
                                + " nobody; run this again when it is done");
            }
            PackStore changed = change.make();
            ReleaseBuild.@Nullable Made made = null;
            try {
                places.use(changed);
                made = new GraphBuild(places, null).make(Terminal.err(spec));
                if (made != null) {
                    changed.commit();
                }
            } finally {
                // what could not be built in is not left for the next build to stumble over
                if (made == null) {
                    changed.discard();
                }
            }
            return told(made);
        } catch (PackStore.Broken e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Refusal(places.packs() + ": found it not writable (" + e.getMessage() + ")");
        }
    }

    /// The rows of a file that is there twice would be counted twice.
    private static void refuseTwice(Pack pack, List<Added> added, List<Added> before)
            throws Refusal {
        Map<String, Added> ids = new HashMap<>();
        Map<String, Added> contents = new HashMap<>();
        before.forEach(it -> contents.put(it.sha256(), it));
        for (Added file : added) {
            String id = pack.fileId(file.name());
            Added other = ids.put(id, file);
            if (other == null) {
                Added same = contents.put(file.sha256(), file);
                other = same == null || pack.fileId(same.name()).equals(id) ? null : same;
            }
            if (other != null) {
                throw new Refusal(
                        "%s: found the same file as %s, expected each once"
                                .formatted(file.shown(), other.shown()));
            }
        }
    }

    private int told(ReleaseBuild.@Nullable Made made) {
        if (made == null) {
            return ExitCode.FINDINGS.number();
        }
        Terminal.out(spec)
                .printf(
                        "release %s in %s: %,d triples, %,d claims, %,d disagreements%n",
                        made.id(),
                        made.folder(),
                        made.census().triples(),
                        made.census().of("Claim"),
                        made.census().of("Disagreement"));
        return ExitCode.GOOD.number();
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes the files of a pack and builds a release without them.",
            footer = {
                "",
                "Only the copies in packs/NAME/ are removed. If no release can be made without"
                        + " them, they stay.",
                "Example: chancery pack remove gdelt"
            })
    int remove(
            @Mixin Places places,
            @Parameters(paramLabel = "NAME", description = "The pack; see pack list.") String name)
            throws Refusal {
        PackStore store = new PackStore(places.packs());
        try {
            List<String> names = store.names();
            if (!names.contains(name)) {
                PackReader.pack(places, name);
                throw new Refusal(
                        "%s: found no files of %s, expected some; %s"
                                .formatted(
                                        places.packs(),
                                        name,
                                        names.isEmpty()
                                                ? "there are files of no pack"
                                                : "there are files of "
                                                        + String.join(", ", names)));
            }
        } catch (IOException e) {
            throw notReadable(places, e);
        }
        return change(places, store, () -> store.without(name));
    }

    private static Refusal notReadable(Places places, IOException e) {
        return new Refusal(places.packs() + ": found it not readable (" + e.getMessage() + ")");
    }
}
