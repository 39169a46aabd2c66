package chancery.cli;

import chancery.release.ReleaseStore;
import java.nio.file.Path;

/// The folder of the release that commands read.
final class CurrentRelease {
    private CurrentRelease() {}

    static Path folder(Places places) throws Refusal {
        return new ReleaseStore(places.releases())
                .current()
                .map(found -> found.folder())
                .orElseThrow(
                        () ->
                                new Refusal(
                                        places.releases()
                                                + ": found no release, expected one: run chancery"
                                                + " build"));
    }
}
