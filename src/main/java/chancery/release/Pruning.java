package chancery.release;

import chancery.release.change.Patches;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Removes releases, each at once: its folder gets another name first, so that no half of one can
/// be taken for a release.
///
/// A build or a switch that runs meanwhile says which release it wants before it looks whether that
/// one is there ([CurrentSwitch]); here a release is taken away before it is looked up whether
/// anybody wants it, and then put back. So one of the two always sees the other.
final class Pruning {
    /// The number of the process follows.
    static final String PREFIX = ".pruned-";

    private final Path releases;
    private final ReleaseStore store;

    Pruning(Path releases, ReleaseStore store) {
        this.releases = releases;
        this.store = store;
    }

    /// @return ids of those removed, the newest first
    List<String> prune(int keep) throws IOException {
        List<String> removed = new ArrayList<>();
        String current = store.current().map(ReleaseStore.Choice::id).orElse("");
        for (Path release : store.list().stream().skip(keep).toList()) {
            String id = release.getFileName().toString();
            boolean wanted = id.equals(current) || CurrentSwitch.wanted(releases).contains(id);
            if (!wanted && remove(release, id)) {
                removed.add(id);
            }
        }
        return removed;
    }

    private boolean remove(Path release, String id) throws IOException {
        Path away = releases.resolve(PREFIX + ProcessHandle.current().pid());
        LinkedCopy.delete(away);
        try {
            Files.move(release, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException another) {
            // somebody else prunes, too
            return false;
        }
        boolean wanted = CurrentSwitch.wanted(releases).contains(id);
        if (wanted) {
            putBack(away, release);
        }
        LinkedCopy.delete(away);
        if (!wanted) {
            new Patches(releases).forget(id);
        }
        return !wanted;
    }

    private static void putBack(Path away, Path release) throws IOException {
        try {
            Files.move(away, release, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // the build that wants it has placed its own, with the same content
            if (!Release.isComplete(release)) {
                throw e;
            }
        }
    }
}
