package chancery.serve;

import chancery.page.ClassCount;
import chancery.page.GraphView;
import chancery.page.SitePaths;
import chancery.release.BrokenRelease;
import chancery.release.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// An open release with what is counted once for all its pages.
///
/// @param sitePaths counted when they are asked for, then kept
record Served(
        Release release,
        List<ClassCount> counts,
        Viewpoints viewpoints,
        Supplier<List<String>> sitePaths) {
    /// @param folder of a release
    static Served open(Path folder) throws BrokenRelease, IOException {
        Release release = Release.open(folder);
        String base = release.description().base();
        try {
            return new Served(
                    release,
                    release.read(
                            dataset ->
                                    ClassCount.of(dataset, base, release.description().entities())),
                    new Viewpoints(release),
                    new Lazy<>(
                            () ->
                                    release.read(
                                            dataset ->
                                                    SitePaths.of(new GraphView(dataset, base)))));
        } catch (RuntimeException e) {
            // the first long read of the database: where a damaged one shows
            release.close();
            throw new BrokenRelease(folder + ": found no readable database", e);
        }
    }

    String id() {
        return release.description().id();
    }

    /// Reads inside one transaction.
    <T> T read(Function<GraphView, T> reader) {
        return release.read(
                dataset -> reader.apply(new GraphView(dataset, release.description().base())));
    }
}
