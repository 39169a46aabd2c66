package chancery.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// For whom a page is written: what was asked for, in which languages things are named, and the
/// point of view.
///
/// @param path       of the page, percent signs and all
/// @param parameters of the query string, decoded
/// @param languages  tags in lower case, the most wanted first; English is always among them
public record Reader(String path, Map<String, String> parameters, List<String> languages) {
    public static final String LANG = "lang";
    public static final String ACCORDING_TO = "according-to";
    public static final String AS_OF = "as-of";
    public static final String KNOWN_ON = "known-on";

    /// What links and forms carry from page to page.
    private static final List<String> CARRIED = List.of(LANG, ACCORDING_TO, AS_OF, KNOWN_ON);

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final int MOST_LANGUAGES = 10;
    private static final int LONGEST_QUERY = 2_000;

    /// A link of a page to another: not to a file, whose bytes are the same for everybody.
    private static final Pattern LINK =
            Pattern.compile("(<a\\b(?![^>]*\\sdata-plain)[^>]*?\\shref=\")(/[^\"#]*)(#[^\"]*)?\"");

    private static final Pattern GET_FORM =
            Pattern.compile("<form\\b(?=[^>]*\\smethod=\"get\")(?![^>]*\\sdata-switch)[^>]*>");

    private static final Pattern FILE =
            Pattern.compile("/(dumps|assets)/.+|/\\.well-known/.*|[^?]*\\.(?!html)[a-z]+(\\?.*)?");

    /// What was chosen cannot be: the message says what was found and expected.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message) {
            super(message);
        }

        public Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        /// @param found    as it was sent; shown up to 80 characters
        /// @param expected in words
        public static Unreadable of(String parameter, String found, String expected) {
            String shown =
                    found.codePointCount(0, found.length()) > 80
                            ? found.substring(0, found.offsetByCodePoints(0, 80)) + "…"
                            : found;
            return new Unreadable(
                    "parameter %s: found \"%s\", expected %s"
                            .formatted(parameter, shown, expected));
        }
    }

    public Reader {
        // two slashes would name another host
        path = path.replaceFirst("^/+", "/");
        parameters = Map.copyOf(parameters);
        languages = List.copyOf(languages);
    }

    /// Of a page that was not asked for by anybody in particular.
    public static Reader anybody() {
        return new Reader("", Map.of(), List.of("en"));
    }

    /// @param accepted the header `Accept-Language`; `""` for none
    /// @throws Unreadable with what was found and expected
    public static Reader of(String path, Map<String, String> parameters, String accepted) {
        List<String> languages = new ArrayList<>();
        String chosen = parameters.getOrDefault(LANG, "");
        if (!chosen.isEmpty()) {
            if (!TAG.matcher(chosen).matches()) {
                throw Unreadable.of(LANG, chosen, "a language tag, such as az");
            }
            languages.add(chosen.toLowerCase(Locale.ROOT));
        }
        for (String tag : accepted(accepted)) {
            if (languages.size() < MOST_LANGUAGES && !languages.contains(tag)) {
                languages.add(tag);
            }
        }
        if (!languages.contains("en")) {
            languages.add("en");
        }
        return new Reader(path, parameters, languages);
    }

    /// Tags of the header, the most wanted first (RFC 9110, section 12.5.4); what is none is left
    /// out.
    private static List<String> accepted(String header) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : header.split(",")) {
            String[] pieces = part.strip().split("\\s*;\\s*q\\s*=\\s*", 2);
            double weight = pieces.length < 2 ? 1 : weight(pieces[1]);
            if (TAG.matcher(pieces[0]).matches() && weight > 0) {
                weights.putIfAbsent(pieces[0].toLowerCase(Locale.ROOT), weight);
            }
        }
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double weight(String text) {
        return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 0;
    }

    /// How far down the list a label's language stands; the less, the better.
    ///
    /// @param tag of the label; `""` for none, which comes right after the wanted ones
    int rank(String tag) {
        if (tag.isEmpty()) {
            return languages.size();
        }
        String lower = tag.toLowerCase(Locale.ROOT);
        for (int i = 0; i < languages.size(); i++) {
            String wanted = languages.get(i);
            if (lower.equals(wanted)
                    || lower.startsWith(wanted + "-")
                    || wanted.startsWith(lower + "-")) {
                return i;
            }
        }
        return languages.size() + 1;
    }

    /// What was chosen; `""` for nothing.
    public String chosen(String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /// A number of a page, from 1; 1 if none was asked for.
    ///
    /// @throws Unreadable for anything else
    public int pageNumber() {
        String page = chosen("page");
        if (!page.isEmpty() && !page.matches("[1-9][0-9]{0,5}")) {
            throw Unreadable.of("page", page, "a number from 1");
        }
        return page.isEmpty() ? 1 : Integer.parseInt(page);
    }

    /// Whether the graph is seen otherwise than the release has it.
    public boolean hasPointOfView() {
        return !chosen(ACCORDING_TO).isEmpty()
                || !chosen(AS_OF).isEmpty()
                || !chosen(KNOWN_ON).isEmpty();
    }

    /// Parameters that only this page knows, in the order of their names.
    public Map<String, String> others() {
        Map<String, String> others = new TreeMap<>(parameters);
        CARRIED.forEach(others::remove);
        return others;
    }

    /// This page for everybody, in English.
    public String plainAddress() {
        return path + (others().isEmpty() ? "" : "?" + query(others()));
    }

    /// The language that is wanted most, without its region: `en`, `az`.
    public String language() {
        return languages.getFirst().replaceFirst("-.*", "");
    }

    /// This page with its things named in another language, all else as it is. Without its path,
    /// so that a page is the same under each of its names.
    ///
    /// @param tag such as `az`
    /// @return `""` where what was asked is too long for a link
    public String inLanguage(String tag) {
        Map<String, String> all = new TreeMap<>(others());
        all.putAll(carried());
        all.put(LANG, tag);
        String query = query(all);
        return query.length() > LONGEST_QUERY ? "" : "?" + query;
    }

    private Map<String, String> carried() {
        Map<String, String> carried = new LinkedHashMap<>();
        for (String name : CARRIED) {
            if (!chosen(name).isEmpty()) {
                carried.put(name, chosen(name));
            }
        }
        return carried;
    }

    /// An address of this server as this reader goes on to it.
    ///
    /// @param address path, with or without a query string and a fragment
    public String carryTo(String address) {
        int hash = address.indexOf('#');
        String before = hash < 0 ? address : address.substring(0, hash);
        String fragment = hash < 0 ? "" : address.substring(hash);
        return carry(before, "&", query(carried())) + fragment;
    }

    /// Writes what the reader has chosen into the links and forms of a page.
    String carryInto(String html) {
        Map<String, String> carried = carried();
        if (carried.isEmpty()) {
            return html;
        }
        // all of it is percent-encoded but for the signs between
        String query = query(carried).replace("&", "&amp;");
        String linked =
                LINK.matcher(html)
                        .replaceAll(
                                link ->
                                        Matcher.quoteReplacement(
                                                link.group(1)
                                                        + carry(link.group(2), "&amp;", query)
                                                        + (link.group(3) == null
                                                                ? ""
                                                                : link.group(3))
                                                        + "\""));
        String fields =
                carried.entrySet().stream()
                        .map(
                                field ->
                                        "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                                                .formatted(field.getKey(), escaped(field)))
                        .collect(Collectors.joining());
        return GET_FORM.matcher(linked)
                .replaceAll(form -> Matcher.quoteReplacement(form.group() + fields));
    }

    private static String escaped(Map.Entry<String, String> field) {
        return field.getValue()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String carry(String address, String and, String query) {
        if (query.isEmpty() || FILE.matcher(address).matches()) {
            return address;
        }
        return address + (address.contains("?") ? and : "?") + query;
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(
                        it ->
                                URLEncoder.encode(it.getKey(), StandardCharsets.UTF_8)
                                        + "="
                                        + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
