package chancery.search;

import org.apache.jena.query.QueryException;

/// A `text:query` that cannot be answered as it stands. The message is one line: `text:query: found
/// …, expected …`.
public final class TextRefused extends QueryException {
    private static final long serialVersionUID = 1L;

    TextRefused(String found, String expected) {
        super("text:query: found %s, expected %s".formatted(found, expected));
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
