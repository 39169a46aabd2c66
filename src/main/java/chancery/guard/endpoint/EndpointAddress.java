package chancery.guard.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Where the store answers.
///
/// @param address      http or https, without user, query and fragment
/// @param defaultGraph IRI of the graph that stands for the default graph; empty where the store
///                     has one of its own
public record EndpointAddress(URI address, Optional<String> defaultGraph) {
    /// What no IRI has in it, and no text that is to be put between angle brackets.
    private static final String NOT_IN_IRIS = "<>\"{}|^`\\";

    /// @throws IllegalArgumentException when one of the two is no such thing
    public static EndpointAddress of(String address, Optional<String> defaultGraph) {
        if (defaultGraph.isPresent() && !isIri(defaultGraph.get())) {
            throw new IllegalArgumentException(
                    "default graph: found \"%s\", expected an absolute IRI"
                            .formatted(defaultGraph.get()));
        }
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean isHttp = scheme.equals("http") || scheme.equals("https");
            if (isHttp
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return new EndpointAddress(uri, defaultGraph);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(expected(address), e);
        }
        throw new IllegalArgumentException(expected(address));
    }

    private static String expected(String address) {
        return "found \"%s\", expected an address such as http://127.0.0.1:8890/sparql"
                .formatted(address);
    }

    private static boolean isIri(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9+.-]*:.+") && canBeWritten(text);
    }

    /// Whether the IRI can stand in a query.
    static boolean canBeWritten(String iri) {
        return iri.chars().noneMatch(c -> c <= ' ' || NOT_IN_IRIS.indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
