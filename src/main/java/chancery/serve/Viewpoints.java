package chancery.serve;

import chancery.release.Release;
import chancery.view.PointOfView;
import chancery.view.View;
import chancery.view.Viewed;
import chancery.vocab.Base;
import java.util.LinkedHashMap;
import java.util.Map;

/// The graphs made for the points of view that were asked for last.
final class Viewpoints {
    private static final int KEPT = 4;

    private final Release release;
    private final Map<PointOfView, Viewed> made =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<PointOfView, Viewed> eldest) {
                    return size() > KEPT;
                }
            };

    Viewpoints(Release release) {
        this.release = release;
    }

    /// One is made at a time: each needs memory.
    ///
    /// @throws IllegalArgumentException when the point of view names what is not there
    synchronized Viewed of(PointOfView view) {
        Viewed known = made.get(view);
        if (known == null) {
            Base base = new Base(release.description().base());
            known = release.read(dataset -> new View(dataset, base).of(view));
            made.put(view, known);
        }
        return known;
    }
}
