package chancery.release;

import chancery.release.change.Patches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/// The folder in which a release is made, beside the releases, until it gets its name.
final class BuildFolder {
    private final Path releases;
    private final Path fresh;
    private final Path sorting;
    private boolean isCleared;
    private boolean isThere;
    private boolean isSorting;

    /// @param releases folder of all releases; made when something is to be written
    BuildFolder(Path releases) {
        this.releases = releases;
        long pid = ProcessHandle.current().pid();
        this.fresh = releases.resolve(Debris.BUILDING + pid);
        this.sorting = releases.resolve(Debris.SORTING + pid);
    }

    /// Makes the folder, or takes that of a build of the same which was killed; other such builds
    /// are deleted.
    ///
    /// @param made digest of all that the release is made of
    BuildJournal begin(String made, BuildProgress progress) throws IOException {
        clear();
        Optional<Long> former = Optional.empty();
        for (Map.Entry<Path, Long> left : Debris.halfMade(releases).entrySet()) {
            if (former.isEmpty() && BuildJournal.isOf(left.getKey(), made) && isTaken(left)) {
                former = Optional.of(left.getValue());
            } else if (!left.getKey().equals(fresh) || former.isEmpty()) {
                LinkedCopy.delete(left.getKey());
            }
        }
        isThere = true;
        Files.createDirectories(fresh);
        BuildJournal journal = BuildJournal.open(fresh, made);
        if (former.isPresent() && journal.hasKept()) {
            progress.say(
                    "goes on with the build that process %d left: %s"
                            .formatted(former.get(), journal.kept()));
        }
        return journal;
    }

    /// Another build may be first.
    private boolean isTaken(Map.Entry<Path, Long> left) throws IOException {
        if (left.getKey().equals(fresh)) {
            return true;
        }
        try {
            LinkedCopy.delete(fresh);
            Files.move(left.getKey(), fresh, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// The folder, which [#begin] has made.
    Path fresh() {
        return fresh;
    }

    /// A folder beside it for what is sorted.
    Path sorting() throws IOException {
        clear();
        isSorting = true;
        return Files.createDirectory(sorting);
    }

    /// Deletes what crashed builds have left, once.
    private void clear() throws IOException {
        if (!isCleared) {
            Files.createDirectories(releases);
            Debris.clearWithOwn(releases);
            isCleared = true;
        }
    }

    /// Deletes it if it is there, as far as that is possible.
    void deleteQuietly() {
        try {
            if (isSorting) {
                LinkedCopy.delete(sorting);
            }
            if (isThere) {
                LinkedCopy.delete(fresh);
            }
        } catch (IOException e) {
            // the next build deletes what this one could not
        }
    }

    /// Puts the release into its place and makes it current.
    void placeAndSwitch(String id) throws IOException {
        try (CurrentSwitch current = CurrentSwitch.to(releases, id)) {
            Placement placement = Placement.of(fresh, releases.resolve(id));
            try {
                expectPatch(id);
                current.done();
            } catch (IOException e) {
                placement.undo();
                throw e;
            }
            placement.finish();
        }
    }

    /// Told before the release is current, so that a crash right after does not lose the patch.
    private void expectPatch(String id) throws IOException {
        Optional<String> former = new ReleaseStore(releases).current().map(ReleaseStore.Choice::id);
        if (former.isPresent() && !former.get().equals(id)) {
            new Patches(releases).expect(former.get(), id);
        }
    }
}
