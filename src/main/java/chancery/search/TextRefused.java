package chancery.search;

import org.apache.jena.query.QueryCancelledException;

/// A `text:query` that cannot be answered as it stands. The message is one line: `text:query: found
/// …, expected …`. A kind of cancellation, because a FILTER of Jena's goes on after any other
/// exception, as if nothing had been found.
public final class TextRefused extends QueryCancelledException {
    private static final long serialVersionUID = 1L;

    private final String message;

    TextRefused(String found, String expected) {
        this.message = "text:query: found %s, expected %s".formatted(found, expected);
    }

    @Override
    public String getMessage() {
        return message;
    }
}
