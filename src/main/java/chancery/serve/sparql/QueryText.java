package chancery.serve.sparql;

import chancery.release.ReleaseQuery;
import java.util.Optional;

/// The query of one request, parsed when it is first needed and then never again.
///
/// What is parsed can be changed, so no two requests have one in common. Not thread-safe.
public final class QueryText {
    private final String text;
    private Optional<ReleaseQuery> parsed = Optional.empty();

    public QueryText(String text) {
        this.text = text;
    }

    /// As sent.
    public String text() {
        return text;
    }

    /// @throws QueryException see [ReleaseQuery#parse]
    public ReleaseQuery parsed() {
        if (parsed.isEmpty()) {
            parsed = Optional.of(ReleaseQuery.parse(text));
        }
        return parsed.get();
    }
}
