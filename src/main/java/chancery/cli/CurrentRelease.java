package chancery.cli;

import chancery.release.BrokenRelease;
import chancery.release.Release;
import chancery.release.ReleaseStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The release that commands read.
final class CurrentRelease {
    private CurrentRelease() {}

    static Optional<ReleaseStore.Choice> find(Places places) throws Refusal {
        try {
            return new ReleaseStore(places.releases()).current();
        } catch (IOException e) {
            throw new Refusal(places.releases() + ": found it not readable: " + e.getMessage());
        }
    }

    static Path folder(Places places) throws Refusal {
        return find(places)
                .map(ReleaseStore.Choice::folder)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        places.releases()
                                                + ": found no release, expected one: run chancery"
                                                + " build"));
    }

    static Release open(Places places) throws Refusal {
        Path folder = folder(places);
        try {
            return Release.open(folder);
        } catch (BrokenRelease e) {
            throw new Refusal(e);
        } catch (IOException e) {
            throw new Refusal(folder + ": found it not readable: " + e.getMessage());
        }
    }
}
