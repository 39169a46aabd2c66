package chancery.release;

import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whether the files of a release are those that were written.
///
/// `SHA256SUMS` in its folder lists the files of the database, the description and the list of
/// `dumps/`, which lists the files there: so one digest hangs on the other. `text/` has a list that
/// stands alone, since its bytes differ from build to build and all else does not. A release made
/// before there was the first list has the two others, or one.
public final class ReleaseFiles {
    /// Written later, by builds with the texts, with a checksum of its own beside it.
    static final String EVIDENCE = "evidence.ttl";

    private static final String SUM_ENDING = ".sha256";

    private ReleaseFiles() {}

    /// Writes the list of a release that is otherwise whole.
    static void write(Path release) throws IOException {
        Checksums.write(release, names(release));
    }

    /// Writes what was found out with the texts into a release.
    public static void writeEvidence(Path release, String turtle) throws IOException {
        Path file = release.resolve(EVIDENCE);
        Path sum = release.resolve(EVIDENCE + SUM_ENDING);
        // without a checksum at any moment that it might be wrong
        Files.deleteIfExists(sum);
        WholeFile.write(file, turtle);
        WholeFile.write(sum, Checksums.sha256(file) + "  " + EVIDENCE + "\n");
    }

    /// What the list has to name.
    private static Set<String> names(Path release) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.walk(release)) {
            all.filter(Files::isRegularFile)
                    .map(file -> release.relativize(file).toString().replace('\\', '/'))
                    .filter(ReleaseFiles::isListed)
                    .forEach(names::add);
        }
        return names;
    }

    private static boolean isListed(String name) {
        if (name.startsWith(Release.DUMPS + "/") || name.startsWith(Release.TEXT + "/")) {
            return name.equals(Release.DUMPS + "/" + Checksums.FILE);
        }
        return !name.startsWith(EVIDENCE)
                && !name.equals(Checksums.FILE)
                && !name.equals(BuildJournal.FILE)
                && !name.endsWith(".lock");
    }

    /// Compares all files with the three lists, as far as there are any.
    ///
    /// @return a line for each that does not hold, `where: found …, expected …`
    public static List<String> broken(Path release) throws IOException {
        return broken(release, "");
    }

    private static List<String> broken(Path release, String besides) throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path folder : folders(release)) {
            if (Checksums.isIn(folder)) {
                broken.addAll(Checksums.read(folder).broken(besides));
            }
        }
        return broken;
    }

    private static List<Path> folders(Path release) {
        return List.of(release, release.resolve(Release.DUMPS), release.resolve(Release.TEXT));
    }

    /// @throws BrokenRelease when a file is not what the lists say; it names the first
    public static void require(Path release) throws BrokenRelease, IOException {
        require(broken(release));
    }

    /// The same without the files of the database, which may be gone: it is not read.
    public static void requireBesidesDatabase(Path release) throws BrokenRelease, IOException {
        require(broken(release, Release.DATABASE + "/"));
    }

    private static void require(List<String> broken) throws BrokenRelease {
        if (!broken.isEmpty()) {
            String more = broken.size() == 1 ? "" : " … and %,d more".formatted(broken.size() - 1);
            throw new BrokenRelease(broken.getFirst() + more);
        }
    }

    /// A file that belongs to a release.
    ///
    /// @param sha256 as a list names it; `""` of the lists themselves and of what came later
    public record Listed(Path file, String sha256) {}

    /// Looks a file up in the lists.
    ///
    /// @param name below the release, with `/` between folders; any text
    /// @return empty when no list names it, or it is not there
    public static Optional<Listed> find(Path release, String name) throws IOException {
        Path file = release;
        for (String segment : name.split("/", -1)) {
            if (!segment.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
                return Optional.empty();
            }
            file = file.resolve(segment);
        }
        String sha256 = "";
        boolean isOwn = name.equals(EVIDENCE) || name.equals(EVIDENCE + SUM_ENDING);
        for (Path folder : folders(release)) {
            String prefix = release.relativize(folder).toString();
            String below = prefix.isEmpty() ? "" : prefix + "/";
            if (name.equals(below + Checksums.FILE)) {
                isOwn = true;
            } else if (name.startsWith(below) && Checksums.isIn(folder)) {
                String listed = Checksums.read(folder).sums().get(name.substring(below.length()));
                sha256 = listed == null ? sha256 : listed;
            }
        }
        return (isOwn || !sha256.isEmpty()) && Files.isRegularFile(file)
                ? Optional.of(new Listed(file, sha256))
                : Optional.empty();
    }

    /// Whether there is a list of all; a release of an older program has none.
    public static boolean areListed(Path release) {
        return Checksums.isIn(release);
    }

    /// The files outside of `dumps/` and `text/`: each against the list, and none that it lacks.
    static List<String> ownBroken(Path release) throws IOException {
        List<String> broken = new ArrayList<>();
        if (Checksums.isIn(release)) {
            Checksums sums = Checksums.read(release);
            broken.addAll(sums.broken());
            for (String name : names(release)) {
                if (!sums.sums().containsKey(name)) {
                    broken.add(
                            "%s/%s: found a file, expected none, for %s does not list it"
                                    .formatted(release, name, Checksums.FILE));
                }
            }
        }
        Path evidence = release.resolve(EVIDENCE);
        Path sum = release.resolve(EVIDENCE + SUM_ENDING);
        if (Files.isRegularFile(evidence) && Files.isRegularFile(sum)) {
            String is = Checksums.sha256(evidence) + "  " + EVIDENCE + "\n";
            if (!is.equals(new String(Files.readAllBytes(sum), StandardCharsets.ISO_8859_1))) {
                broken.add(
                        "%s: found another content, expected that of %s"
                                .formatted(evidence, sum.getFileName()));
            }
        }
        return broken;
    }

    /// Whether a release has every file that another of the same id has, none of them damaged. The
    /// bytes may be others: a text index differs from build to build.
    static boolean areAsMany(Path release, Path as) throws IOException {
        if (!Release.isComplete(release)) {
            return false;
        }
        for (Path folder : List.of(Path.of(""), Path.of(Release.DUMPS))) {
            Path mine = release.resolve(folder);
            Path other = as.resolve(folder);
            if (Checksums.isIn(other)
                    && !(Checksums.isIn(mine)
                            && Checksums.read(mine)
                                    .sums()
                                    .keySet()
                                    .containsAll(Checksums.read(other).sums().keySet()))) {
                return false;
            }
        }
        boolean lacksText =
                Checksums.isIn(as.resolve(Release.TEXT))
                        && !Checksums.isIn(release.resolve(Release.TEXT));
        return !lacksText && broken(release).isEmpty();
    }

    /// Takes over what was found out with the texts: it holds of every release of that id.
    static void keepEvidence(Path former, Path release) throws IOException {
        for (String name : List.of(EVIDENCE, EVIDENCE + SUM_ENDING)) {
            if (Files.isRegularFile(former.resolve(name))) {
                Files.copy(
                        former.resolve(name),
                        release.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
