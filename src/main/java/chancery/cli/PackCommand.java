package chancery.cli;

import chancery.describe.BadDescription;
import chancery.describe.TableDescription;
import chancery.pack.Pack;
import chancery.pack.PackStore;
import chancery.pack.PackStore.Added;
import chancery.release.ReleaseBuild;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
            "A pack describes a dataset; its files are not in the project. seeds/packs/NAME/README.md"
                    + " says where they are published and under which licence.",
            "Example: chancery pack add cow-states states2016.csv contdir.csv"
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
            description = "Lists the packs, and which files of them were added.")
    int list(@Mixin Places places) throws Refusal {
        PrintWriter out = Terminal.out(spec);
        PackStore store = new PackStore(places.packs());
        try {
            for (Pack pack : Pack.all(places.seeds().resolve("packs"))) {
                out.printf("%-16s %s%n", pack.name(), pack.dataset().title());
                out.printf("%-16s files: %s%n", "", pack.fileNames());
                for (Added added : store.files(pack.name())) {
                    out.printf(
                            "%-16s added: %s (%,d bytes)%n",
                            "", added.name(), Files.size(added.file()));
                }
            }
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
                        + " file of the same name is replaced. Files may be packed (.gz, .zip).",
                "If a file is not what the pack describes, nothing changes."
            })
    int add(
            @Mixin Places places,
            @Parameters(paramLabel = "NAME", description = "The pack; see pack list.") String name,
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of the dataset.")
                    List<Path> files)
            throws Refusal {
        Pack pack = PackReader.pack(places, name);
        List<Added> added = new ArrayList<>();
        for (Path file : files) {
            added.add(added(pack, file));
        }
        PackStore store = new PackStore(places.packs());
        try {
            List<Added> before = store.files(name);
            store.add(name, added);
            ReleaseBuild.@Nullable Made made = null;
            try {
                made = new GraphBuild(places, null).make(Terminal.err(spec));
            } finally {
                // what could not be built in is not left for the next build to stumble over
                if (made == null) {
                    store.takeBack(name, before, added);
                } else {
                    store.keep(name, added);
                }
            }
            return told(made);
        } catch (PackStore.Broken e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Refusal(places.packs() + ": found it not writable (" + e.getMessage() + ")");
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

    private static Added added(Pack pack, Path file) throws Refusal {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(
                    file + ": found no such file, expected a file of the dataset " + pack.name());
        }
        String fileName = file.getFileName().toString();
        Optional<TableDescription> table = pack.table(fileName);
        if (table.isEmpty()) {
            throw new Refusal(
                    "%s: found the name %s, expected one that the pack %s describes: %s"
                            .formatted(file, fileName, pack.name(), pack.fileNames()));
        }
        return new Added(file, table.get().url(), sha256(file));
    }

    private static String sha256(Path file) throws Refusal {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new Refusal(file + ": found it not readable (" + e.getMessage() + ")");
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Removes the files of a pack and builds a release without them.")
    int remove(
            @Mixin Places places,
            @Parameters(paramLabel = "NAME", description = "The pack; see pack list.") String name)
            throws Refusal {
        try {
            if (!new PackStore(places.packs()).remove(name)) {
                PackReader.pack(places, name);
                throw new Refusal(
                        places.packs() + ": found no files of " + name + ", expected some");
            }
        } catch (IOException e) {
            throw notReadable(places, e);
        }
        return told(new GraphBuild(places, null).make(Terminal.err(spec)));
    }

    private static Refusal notReadable(Places places, IOException e) {
        return new Refusal(places.packs() + ": found it not readable (" + e.getMessage() + ")");
    }
}
