package chancery.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where readers are to report what is wrong, with what they were looking at filled in.
///
/// The words `{about}` (IRI of the claim or thing), `{release}` (IRI) and `{title}` in it are
/// replaced. Without any of them a mail gets a subject and a text, a page the parameters `about`
/// and `release`.
///
/// @param address `mailto:…`, or a page with `http:` or `https:`
public record ReportAddress(String address) {
    private static final String MAIL =
            "subject=Chancery%3A%20{title}&body=About%3A%20{about}%0D%0ARelease%3A%20{release}"
                    + "%0D%0A%0D%0A";
    private static final String PAGE = "about={about}&release={release}";

    /// @throws IllegalArgumentException if it is no such address; the message says so
    public ReportAddress {
        if (!isAddress(address)) {
            throw new IllegalArgumentException(
                    "found \"%s\", expected mailto:… or https://…".formatted(address));
        }
    }

    /// @param about IRI of a thing; the page's title stands for it where there is none
    String filled(String title, String about, String release) {
        String template = address;
        if (!address.matches(".*\\{(about|release|title)}.*")) {
            template +=
                    (address.contains("?") ? "&" : "?")
                            + (address.startsWith("mailto:") ? MAIL : PAGE);
        }
        return template.replace("{about}", encoded(about.isEmpty() ? title : about))
                .replace("{release}", encoded(release))
                .replace("{title}", encoded(title));
    }

    private static boolean isAddress(String address) {
        try {
            // braces are ours alone
            URI uri = new URI(address.replaceAll("\\{(about|release|title)}", "x"));
            String scheme = String.valueOf(uri.getScheme());
            return scheme.equals("mailto")
                    ? uri.getSchemeSpecificPart().matches("[^@\\s]+@[^@\\s]+")
                    : (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /// Mail programs take `+` for itself.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
