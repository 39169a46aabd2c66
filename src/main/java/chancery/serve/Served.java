package chancery.serve;

import chancery.page.ClassCount;
import chancery.page.GraphView;
import chancery.release.Release;
import java.util.List;
import java.util.function.Function;

/// An open release with what is counted once for all its pages.
record Served(Release release, List<ClassCount> counts) {
    static Served of(Release release) {
        String base = release.description().base();
        return new Served(
                release,
                release.read(
                        dataset -> ClassCount.of(dataset, base, release.description().entities())));
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
