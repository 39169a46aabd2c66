package chancery.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of releases (`<id>/` each) and the file `current`, which names the one to serve.
public final class ReleaseStore {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path folder;

    public ReleaseStore(Path folder) {
        this.folder = folder;
    }

    /// The release to serve.
    ///
    /// @param folder where it stands
    /// @param note   what to tell the operator, such as `release x is gone; serving y`; `""` if
    ///               all is as it should be
    public record Choice(Path folder, String note) {
        public String id() {
            return folder.getFileName().toString();
        }
    }

    /// The release that `current` names or, if that is gone or incomplete, the newest complete
    /// other one; empty if there is none.
    ///
    /// @throws IOException if the folder cannot be read; not if it does not exist
    public Optional<Choice> current() throws IOException {
        Optional<String> named = named();
        if (named.isPresent() && isThere(named.get())) {
            return Optional.of(new Choice(folder.resolve(named.get()), ""));
        }
        return list().stream()
                .findFirst()
                .map(newest -> new Choice(newest, note(named, newest.getFileName().toString())));
    }

    /// The newest complete release but `broken`, for when that one turned out not to open.
    public Optional<Choice> insteadOf(Choice broken) throws IOException {
        return list().stream()
                .filter(path -> !path.getFileName().toString().equals(broken.id()))
                .findFirst()
                .map(
                        path ->
                                new Choice(
                                        path,
                                        "release %s is broken; serving %s"
                                                .formatted(broken.id(), path.getFileName())));
    }

    /// All complete releases, the newest (by date of `release.ttl` on disk) first.
    public List<Path> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(Release::isComplete)
                    .sorted(
                            Comparator.comparingLong(ReleaseStore::modified)
                                    .reversed()
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /// A release as a list of them names it.
    ///
    /// @param date  `""` if it gives none
    /// @param dumps folder with its dumps
    public record Listed(String id, String date, Path dumps, Description description) {}

    /// A complete release by its id; empty if there is none or it does not say what it is.
    public Optional<Listed> find(String id) {
        Path release = folder.resolve(id);
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || !Release.isComplete(release)) {
            return Optional.empty();
        }
        try {
            Description description = DescriptionFile.read(release.resolve(Release.DESCRIPTION));
            return Optional.of(
                    new Listed(
                            id, description.date(), release.resolve(Release.DUMPS), description));
        } catch (BrokenRelease unreadable) {
            return Optional.empty();
        }
    }

    /// Puts a release that came from elsewhere among the others; it does not become current. One of
    /// that id that is there is kept if it has as much and is not damaged.
    ///
    /// @param fresh its files, on the same disk; they are gone afterwards
    /// @throws BrokenRelease when it is no release of that id that this program reads
    public void place(Path fresh, String id) throws BrokenRelease, IOException {
        ReleaseFormat.require(fresh);
        if (!Release.isComplete(fresh)) {
            throw new BrokenRelease(id + ": found parts of a release, expected all of them");
        }
        String own = DescriptionFile.read(fresh.resolve(Release.DESCRIPTION)).id();
        if (!own.equals(id)) {
            throw new BrokenRelease(
                    "%s: found the description of release %s, expected that of %s"
                            .formatted(Release.DESCRIPTION, own, id));
        }
        OnDisk.forceAll(fresh);
        Placement placement = Placement.of(fresh, folder.resolve(id));
        OnDisk.forceFolder(folder);
        placement.finish();
        LinkedCopy.delete(fresh);
    }

    /// Makes a release current, in one atomic step; a server that runs takes it up.
    ///
    /// @return false when there is no such complete release; the former one stays
    /// @throws IOException when it cannot be written; the former one stays
    public boolean use(String id) throws IOException {
        if (find(id).isEmpty()) {
            return false;
        }
        try (CurrentSwitch current = CurrentSwitch.to(folder, id)) {
            // looked at again: what is going to be current is not pruned from here on
            boolean isThere = Release.isComplete(folder.resolve(id));
            if (isThere) {
                current.done();
            }
            return isThere;
        }
    }

    /// Removes all complete releases but the newest ones and the current one.
    ///
    /// @param keep how many of the newest stay; 0 or more
    /// @return ids of those removed, the newest first
    public List<String> prune(int keep) throws IOException {
        return new Pruning(folder, this).prune(keep);
    }

    /// Deletes what processes have left behind that were killed, clones for example. On a disk that
    /// cannot be written it stays.
    public void sweep() throws IOException {
        if (Files.isWritable(folder)) {
            Debris.clear(folder);
        }
        LinkedCopy.sweepTemporary();
    }

    /// A build that replaces a release takes its name away for a moment; one that was killed then
    /// has left it without.
    private boolean isThere(String id) throws IOException {
        Path release = folder.resolve(id);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Release.isComplete(release)
                && Debris.isBeingReplaced(folder, id)
                && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        if (!Release.isComplete(release) && Files.isWritable(folder)) {
            Debris.restore(folder);
        }
        return Release.isComplete(release);
    }

    private Optional<String> named() throws IOException {
        try {
            String id = Files.readString(folder.resolve(CurrentSwitch.CURRENT)).strip();
            return Optional.of(id).filter(text -> text.matches("[A-Za-z0-9][A-Za-z0-9._-]*"));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static String note(Optional<String> named, String newest) {
        return named.map(id -> "release %s is gone; serving %s".formatted(id, newest))
                .orElse("no release is named current; serving " + newest);
    }

    private static long modified(Path release) {
        try {
            return Files.getLastModifiedTime(release.resolve(Release.DESCRIPTION)).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }
}
