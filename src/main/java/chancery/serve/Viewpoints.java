package chancery.serve;

import chancery.page.GraphView;
import chancery.page.NamesByLanguage;
import chancery.page.browse.Inventory;
import chancery.release.Release;
import chancery.view.PointOfView;
import chancery.view.View;
import chancery.view.Viewed;
import chancery.vocab.Base;
import java.util.LinkedHashMap;
import java.util.Map;

/// The graphs made for the points of view that were asked for last, and what is counted of each.
final class Viewpoints {
    private static final int KEPT = 4;

    private final Release release;
    private final Map<PointOfView, Viewed> made = new LastOnes<>();
    private final Map<PointOfView, Inventory> counted = new LastOnes<>();
    private final KeptPairs pairs = KeptPairs.standard();
    private final Suppositions suppositions;
    private final Lazy<NamesByLanguage> names;

    Viewpoints(Release release) {
        this.release = release;
        this.suppositions = new Suppositions(release);
        String base = release.description().base();
        this.names = new Lazy<>(() -> release.read(dataset -> NamesByLanguage.of(dataset, base)));
    }

    /// How many things have a name in each language.
    NamesByLanguage names() {
        return names.get();
    }

    Suppositions suppositions() {
        return suppositions;
    }

    KeptPairs pairs() {
        return pairs;
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

    /// All things, seen from there; of the release itself too.
    synchronized Inventory inventory(PointOfView view) {
        Inventory known = counted.get(view);
        if (known == null) {
            String base = release.description().base();
            known =
                    release.read(
                            dataset ->
                                    Inventory.of(
                                            new GraphView(
                                                    view.isPlain()
                                                            ? dataset
                                                            : of(view).dataset(false),
                                                    base)));
            counted.put(view, known);
        }
        return known;
    }

    /// Forgets what was not asked for lately.
    private static final class LastOnes<T> extends LinkedHashMap<PointOfView, T> {
        private static final long serialVersionUID = 1L;

        LastOnes() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<PointOfView, T> eldest) {
            return size() > KEPT;
        }
    }
}
