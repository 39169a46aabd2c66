package chancery.cli;

import chancery.release.BrokenRelease;
import chancery.release.ReleaseFormat;
import chancery.release.ReleaseStore;
import chancery.release.ReleaseStore.Listed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Finds releases that somebody names.
final class Releases {
    private static final String CURRENT = "current";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]*";

    private Releases() {}

    /// @param id of a release, or `current`
    static Listed named(Places places, String id) throws Refusal {
        String wanted =
                id.equals(CURRENT) ? CurrentRelease.folder(places).getFileName().toString() : id;
        if (wanted.matches(ID)) {
            requireFormat(places.releases().resolve(wanted));
        }
        return new ReleaseStore(places.releases())
                .find(wanted)
                .orElseThrow(() -> unknown(places, wanted));
    }

    /// A release that may lack parts.
    static Path folder(Places places, String id) throws Refusal {
        Path folder = places.releases().resolve(id);
        if (!id.matches(ID) || !Files.isDirectory(folder)) {
            throw unknown(places, id);
        }
        requireFormat(folder);
        return folder;
    }

    /// @param release its folder; it need not be there
    /// @throws Refusal when it is of a newer format than this program reads
    static void requireFormat(Path release) throws Refusal {
        try {
            ReleaseFormat.require(release);
        } catch (BrokenRelease e) {
            throw new Refusal(e);
        }
    }

    static Refusal unknown(Places places, String id) {
        List<Path> all;
        try {
            all = new ReleaseStore(places.releases()).list();
        } catch (IOException e) {
            all = List.of();
        }
        String known =
                all.stream()
                        .map(release -> release.getFileName().toString())
                        .collect(Collectors.joining(", "));
        return new Refusal(
                "no release \"%s\" in %s; there are: %s"
                        .formatted(id, places.releases(), known.isEmpty() ? "none" : known));
    }
}
