package chancery.serve;

import chancery.release.Release;
import chancery.view.Consequences;
import chancery.view.WhatIf;
import chancery.vocab.Base;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/// What would change if disagreements had ended otherwise, for those that were asked for last.
final class Suppositions {
    private static final int KEPT = 500;

    private final Release release;
    private SoftReference<WhatIf> judge = new SoftReference<>(null);
    private final Map<Supposition, Optional<Consequences>> known =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Supposition, Optional<Consequences>> eldest) {
                    return size() > KEPT;
                }
            };

    private record Supposition(Node disagreement, Node preferred) {}

    Suppositions(Release release) {
        this.release = release;
    }

    /// One is made at a time: each needs memory.
    ///
    /// @return empty if the release does not say by what it was found
    /// @throws IllegalArgumentException when the release is too large to be judged again
    synchronized Optional<Consequences> of(Node disagreement, Node preferred) {
        Supposition asked = new Supposition(disagreement, preferred);
        Optional<Consequences> made = known.get(asked);
        // a map of ours has no empty places
        if (made == null) {
            made = judge().preferring(disagreement, preferred);
            known.put(asked, made);
        }
        return made;
    }

    /// Whether it was worked out already.
    synchronized boolean knows(Node disagreement, Node preferred) {
        return known.containsKey(new Supposition(disagreement, preferred));
    }

    private WhatIf judge() {
        @Nullable WhatIf ready = judge.get();
        if (ready == null) {
            Base base = new Base(release.description().base());
            ready = release.read(dataset -> new WhatIf(dataset, base));
            judge = new SoftReference<>(ready);
        }
        return ready;
    }
}
