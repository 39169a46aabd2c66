package chancery.release;

import chancery.release.sort.EntrySort;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What large tables make, kept beside the releases, so that the next build need not map them
/// again: for each a folder with its sorted triples, notes and their checksums.
///
/// A folder gets its name when all in it is on the disk. A build reads links of its own, so that
/// another one may delete what it does not need itself.
final class MappedRuns {
    static final String FOLDER = ".mapped";

    private static final String MAKING = ".making-";
    private static final Pattern MADE_BY = Pattern.compile("\\.making-([0-9]{1,18})-.*");
    private static final String RUN = "triples.run";
    private static final String NOTES = "notes";

    private final Path folder;
    private final Set<String> used = new HashSet<>();
    private boolean isCleared;

    MappedRuns(Path releases) {
        this.folder = releases.resolve(FOLDER);
    }

    /// Takes what is kept under a key.
    ///
    /// @param key hexadecimal
    /// @param run where the triples are to be, for whoever asks alone
    /// @return the notes; empty if nothing is kept, or it is damaged
    Optional<byte[]> take(String key, Path run) throws IOException {
        Path kept = folder.resolve(key);
        if (!Checksums.isIn(kept)) {
            return Optional.empty();
        }
        try {
            link(kept.resolve(RUN), run);
            byte[] notes = Files.readAllBytes(kept.resolve(NOTES));
            Checksums sums = Checksums.read(kept);
            if (sums.sums().keySet().equals(Set.of(RUN, NOTES)) && sums.broken().isEmpty()) {
                used.add(key);
                return Optional.of(notes);
            }
        } catch (NoSuchFileException e) {
            // half of it is missing, or another build just deletes it
        }
        Files.deleteIfExists(run);
        return Optional.empty();
    }

    /// Keeps something under a key; what is there already is replaced.
    ///
    /// @param run where the triples are to be, for whoever asks alone
    void keep(String key, EntrySort triples, byte[] notes, Path run) throws IOException {
        clear();
        Path making = folder.resolve(MAKING + ProcessHandle.current().pid() + "-" + key);
        Files.createDirectories(making);
        try {
            String digest = triples.write(making.resolve(RUN));
            Files.write(making.resolve(NOTES), notes);
            String sums =
                    digest
                            + ("  " + RUN + "\n")
                            + Checksums.sha256(making.resolve(NOTES))
                            + ("  " + NOTES + "\n");
            Files.write(making.resolve(Checksums.FILE), sums.getBytes(StandardCharsets.US_ASCII));
            OnDisk.forceAll(making);
            link(making.resolve(RUN), run);
            place(making, folder.resolve(key));
            used.add(key);
        } finally {
            LinkedCopy.delete(making);
        }
    }

    private void place(Path making, Path target) throws IOException {
        LinkedCopy.delete(target);
        try {
            Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another build may have been first, with the same content
            if (!Checksums.isIn(target)) {
                throw e;
            }
        }
        OnDisk.forceFolder(folder);
    }

    /// Deletes all that was neither taken nor kept, as far as that is possible.
    void forgetOthers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        clear();
        for (Path each : list()) {
            String name = each.getFileName().toString();
            if (!used.contains(name) && !name.startsWith(MAKING)) {
                // without its checksums it is not kept any more, whatever happens next
                Files.deleteIfExists(each.resolve(Checksums.FILE));
                LinkedCopy.delete(each);
            }
        }
        if (list().isEmpty()) {
            LinkedCopy.delete(folder);
        }
    }

    /// Deletes what builds that were killed have left half made.
    private void clear() throws IOException {
        if (isCleared || !Files.isDirectory(folder)) {
            return;
        }
        for (Path each : list()) {
            Matcher name = MADE_BY.matcher(each.getFileName().toString());
            if (name.matches()) {
                long pid = Long.parseLong(name.group(1));
                if (pid == ProcessHandle.current().pid() || !Debris.isAlive(pid)) {
                    LinkedCopy.delete(each);
                }
            }
        }
        isCleared = true;
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static void link(Path file, Path link) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            Files.copy(file, link);
        }
    }
}
