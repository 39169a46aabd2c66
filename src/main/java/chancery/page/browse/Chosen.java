package chancery.page.browse;

import chancery.page.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is asked for; every part can be left open.
///
/// @param kind     local name of a class; `""` for any
/// @param state    id; `""` for any
/// @param source   id; `""` for any
/// @param stance   local name; `""` for any; of a claim of the source, if that is chosen too
/// @param from     first year of the period, four digits; `""` for an open one
/// @param to       last year of it, likewise
/// @param disputed `yes`, `no`, or `""` for both
/// @param missing  what the things are without
/// @param page     from 1
public record Chosen(
        String kind,
        String state,
        String source,
        String stance,
        String from,
        String to,
        String disputed,
        Optional<Missing> missing,
        int page) {
    static final String KIND = "kind";
    static final String STATE = "state";
    static final String SOURCE = "source";
    static final String STANCE = "stance";
    static final String FROM = "from";
    static final String TO = "to";
    static final String DISPUTED = "disputed";
    static final String MISSING = "missing";

    /// @throws Reader.Unreadable with what was found and expected
    public static Chosen by(Reader reader) {
        String missing = reader.chosen(MISSING);
        if (!missing.isEmpty() && Missing.named(missing).isEmpty()) {
            throw Reader.Unreadable.of(MISSING, missing, "date, second-source or link");
        }
        return new Chosen(
                matching(reader, KIND, "[A-Za-z]{1,100}", "the name of a class, such as Agreement"),
                matching(reader, STATE, "[a-z0-9-]{1,200}", "the id of a state, such as russia"),
                matching(reader, SOURCE, "[a-z0-9-]{1,200}", "the id of a source"),
                matching(reader, STANCE, "[a-z]{1,100}", "a stance, such as asserts"),
                matching(reader, FROM, "[0-9]{4}", "a year of four digits"),
                matching(reader, TO, "[0-9]{4}", "a year of four digits"),
                matching(reader, DISPUTED, "yes|no", "yes or no"),
                Missing.named(missing),
                reader.pageNumber());
    }

    private static String matching(Reader reader, String name, String regex, String expected) {
        String chosen = reader.chosen(name);
        if (!chosen.isEmpty() && !chosen.matches(regex)) {
            throw Reader.Unreadable.of(name, chosen, expected);
        }
        return chosen;
    }

    /// @param except a part that is left open, whatever was chosen; `""` for none
    boolean lets(Item item, String except) {
        return (kind.isEmpty() || except.equals(KIND) || item.kinds().contains(kind))
                && (state.isEmpty() || except.equals(STATE) || item.states().contains(state))
                && letsSaying(item, except)
                && (from.isEmpty() || item.latest().compareTo(from + "-01-01") >= 0)
                && (to.isEmpty()
                        || (!item.earliest().isEmpty()
                                && item.earliest().compareTo(to + "-12-31") <= 0))
                && (disputed.isEmpty()
                        || except.equals(DISPUTED)
                        || disputed.equals("yes") == item.isDisputed())
                && (except.equals(MISSING)
                        || missing.map(it -> item.lacks().contains(it)).orElse(true));
    }

    private boolean letsSaying(Item item, String except) {
        String ofSource = except.equals(SOURCE) ? "" : source;
        String ofStance = except.equals(STANCE) ? "" : stance;
        return (ofSource.isEmpty() && ofStance.isEmpty())
                || item.sayings().stream()
                        .anyMatch(
                                it ->
                                        (ofSource.isEmpty() || it.source().equals(ofSource))
                                                && (ofStance.isEmpty()
                                                        || it.stance().equals(ofStance)));
    }

    /// The address of a page with one part chosen otherwise, and from its beginning.
    String with(String name, String value) {
        Map<String, String> parts = parts();
        parts.put(name, value);
        return address(parts);
    }

    /// The address of the first page.
    public String address() {
        return onPage(1);
    }

    /// The address of another page of the same.
    String onPage(int number) {
        Map<String, String> parts = parts();
        parts.put("page", number < 2 ? "" : String.valueOf(number));
        return address(parts);
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        parts.put(KIND, kind);
        parts.put(STATE, state);
        parts.put(SOURCE, source);
        parts.put(STANCE, stance);
        parts.put(FROM, from);
        parts.put(TO, to);
        parts.put(DISPUTED, disputed);
        parts.put(MISSING, missing.map(Missing::parameter).orElse(""));
        return parts;
    }

    private static String address(Map<String, String> parts) {
        String query =
                parts.entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(
                                part ->
                                        part.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/browse" : "/browse?" + query;
    }
}
