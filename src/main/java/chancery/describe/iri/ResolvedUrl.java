package chancery.describe.iri;

import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// URLs made absolute (RFC 3986, section 5) and compared (section 6.2.2 and 6.2.3).
public final class ResolvedUrl {
    private ResolvedUrl() {}

    /// Section 5.2.2.
    ///
    /// @param base absolute
    public static String of(String base, String reference) {
        Parts from = Parts.of(base);
        Parts to = Parts.of(reference);
        if (to.scheme() != null) {
            return reference;
        }
        if (to.authority() != null) {
            return from.with(to.authority(), withoutDots(to.path()), to.query(), to.fragment());
        }
        if (to.path().isEmpty()) {
            String query = to.query() == null ? from.query() : to.query();
            return from.with(from.authority(), from.path(), query, to.fragment());
        }
        String path = to.path().startsWith("/") ? to.path() : merged(from, to.path());
        return from.with(from.authority(), withoutDots(path), to.query(), to.fragment());
    }

    private static String merged(Parts from, String path) {
        return from.authority() != null && from.path().isEmpty()
                ? "/" + path
                : from.path().substring(0, from.path().lastIndexOf('/') + 1) + path;
    }

    /// Section 5.2.4.
    private static String withoutDots(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> {
                    if (last) {
                        kept.add("");
                    }
                }
                case ".." -> {
                    if (kept.size() > 1 || (kept.size() == 1 && !kept.getFirst().isEmpty())) {
                        kept.removeLast();
                    }
                    if (last) {
                        kept.add("");
                    }
                }
                default -> kept.add(segments[i]);
            }
        }
        return String.join("/", kept);
    }

    /// The parts of a URL reference (RFC 3986, appendix B); null if one is not there.
    private record Parts(
            @Nullable String scheme,
            @Nullable String authority,
            String path,
            @Nullable String query,
            @Nullable String fragment) {
        private static final Pattern SHAPE =
                Pattern.compile(
                        "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?"
                                + "(?:#(.*))?",
                        Pattern.DOTALL);

        static Parts of(String url) {
            Matcher parts = SHAPE.matcher(url);
            if (!parts.matches()) {
                throw new IllegalStateException("the pattern takes every text");
            }
            String path = parts.group(3) == null ? "" : parts.group(3);
            return new Parts(parts.group(1), parts.group(2), path, parts.group(4), parts.group(5));
        }

        /// With the scheme of these and other parts behind it.
        String with(
                @Nullable String newAuthority,
                String newPath,
                @Nullable String newQuery,
                @Nullable String newFragment) {
            return (scheme == null ? "" : scheme + ":")
                    + (newAuthority == null ? "" : "//" + newAuthority)
                    + newPath
                    + (newQuery == null ? "" : "?" + newQuery)
                    + (newFragment == null ? "" : "#" + newFragment);
        }
    }

    /// Whether two absolute URLs mean the same document: case of scheme, host and escapes, escaped
    /// letters, dots in the path and default ports do not count.
    public static boolean areEquivalent(String a, String b) {
        return a.equals(b) || normal(a).equals(normal(b));
    }

    /// @return the URL in the form by which it is compared
    public static String normal(String url) {
        URI uri;
        try {
            uri = URI.create(unescaped(url)).normalize();
        } catch (IllegalArgumentException e) {
            return url;
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            return uri.toString();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean usualPort =
                uri.getPort() < 0
                        || (scheme.equals("http") && uri.getPort() == 80)
                        || (scheme.equals("https") && uri.getPort() == 443);
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme
                + "://"
                + user
                + uri.getHost().toLowerCase(Locale.ROOT)
                + (usualPort ? "" : ":" + uri.getPort())
                + path
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
    }

    /// Escapes of letters, digits, `-`, `.`, `_` and `~` are written out, others get capitals.
    private static String unescaped(String url) {
        StringBuilder out = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            int value = c == '%' && i + 2 < url.length() ? hex(url, i + 1) : -1;
            if (value < 0) {
                out.append(c);
            } else {
                boolean plain =
                        value < 128
                                && (Character.isLetterOrDigit(value) || "-._~".indexOf(value) >= 0);
                out.append(plain ? String.valueOf((char) value) : "%%%02X".formatted(value));
                i += 2;
            }
        }
        return out.toString();
    }

    private static int hex(String url, int at) {
        // digits of ASCII alone: Character.digit also knows those of other scripts
        return HexFormat.isHexDigit(url.charAt(at)) && HexFormat.isHexDigit(url.charAt(at + 1))
                ? HexFormat.fromHexDigits(url, at, at + 2)
                : -1;
    }
}
