package chancery.page.editor;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A query with all that decides how its answer looks.
///
/// @param query as written; `""` for none yet
/// @param more  other parameters by name, none of them empty, in one order
public record Asked(String query, Map<String, String> more) {
    /// From where the graph is looked at.
    private static final List<String> VIEWPOINT = List.of("according-to", "as-of", "known-on");

    /// All that are kept in links.
    private static final List<String> NAMES =
            List.of("view", "column", "from", "according-to", "as-of", "known-on");

    /// Servers and what stands before them read addresses of 8 kB.
    private static final int LONGEST_IN_ADDRESS = 6_000;

    /// @param more others than those of links and empty ones are left out
    public Asked {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = more.getOrDefault(name, "");
            if (!value.isEmpty()) {
                known.put(name, value);
            }
        }
        more = Collections.unmodifiableMap(known);
    }

    /// Nothing but a query.
    public static Asked of(String query) {
        return new Asked(query, Map.of());
    }

    /// @return `""` for a parameter that is not given
    public String get(String name) {
        return more.getOrDefault(name, "");
    }

    /// The same with one parameter changed; from its first row on, unless that is the one.
    public Asked with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(more);
        changed.remove("from");
        changed.put(name, value);
        return new Asked(query, changed);
    }

    /// Where this is answered. The pages' links carry the point of view on by themselves.
    public String href() {
        return "/sparql?query=" + encode(query) + parameters("&", false);
    }

    /// The same with the point of view.
    public String address() {
        return "/sparql?query=" + encode(query) + parameters("&", true);
    }

    /// The answer as a file.
    ///
    /// @param output name of a form, such as `csv`
    public String hrefAs(String output) {
        return "/sparql?output=" + encode(output) + "&query=" + encode(query);
    }

    /// The same from programs.
    public String programs() {
        return "/sparql/code?query=" + encode(query) + parameters("&", false);
    }

    private String parameters(String before, boolean withViewpoint) {
        return more.entrySet().stream()
                .filter(each -> withViewpoint || !VIEWPOINT.contains(each.getKey()))
                .map(each -> before + each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining());
    }

    /// Whether it fits into an address; else it can only be sent as the body of a POST.
    public boolean isLinkable() {
        return encode(query).length() <= LONGEST_IN_ADDRESS;
    }

    /// All of it as one text: the parameters in the first line, then the query.
    public String text() {
        return parameters("&", true).replaceFirst("^&", "") + "\n" + query;
    }

    /// The way back.
    public static Asked ofText(String text) {
        int end = text.indexOf('\n');
        Map<String, String> more = new LinkedHashMap<>();
        for (String part : text.substring(0, Math.max(0, end)).split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                more.put(part.substring(0, equals), decode(part.substring(equals + 1)));
            }
        }
        return new Asked(text.substring(end + 1), more);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badPercent) {
            return text;
        }
    }
}
