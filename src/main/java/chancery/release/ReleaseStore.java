package chancery.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of all releases, and which of them is current.
public final class ReleaseStore {
    private final Path folder;

    public ReleaseStore(Path folder) {
        this.folder = folder;
    }

    /// The release to serve: the one `current` names or, when that is gone, the newest other one.
    ///
    /// @return empty when there is no whole release
    public Optional<Found> current() {
        List<Path> whole = all();
        String wanted = named();
        for (Path release : whole) {
            if (release.getFileName().toString().equals(wanted)) {
                return Optional.of(new Found(release, ""));
            }
        }
        return whole.stream()
                .max(Comparator.comparingLong(ReleaseStore::madeAt))
                .map(
                        other ->
                                new Found(
                                        other,
                                        wanted.isEmpty()
                                                ? "no release is current; serving "
                                                        + other.getFileName()
                                                : "release "
                                                        + wanted
                                                        + " is gone; serving "
                                                        + other.getFileName()));
    }

    /// @return folders of whole releases, by id
    public List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> releases = Files.list(folder)) {
            return releases.filter(release -> !release.getFileName().toString().startsWith("."))
                    .filter(release -> Files.exists(release.resolve("release.ttl")))
                    .filter(release -> Files.isDirectory(release.resolve("tdb2")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// @return the id that `current` names; `""` when there is none
    public String named() {
        try {
            return Files.readString(folder.resolve("current")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static long madeAt(Path release) {
        try {
            return Files.getLastModifiedTime(release.resolve("release.ttl")).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    /// @param notice what a person should know; `""` when it is the one that is current
    public record Found(Path folder, String notice) {}
}
