package chancery.release.change;

import chancery.release.ReleaseStore.Listed;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// What leads from one release to the next, beside the releases: `patches/<former>..<later>/` with
/// `patch.rdfp.gz`, `changelog.md` and `SHA256SUMS`. A pair is there whole or not at all.
public final class Patches {
    public static final String FOLDER = "patches";
    public static final String PATCH = "patch.rdfp.gz";
    public static final String CHANGELOG = "changelog.md";
    public static final String SUMS = Checksums.FILE;

    private static final String BETWEEN = "..";

    /// Not finished yet; the number of the process follows.
    private static final String MAKING = ".making-";

    /// Not begun yet; the names of both releases follow.
    private static final String DUE = ".due-";

    private final Path folder;

    /// @param releases folder of all releases
    public Patches(Path releases) {
        this.folder = releases.resolve(FOLDER);
    }

    /// Two releases between which there is a patch.
    ///
    /// @param folder with its files
    public record Pair(String former, String later, Path folder) {
        public String name() {
            return former + BETWEEN + later;
        }
    }

    /// A patch that is to be written once the later release is current.
    public record Due(String former, String later) {}

    /// Says that a patch is to be written, before the release that it leads to is current: so a
    /// crash in between does not lose it.
    public void expect(String former, String later) throws IOException {
        if (!Files.exists(folder.resolve(former + BETWEEN + later))) {
            Files.createDirectories(folder);
            Files.write(mark(former, later), new byte[0]);
        }
    }

    /// It is written, or never will be.
    public void settle(String former, String later) throws IOException {
        Files.deleteIfExists(mark(former, later));
    }

    /// The patches that are to be written, by name.
    public List<Due> due() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(DUE))
                    .map(name -> name.substring(DUE.length()).split("\\.\\.", -1))
                    .filter(ends -> ends.length == 2)
                    .map(ends -> new Due(ends[0], ends[1]))
                    .sorted(Comparator.comparing(Due::former).thenComparing(Due::later))
                    .toList();
        }
    }

    private Path mark(String former, String later) {
        return folder.resolve(DUE + former + BETWEEN + later);
    }

    /// Writes patch and changelog, unless they are there.
    ///
    /// @param changes between the two
    /// @throws UnreadableDump when a dump cannot be read or is none
    /// @throws IOException when they cannot be written
    public void write(Listed former, Listed later, ReleaseChanges changes) throws IOException {
        Path target = folder.resolve(former.id() + BETWEEN + later.id());
        if (Files.exists(target)) {
            settle(former.id(), later.id());
            return;
        }
        Files.createDirectories(folder);
        deleteLeftOver();
        Path fresh = folder.resolve(MAKING + ProcessHandle.current().pid());
        try {
            Files.createDirectory(fresh);
            try (OutputStream patch =
                    new GZIPOutputStream(Files.newOutputStream(fresh.resolve(PATCH)))) {
                ReleasePatch.write(former, later, patch);
            }
            Files.writeString(fresh.resolve(CHANGELOG), Changelog.of(former, later, changes));
            Checksums.write(fresh, List.of(CHANGELOG, PATCH));
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            settle(former.id(), later.id());
        } catch (FileSystemException e) {
            // another build may have been first, with the same content
            if (!Files.exists(target)) {
                throw e;
            }
        } finally {
            delete(fresh);
        }
    }

    /// Compares the files of all patches from or to a release with their checksums.
    ///
    /// @return a line for each that does not hold, `where: found …, expected …`
    public List<String> broken(String id) throws IOException {
        List<String> broken = new ArrayList<>();
        for (Pair pair : list()) {
            if (pair.former().equals(id) || pair.later().equals(id)) {
                Path there = pair.folder();
                broken.addAll(
                        Checksums.isIn(there)
                                ? Checksums.read(there).broken()
                                : List.of(
                                        there + "/" + SUMS + ": found no such file, expected one"));
            }
        }
        return broken;
    }

    /// All that are there, by name.
    public List<Pair> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().flatMap(path -> pair(path).stream()).toList();
        }
    }

    private static Optional<Pair> pair(Path path) {
        String[] ends = path.getFileName().toString().split("\\.\\.", -1);
        return ends.length == 2 && !ends[0].isEmpty() && !ends[0].startsWith(".")
                ? Optional.of(new Pair(ends[0], ends[1], path))
                : Optional.empty();
    }

    /// Removes all that lead to or from a release that is gone.
    public void forget(String id) throws IOException {
        for (Pair pair : list()) {
            if (pair.former().equals(id) || pair.later().equals(id)) {
                delete(pair.folder());
            }
        }
        for (Due due : due()) {
            if (due.former().equals(id) || due.later().equals(id)) {
                settle(due.former(), due.later());
            }
        }
    }

    private void deleteLeftOver() throws IOException {
        List<Path> all;
        try (Stream<Path> entries = Files.list(folder)) {
            all = entries.toList();
        }
        for (Path path : all) {
            String name = path.getFileName().toString();
            if (name.matches("\\.making-[0-9]{1,18}")) {
                long pid = Long.parseLong(name.substring(MAKING.length()));
                if (ProcessHandle.of(pid).isEmpty() || pid == ProcessHandle.current().pid()) {
                    delete(path);
                }
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(path)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        }
    }
}
