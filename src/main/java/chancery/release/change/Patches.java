package chancery.release.change;

import chancery.release.ReleaseStore.Listed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
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
    public static final String SUMS = "SHA256SUMS";

    private static final String BETWEEN = "..";

    /// Not finished yet; the number of the process follows.
    private static final String MAKING = ".making-";

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

    /// Writes patch and changelog, unless they are there.
    ///
    /// @param changes between the two
    /// @throws UnreadableDump when a dump cannot be read or is none
    /// @throws IOException when they cannot be written
    public void write(Listed former, Listed later, ReleaseChanges changes) throws IOException {
        Path target = folder.resolve(former.id() + BETWEEN + later.id());
        if (Files.exists(target)) {
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
            Files.writeString(fresh.resolve(SUMS), sum(fresh, CHANGELOG) + sum(fresh, PATCH));
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another build may have been first, with the same content
            if (!Files.exists(target)) {
                throw e;
            }
        } finally {
            delete(fresh);
        }
    }

    private static String sum(Path folder, String name) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest(Files.readAllBytes(folder.resolve(name)));
            return HexFormat.of().formatHex(digest) + "  " + name + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
