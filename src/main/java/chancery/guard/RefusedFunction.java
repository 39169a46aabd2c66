package chancery.guard;

import org.apache.jena.query.QueryCancelledException;

/// A query called a function that is not on the list. A kind of cancellation, because a FILTER of
/// Jena's takes any other exception for an unbound value, and logs each.
public final class RefusedFunction extends QueryCancelledException {
    private static final long serialVersionUID = 1;

    private final String message;

    RefusedFunction(String iri) {
        this.message =
                "function <%s>: found one that is not on the list, expected a built-in"
                                .formatted(iri)
                        + " function, an XML Schema cast or an XPath function";
    }

    @Override
    public String getMessage() {
        return message;
    }
}
