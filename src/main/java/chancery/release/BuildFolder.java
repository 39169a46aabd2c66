package chancery.release;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder in which a release is made, beside the releases, until it gets its name.
final class BuildFolder {
    /// Names of what is not finished yet; the number of the process follows.
    private static final String BUILDING = ".building-";

    private final Path releases;
    private final Path fresh;
    private boolean isThere;

    /// @param releases folder of all releases; made when something is to be written
    BuildFolder(Path releases) {
        this.releases = releases;
        this.fresh = releases.resolve(BUILDING + ProcessHandle.current().pid());
    }

    /// The folder; the first call makes it and deletes what crashed builds have left.
    Path fresh() throws IOException {
        if (!isThere) {
            Files.createDirectories(releases);
            deleteLeftOver();
            Files.createDirectory(fresh);
            isThere = true;
        }
        return fresh;
    }

    /// A folder in it for what is sorted; it is no part of the release.
    Path sorting() throws IOException {
        return Files.createDirectory(fresh().resolve("sort"));
    }

    /// Deletes it if it is there, as far as that is possible.
    void deleteQuietly() {
        if (isThere) {
            deleteQuietly(fresh);
        }
    }

    /// The same input gives the same release: one that is there already is kept as it is.
    void placeAndSwitch(String id) throws IOException {
        Path target = releases.resolve(id);
        try (CurrentSwitch current = CurrentSwitch.to(releases, id)) {
            boolean isNew = !isWhole(target);
            if (isNew) {
                place(fresh, target);
            }
            try {
                current.done();
            } catch (IOException e) {
                if (isNew) {
                    deleteQuietly(target);
                }
                throw e;
            }
        }
    }

    private static boolean isWhole(Path release) {
        return Files.exists(release.resolve("release.ttl"));
    }

    private static void place(Path fresh, Path target) throws IOException {
        deleteAll(target);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another build may have been first, with the same content
            if (!isWhole(target)) {
                throw e;
            }
        }
    }

    /// Deletes what builds of this process and of processes that are gone have not finished.
    private void deleteLeftOver() throws IOException {
        try (Stream<Path> all = Files.list(releases)) {
            for (Path path : all.filter(BuildFolder::isLeftOver).toList()) {
                deleteAll(path);
            }
        }
    }

    private static boolean isLeftOver(Path path) {
        String name = path.getFileName().toString();
        for (String unfinished : List.of(BUILDING, CurrentSwitch.PREFIX, Pruning.PREFIX)) {
            if (name.matches(Pattern.quote(unfinished) + "[0-9]{1,18}")) {
                long pid = Long.parseLong(name.substring(unfinished.length()));
                boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
                return !alive || pid == ProcessHandle.current().pid();
            }
        }
        return false;
    }

    private static void deleteQuietly(Path folder) {
        try {
            deleteAll(folder);
        } catch (IOException e) {
            // the next build deletes what this one could not
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
