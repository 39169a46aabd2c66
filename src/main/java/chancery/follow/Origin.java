package chancery.follow;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where releases are published: the address of a folder with `current` and `<id>/` each.
///
/// @param folder its path ends in `/`
public record Origin(URI folder) {
    private static final int SHOWN = 80;

    /// @throws CannotFollow when it is no address of a folder, or has credentials in it
    public static Origin parse(String text) throws CannotFollow {
        URI given;
        try {
            given = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw refused(text, "an address such as https://example.org/releases/", e);
        }
        String scheme = Objects.requireNonNullElse(given.getScheme(), "").toLowerCase(Locale.ROOT);
        if (given.getRawUserInfo() != null) {
            // not shown again: it would stand in the log
            throw new CannotFollow(
                    "--follow: found an address with a user or password in it, expected one"
                            + " without");
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(text, "http or https", null);
        }
        if (given.getHost() == null) {
            throw refused(text, "an address with a host", null);
        }
        if (given.getRawQuery() != null || given.getRawFragment() != null) {
            throw refused(text, "the address of a folder, without ? and #", null);
        }
        String path = Objects.requireNonNullElse(given.getRawPath(), "");
        String folder = path.endsWith("/") ? path : path + "/";
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        return new Origin(URI.create(scheme + "://" + given.getHost() + port + folder).normalize());
    }

    private static CannotFollow refused(String text, String expected, @Nullable Exception cause) {
        return new CannotFollow(
                "--follow: found \"%s\", expected %s".formatted(shown(text), expected), cause);
    }

    /// A text from elsewhere, fit to stand in a message.
    static String shown(String text) {
        String one = text.strip().replaceAll("[\\p{Cntrl}]+", " ");
        return one.length() <= SHOWN ? one : one.substring(0, SHOWN) + "…";
    }

    /// The address of a file below the folder.
    ///
    /// @param name with `/` between folders
    URI of(String name) {
        try {
            String path = new URI(null, null, "/" + name, null).toASCIIString();
            return URI.create(folder + path.substring(1));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /// Whether an address is of the same scheme, host and port.
    boolean isSame(URI other) {
        return folder.getScheme().equalsIgnoreCase(other.getScheme())
                && folder.getHost().equalsIgnoreCase(other.getHost())
                && other.getRawUserInfo() == null
                && port(folder) == port(other);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
