package chancery.follow;

import chancery.release.BrokenRelease;
import chancery.release.ReleaseStore;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Fetches one release into a folder beside the others, and puts it among them when it is whole.
///
/// The folder `.fetching-<id>` stays when something goes wrong, so that the next attempt goes on;
/// it goes when there is no room on the disk, and when another release is fetched.
final class Fetch {
    static final String PREFIX = ".fetching-";

    private final Path releases;
    private final ReleaseStore store;
    private final Exchanges exchanges;
    private final Tally tally;

    Fetch(Path releases, Exchanges exchanges, Tally tally) {
        this.releases = releases;
        this.store = new ReleaseStore(releases);
        this.exchanges = exchanges;
        this.tally = tally;
    }

    /// @throws CannotFollow when it cannot be had, or is not what its lists say
    void run(Contents contents) throws CannotFollow {
        String id = contents.id();
        Path folder = releases.resolve(PREFIX + id);
        Path fresh = folder.resolve("release");
        try {
            Files.createDirectories(fresh);
            deleteOthers(folder);
            deleteStrangers(fresh, contents);
            fetch(contents, folder, fresh);
            store.place(fresh, id);
            Folder.delete(folder);
        } catch (BrokenRelease e) {
            throw new CannotFollow(exchanges.origin() + ": " + e.getMessage(), e);
        } catch (CannotFollow e) {
            if (e.kind() == CannotFollow.Kind.NO_ROOM) {
                makeRoom(folder);
            }
            throw e;
        } catch (IOException e) {
            makeRoom(folder);
            String message =
                    e instanceof FileSink.CannotWrite
                            ? String.valueOf(e.getMessage())
                            : "%s: found it not writable (%s)".formatted(releases, e.getMessage());
            throw CannotFollow.noRoom(message, e);
        }
    }

    private void fetch(Contents contents, Path folder, Path fresh)
            throws CannotFollow, IOException {
        Holdings holdings = Holdings.of(store, List.of());
        Download download = new Download(exchanges, tally, folder);
        for (Map.Entry<String, String> each : contents.sums().entrySet()) {
            Path target = fresh.resolve(each.getKey());
            if (exchanges.isClosed()) {
                throw new CannotFollow(exchanges.origin() + ": stopping");
            }
            // an earlier attempt may have fetched it, and a crash have lost some of it
            if (Files.isRegularFile(target) && Checksums.sha256(target).equals(each.getValue())) {
                continue;
            }
            Files.deleteIfExists(target);
            Files.createDirectories(target.resolveSibling("."));
            Optional<Path> here = holdings.find(each.getValue());
            if (here.isPresent()) {
                link(here.get(), target);
            } else {
                download.fetch(contents.id() + "/" + each.getKey(), each.getValue(), target);
            }
        }
    }

    private void link(Path here, Path target) throws IOException {
        try {
            Files.createLink(target, here);
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.copy(here, target, StandardCopyOption.REPLACE_EXISTING);
        }
        tally.linked(Files.size(target));
    }

    private void deleteOthers(Path own) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(releases)) {
            others =
                    all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                            .filter(path -> !path.equals(own))
                            .toList();
        }
        for (Path other : others) {
            Folder.delete(other);
        }
    }

    /// An earlier attempt may have been at another edition of the same release.
    private static void deleteStrangers(Path fresh, Contents contents) throws IOException {
        for (String name : Folder.files(fresh).keySet()) {
            if (!contents.sums().containsKey(name)) {
                Files.delete(fresh.resolve(name));
            }
        }
    }

    /// What was fetched in vain must not fill the disk for others.
    private static void makeRoom(Path folder) {
        try {
            Folder.delete(folder);
        } catch (IOException e) {
            // the next attempt deletes it, or goes on with it
        }
    }
}
