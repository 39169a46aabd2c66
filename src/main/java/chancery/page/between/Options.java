package chancery.page.between;

import chancery.page.GraphView;
import chancery.page.between.Things.Facet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/// What can be chosen, with how much that would leave.
///
/// @param stances  what is accepted first
/// @param periods  decades, or the years of the one decade that was chosen
public record Options(
        List<Option> kinds,
        List<Option> sources,
        List<Option> stances,
        List<Option> disputed,
        List<Period> periods) {
    private static final int MOST_PERIODS = 40;
    private static final int MOST_SOURCES = 200;

    public Options {
        kinds = List.copyOf(kinds);
        sources = List.copyOf(sources);
        stances = List.copyOf(stances);
        disputed = List.copyOf(disputed);
        periods = List.copyOf(periods);
    }

    /// A value that can be chosen.
    ///
    /// @param count how many things would be shown
    public record Option(String value, String text, int count, boolean isChosen) {}

    /// A period to look at more closely.
    ///
    /// @param query of the address, with its question mark
    public record Period(String text, String query, int count, boolean isChosen) {}

    static Options of(GraphView graph, Things things, Choice choice) {
        return new Options(
                kinds(things, choice),
                sources(graph, things, choice),
                stances(things, choice),
                disputed(things, choice),
                periods(things, choice));
    }

    private static List<Option> kinds(Things things, Choice choice) {
        List<Item> items = things.chosenBut(choice, Facet.KIND);
        Map<Kind, Integer> counts = new HashMap<>();
        items.forEach(item -> counts.merge(item.kind(), 1, Integer::sum));
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "all kinds", items.size(), choice.kind().isEmpty()));
        Arrays.stream(Kind.values())
                .map(
                        kind ->
                                new Option(
                                        kind.id(),
                                        kind.many(),
                                        counts.getOrDefault(kind, 0),
                                        choice.kind().equals(Optional.of(kind))))
                .filter(option -> option.count() > 0 || option.isChosen())
                .forEach(options::add);
        return options;
    }

    private static List<Option> sources(GraphView graph, Things things, Choice choice) {
        List<Item> items = things.chosenBut(choice, Facet.SOURCE);
        Map<Node, Integer> counts = new HashMap<>();
        if (!choice.source().isEmpty()) {
            counts.put(graph.node("id/source/" + choice.source()), 0);
        }
        items.forEach(
                item -> item.sources().forEach(source -> counts.merge(source, 1, Integer::sum)));
        String prefix = graph.node("id/source/").getURI();
        List<Option> options = new ArrayList<>();
        options.add(new Option("", "all sources", items.size(), choice.source().isEmpty()));
        counts.entrySet().stream()
                .filter(it -> it.getKey().isURI() && it.getKey().getURI().startsWith(prefix))
                .map(
                        it -> {
                            String slug = it.getKey().getURI().substring(prefix.length());
                            return new Option(
                                    slug,
                                    graph.link(it.getKey()).text(),
                                    it.getValue(),
                                    slug.equals(choice.source()));
                        })
                .sorted(Comparator.comparing(Option::text).thenComparing(Option::value))
                .limit(MOST_SOURCES)
                .forEach(options::add);
        return options;
    }

    private static List<Option> stances(Things things, Choice choice) {
        List<Item> items = things.chosenBut(choice, Facet.STANCE);
        return Choice.STANCES.stream()
                .map(
                        stance ->
                                new Option(
                                        stance,
                                        words(stance),
                                        (int)
                                                items.stream()
                                                        .filter(it -> Things.hasStance(it, stance))
                                                        .count(),
                                        stance.equals(choice.stance())))
                .toList();
    }

    private static String words(String stance) {
        return switch (stance) {
            case "" -> "what is accepted";
            case "any" -> "all that anybody says";
            case "asserts" -> "only what somebody asserts";
            case "denies" -> "only what somebody denies";
            case "plans" -> "only what somebody plans";
            case "asks" -> "only what somebody asks for";
            default -> stance;
        };
    }

    private static List<Option> disputed(Things things, Choice choice) {
        List<Item> items = things.chosenBut(choice, Facet.DISPUTED);
        int yes = (int) items.stream().filter(Item::isDisputed).count();
        return List.of(
                new Option("", "disputed or not", items.size(), choice.disputed().isEmpty()),
                new Option("yes", "disputed", yes, choice.disputed().equals("yes")),
                new Option(
                        "no", "not disputed", items.size() - yes, choice.disputed().equals("no")));
    }

    /// Decades in which something begins or ends; in one decade or less, its years.
    private static List<Period> periods(Things things, Choice choice) {
        List<Item> items =
                things.chosenBut(choice, Facet.PERIOD).stream().filter(Item::isDated).toList();
        Optional<Integer> decade = decade(choice);
        int step = decade.isPresent() ? 1 : 10;
        TreeSet<Integer> starts = new TreeSet<>();
        for (Item item : items) {
            for (Optional<LocalDate> day : List.of(item.first(), item.last())) {
                int year = day.orElseThrow().getYear();
                if (year > 0
                        && year < 10_000
                        && decade.map(it -> Math.floorDiv(year, 10) * 10 == it).orElse(true)) {
                    starts.add(Math.floorDiv(year, step) * step);
                }
            }
        }
        List<Period> periods = new ArrayList<>();
        starts.stream()
                .limit(MOST_PERIODS)
                .map(start -> period(items, choice, start, step))
                .forEach(periods::add);
        return periods;
    }

    private static Period period(List<Item> items, Choice choice, int start, int step) {
        Optional<LocalDate> first = Optional.of(LocalDate.of(start, 1, 1));
        Optional<LocalDate> last = Optional.of(LocalDate.of(start + step - 1, 12, 31));
        Choice within = choice.within(year(start), year(start + step - 1));
        return new Period(
                step == 1 ? "" + start : start + "s",
                within.query(),
                (int) items.stream().filter(item -> Things.touches(item, first, last)).count(),
                within.from().equals(choice.from()) && within.to().equals(choice.to()));
    }

    private static String year(int number) {
        return String.format(Locale.ROOT, "%04d", number);
    }

    /// In which the chosen period lies, if it lies in one.
    private static Optional<Integer> decade(Choice choice) {
        Optional<Integer> first = choice.firstDay().map(it -> Math.floorDiv(it.getYear(), 10));
        Optional<Integer> last = choice.lastDay().map(it -> Math.floorDiv(it.getYear(), 10));
        return first.equals(last) ? first.map(it -> it * 10) : Optional.empty();
    }
}
