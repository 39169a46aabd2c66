package chancery.release;

import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import java.nio.file.Path;
import java.time.LocalDate;

/// A release of invented events, of any size.
public final class EventsRelease {
    private static final long SEED = 42;

    private EventsRelease() {}

    /// Makes it current.
    ///
    /// @param triples how many, about
    public static Path make(Path releases, long triples) throws ReleaseRefused {
        try (ReleaseBuild build =
                new ReleaseBuild(
                        releases,
                        Base.DEFAULT,
                        LocalDate.of(2026, 1, 31),
                        Workroom.bytesByHeap(),
                        (what, done, all) -> {})) {
            new SyntheticEvents(triples, SEED).writeTo(build.sink());
            return build.finish().folder();
        }
    }
}
