package chancery.release;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts a finished release into its place.
///
/// One that is there already is kept when it has all that the new one has, for the same input gives
/// the same release. Otherwise (an older program made it, or it is damaged) the new one takes its
/// place: it gets another name first, so that a crash leaves one of the two whole, and [Debris]
/// gives it its name back.
final class Placement {
    private final Path fresh;
    private final Path target;
    private final Path aside;
    private boolean isPlaced;
    private boolean isAside;

    private Placement(Path fresh, Path target) {
        this.fresh = fresh;
        this.target = target;
        this.aside =
                target.resolveSibling(
                        Debris.REPLACED
                                + ProcessHandle.current().pid()
                                + "-"
                                + target.getFileName());
    }

    /// @param fresh a finished release
    /// @param target where it belongs
    static Placement of(Path fresh, Path target) throws IOException {
        Placement placement = new Placement(fresh, target);
        if (!ReleaseFiles.areAsMany(target, fresh)) {
            placement.place();
        }
        return placement;
    }

    private void place() throws IOException {
        if (Release.isComplete(target)) {
            ReleaseFiles.keepEvidence(target, fresh);
        }
        LinkedCopy.delete(aside);
        isAside = moved(target, aside);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            isPlaced = true;
        } catch (FileSystemException e) {
            // another build may have been first, with the same content
            if (!ReleaseFiles.areAsMany(target, fresh)) {
                undo();
                throw e;
            }
        }
    }

    /// All is as it was before.
    void undo() throws IOException {
        if (isPlaced) {
            moved(target, fresh);
        }
        if (isAside && !Files.exists(target)) {
            moved(aside, target);
        }
    }

    /// What was there before goes for good, as far as that is possible.
    void finish() {
        if (!isAside) {
            return;
        }
        try {
            if (isPlaced) {
                // under the name of what is not finished it is never taken for a release again
                moved(aside, fresh);
                LinkedCopy.delete(fresh);
            } else {
                LinkedCopy.delete(aside);
            }
        } catch (IOException e) {
            // the next build deletes what this one could not
        }
    }

    private static boolean moved(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }
}
