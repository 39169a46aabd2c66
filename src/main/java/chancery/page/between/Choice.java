package chancery.page.between;

import chancery.page.SpokenTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which of the things between two states are wanted, as the address of a page says it.
///
/// @param kind     empty for all
/// @param source   the slug of one, such as `wikipedia-2016`; `""` for all
/// @param stance   one of [#STANCES]
/// @param from     a year, a month or a day; `""` for any time
/// @param to       likewise
/// @param disputed `yes`, `no`, or `""` for both
/// @param page     of the list, from 1
public record Choice(
        Optional<Kind> kind,
        String source,
        String stance,
        String from,
        String to,
        String disputed,
        int page) {
    /// What is accepted; all that is said; or what one stance is taken on.
    public static final List<String> STANCES =
            List.of("", "any", "asserts", "denies", "plans", "asks");

    private static final List<String> DISPUTED = List.of("", "yes", "no");
    private static final String EXPECTED_TIME =
            "a year, a month or a day, such as 2002, 2002-01, January 2002 or 25 January 2002";

    private static final int LONGEST_SHOWN = 80;
    private static final int FARTHEST_PAGE = 100_000;

    /// All that is accepted.
    public static final Choice ALL = new Choice(Optional.empty(), "", "", "", "", "", 1);

    /// @param parameters of the address, decoded; those that are none of ours are passed over
    /// @param sources    the slugs of those that there are
    /// @throws BadChoice where it makes no sense
    public static Choice of(Map<String, String> parameters, Collection<String> sources) {
        String kind = value(parameters, "kind");
        String kinds =
                List.of(Kind.values()).stream().map(Kind::id).collect(Collectors.joining(", "));
        Optional<Kind> chosen = Kind.named(kind);
        if (!kind.isEmpty() && chosen.isEmpty()) {
            throw new BadChoice("kind", shown(kind), "one of " + kinds);
        }
        String source = value(parameters, "source");
        if (!source.isEmpty() && !sources.contains(source)) {
            throw new BadChoice(
                    "source",
                    shown(source),
                    "one of "
                            + sources.stream()
                                    .sorted()
                                    .limit(100)
                                    .collect(Collectors.joining(", ")));
        }
        Choice choice =
                new Choice(
                        chosen,
                        source,
                        among(parameters, "stance", STANCES),
                        time(parameters, "from"),
                        time(parameters, "to"),
                        among(parameters, "disputed", DISPUTED),
                        page(value(parameters, "page")));
        choice.requirePeriod();
        return choice;
    }

    private static String value(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    private static String among(Map<String, String> parameters, String name, List<String> allowed) {
        String found = value(parameters, name);
        if (!allowed.contains(found)) {
            throw new BadChoice(
                    name,
                    shown(found),
                    "one of " + allowed.stream().skip(1).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private static int page(String text) {
        if (text.isEmpty()) {
            return 1;
        }
        int page = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (page < 1 || page > FARTHEST_PAGE) {
            throw new BadChoice("page", shown(text), "a number from 1");
        }
        return page;
    }

    /// A time in words is taken as the days of which it is the begin or the end.
    private static String time(Map<String, String> parameters, String name) {
        String text = value(parameters, name);
        if (text.isEmpty()) {
            return "";
        }
        SpokenTime time =
                SpokenTime.of(text)
                        .orElseThrow(() -> new BadChoice(name, shown(text), EXPECTED_TIME));
        return name.equals("from") ? time.from() : time.to();
    }

    private void requirePeriod() {
        Optional<LocalDate> first = firstDay();
        Optional<LocalDate> last = lastDay();
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw new BadChoice("to", shown(to), "no time before " + from);
        }
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    /// The first day that is wanted.
    public Optional<LocalDate> firstDay() {
        return SpokenTime.of(from).map(SpokenTime::first);
    }

    /// The last day that is wanted.
    public Optional<LocalDate> lastDay() {
        return SpokenTime.of(to).map(SpokenTime::last);
    }

    public boolean hasPeriod() {
        return !from.isEmpty() || !to.isEmpty();
    }

    /// Whether nothing was chosen but perhaps a page.
    public boolean isAll() {
        return withPage(1).equals(ALL);
    }

    /// Whether only what is accepted is wanted.
    boolean isOfAccepted() {
        return stance.isEmpty();
    }

    /// The first page of the same, in another period.
    public Choice within(String first, String last) {
        return new Choice(kind, source, stance, first, last, disputed, 1);
    }

    public Choice withPage(int number) {
        return new Choice(kind, source, stance, from, to, disputed, number);
    }

    /// What follows a path, with its question mark; `""` if nothing was chosen.
    public String query() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("kind", kind.map(Kind::id).orElse(""));
        all.put("source", source);
        all.put("stance", stance);
        all.put("disputed", disputed);
        all.put("from", from);
        all.put("to", to);
        all.put("page", page == 1 ? "" : "" + page);
        String query =
                all.entrySet().stream()
                        .filter(it -> !it.getValue().isEmpty())
                        .map(
                                it ->
                                        it.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        it.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
