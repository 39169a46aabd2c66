package chancery.guard.service;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A server that queries may ask.
///
/// @param scheme    `https` or `http`
/// @param host      as in an address, in small letters; exactly this one
/// @param port      exactly this one
/// @param path      exactly this one; `""` allows every path
/// @param isPrivate whether it may have an address inside of a network of one's own
public record AllowedServer(String scheme, String host, int port, String path, boolean isPrivate) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /// Reads `HOST`, `HOST:PORT` or an address; without a scheme it is `https`.
    ///
    /// @throws IllegalArgumentException with what was found and expected
    public static AllowedServer parse(String text, boolean isPrivate) {
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "https://" + text);
        } catch (URISyntaxException e) {
            throw unreadable(text, e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !(scheme.equals("https") || scheme.equals("http"))) {
            throw unreadable(text, null);
        }
        String path = uri.getRawPath().equals("/") ? "" : uri.getRawPath();
        return new AllowedServer(
                scheme, uri.getHost().toLowerCase(Locale.ROOT), portOf(uri), path, isPrivate);
    }

    private static IllegalArgumentException unreadable(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "found \"%s\", expected a host such as query.wikidata.org or an address such as"
                                .formatted(text)
                        + " http://localhost:3030/sparql",
                cause);
    }

    private static int portOf(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? HTTPS : HTTP;
    }

    /// Whether the address is one of this server.
    boolean isAt(URI address) {
        return scheme.equalsIgnoreCase(address.getScheme())
                && host.equalsIgnoreCase(address.getHost())
                && port == portOf(address)
                && (path.isEmpty() || path.equals(address.getRawPath()));
    }

    /// The one address of it, or that of its root where every path is allowed.
    public String address() {
        return scheme + "://" + host + unusualPort() + (path.isEmpty() ? "/" : path);
    }

    private String unusualPort() {
        boolean isUsual = port == (scheme.equals("https") ? HTTPS : HTTP);
        return isUsual ? "" : ":" + port;
    }

    /// As it would be written.
    @Override
    public String toString() {
        String written = host + unusualPort() + path;
        return scheme.equals("https") ? written : scheme + "://" + written;
    }
}
