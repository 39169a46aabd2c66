package chancery.follow;

import chancery.release.ReleaseStore;
import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that are here already, in releases fetched before, by their digests.
final class Holdings {
    private final Map<String, List<Path>> bySum = new HashMap<>();

    private Holdings() {}

    /// @param more folders of a release besides those in the store
    static Holdings of(ReleaseStore store, List<Path> more) throws IOException {
        Holdings holdings = new Holdings();
        List<Path> releases = new ArrayList<>(store.list());
        releases.addAll(more);
        for (Path release : releases) {
            for (String folder : List.of("", "dumps", "text")) {
                holdings.add(release.resolve(folder));
            }
        }
        return holdings;
    }

    private void add(Path folder) throws IOException {
        if (Checksums.isIn(folder)) {
            Checksums.read(folder)
                    .sums()
                    .forEach(
                            (name, sum) -> {
                                if (Contents.isInside(name)) {
                                    bySum.computeIfAbsent(sum, none -> new ArrayList<>())
                                            .add(folder.resolve(name));
                                }
                            });
        }
    }

    /// A file with this digest; it is read to see that it still has it.
    Optional<Path> find(String sha256) throws IOException {
        for (Path file : bySum.getOrDefault(sha256, List.of())) {
            if (Files.isRegularFile(file) && Checksums.sha256(file).equals(sha256)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
