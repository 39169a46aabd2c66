package chancery.page.between;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.timeline.Lane;
import chancery.page.timeline.TimeLine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/// What is between two states, on one axis and as a list.
///
/// @param path      of the page, such as `/between/azerbaijan/russia`
/// @param total     how many things were chosen
/// @param rows      those of this page of the list: first what is dated, in order, then what has a
///     day without a year, then what has no date
/// @param pages     of the list
/// @param sparql    the query that finds the same
/// @param mistakes what was chosen and cannot be
/// @param drawing   empty if nothing that was chosen has a date
/// @param narrow    the same for a small window
public record PairPage(
        String path,
        Link one,
        Link other,
        Choice choice,
        Options options,
        List<Leaders> leaders,
        Optional<TimeLine> drawing,
        Optional<TimeLine> narrow,
        int total,
        List<Row> rows,
        int pages,
        String sparql,
        List<BadChoice> mistakes) {
    /// Rows a page of the list.
    public static final int ROWS = 50;

    private static final int LANE_ROWS = 12;
    private static final int LEADER_ROWS = 6;

    public PairPage {
        leaders = List.copyOf(leaders);
        rows = List.copyOf(rows);
        mistakes = List.copyOf(mistakes);
    }

    /// Two states.
    ///
    /// @param one slug of the first, such as `azerbaijan`
    public record Pair(String one, String other) {
        public String path() {
            return "/between/" + one + "/" + other;
        }

        Node first(GraphView graph) {
            return graph.node("id/state/" + one);
        }

        Node second(GraphView graph) {
            return graph.node("id/state/" + other);
        }

        /// The one of the two orders under which the page is found.
        public Pair canonical() {
            return one.compareTo(other) <= 0 ? this : new Pair(/* one= */ other, /* other= */ one);
        }
    }

    /// @param things between the two, in the same graph
    /// @param base   the release's base IRI, ends in `/`
    /// @throws BadChoice where the list has no such page
    public static PairPage of(
            GraphView graph, Pair pair, Things things, Choice choice, String base) {
        List<Item> chosen = things.chosen(choice);
        int pages = Math.max(1, (chosen.size() + ROWS - 1) / ROWS);
        if (choice.page() > pages) {
            throw new BadChoice("page", "" + choice.page(), "a number from 1 to " + pages);
        }
        Link one = graph.link(pair.first(graph));
        Link other = graph.link(pair.second(graph));
        List<Leaders> leaders = leaders(graph, pair, things, choice, chosen);
        Rows rows = new Rows(graph);
        return new PairPage(
                pair.path(),
                one,
                other,
                choice,
                Options.of(graph, things, choice),
                leaders,
                drawing(pair, choice, leaders, chosen, rows, TimeLine.WIDTH),
                drawing(pair, choice, leaders, chosen, rows, TimeLine.NARROW),
                chosen.size(),
                chosen.stream()
                        .skip((long) ROWS * (choice.page() - 1))
                        .limit(ROWS)
                        .map(rows::of)
                        .toList(),
                pages,
                query(graph, pair, things, choice, base),
                List.of());
    }

    /// The same with what was chosen besides and cannot be.
    public PairPage withMistakes(List<BadChoice> some) {
        return new PairPage(
                path, one, other, choice, options, leaders, drawing, narrow, total, rows, pages,
                sparql, some);
    }

    /// What cannot be of one part of the choice; `""` if nothing.
    public String mistake(String parameter) {
        return mistakes.stream()
                .filter(it -> it.parameter().equals(parameter))
                .map(it -> "Found “%s”, expected %s.".formatted(it.found(), it.expected()))
                .collect(Collectors.joining(" "));
    }

    /// As it stands in a field: what was written there, if that cannot be.
    public String written(String parameter) {
        return mistakes.stream()
                .filter(it -> it.parameter().equals(parameter))
                .map(BadChoice::found)
                .findFirst()
                .orElse(parameter.equals("from") ? choice.from() : choice.to());
    }

    /// The leaders of both in the period that was chosen, or in the time of what was chosen.
    static List<Leaders> leaders(
            GraphView graph, Pair pair, Things things, Choice choice, List<Item> chosen) {
        boolean isOfThings = !choice.hasPeriod() && !choice.isAll();
        Optional<LocalDate> from =
                isOfThings
                        ? chosen.stream()
                                .flatMap(it -> it.first().stream())
                                .min(LocalDate::compareTo)
                        : choice.firstDay();
        Optional<LocalDate> to =
                (isOfThings
                                ? chosen.stream()
                                        .flatMap(it -> it.last().stream())
                                        .max(LocalDate::compareTo)
                                : choice.lastDay())
                        .map(last -> things.until().filter(last::isAfter).orElse(last))
                        .or(things::until);
        return List.of(
                Leaders.of(graph, pair.first(graph)).within(from, to, things.until()),
                Leaders.of(graph, pair.second(graph)).within(from, to, things.until()));
    }

    static String query(GraphView graph, Pair pair, Things things, Choice choice, String base) {
        Node one = pair.first(graph);
        Node other = pair.second(graph);
        String title =
                "What is between %s and %s?"
                        .formatted(graph.link(one).text(), graph.link(other).text());
        return PairQuery.of(title, one.getURI(), other.getURI(), things.until(), choice, base);
    }

    private static Optional<TimeLine> drawing(
            Pair pair,
            Choice choice,
            List<Leaders> leaders,
            List<Item> chosen,
            Rows rows,
            double width) {
        List<Lane> lanes = new ArrayList<>();
        List<Lane> things = lanes(chosen, rows);
        if (things.isEmpty()) {
            return Optional.empty();
        }
        for (Leaders each : leaders) {
            lanes.add(
                    new Lane(
                            "Leaders of " + each.state().text(),
                            each.tenures().stream().map(Leaders.Tenure::entry).toList(),
                            LEADER_ROWS));
        }
        lanes.addAll(things);
        Optional<LocalDate> first =
                choice.firstDay()
                        .or(
                                () ->
                                        chosen.stream()
                                                .flatMap(it -> it.first().stream())
                                                .min(LocalDate::compareTo));
        Optional<LocalDate> last =
                choice.lastDay()
                        .or(
                                () ->
                                        chosen.stream()
                                                .flatMap(it -> it.last().stream())
                                                .max(LocalDate::compareTo));
        return choice.hasPeriod() && !first.orElseThrow().isAfter(last.orElseThrow())
                ? Optional.of(
                        TimeLine.of(
                                lanes,
                                first.orElseThrow(),
                                last.orElseThrow(),
                                width,
                                (from, to) -> zoom(pair, choice, from, to)))
                : TimeLine.of(lanes, width, (from, to) -> zoom(pair, choice, from, to));
    }

    private static List<Lane> lanes(List<Item> chosen, Rows rows) {
        return Arrays.stream(Kind.values())
                .map(
                        kind ->
                                new Lane(
                                        kind.many(),
                                        chosen.stream()
                                                .filter(it -> it.kind() == kind && it.isDated())
                                                .map(rows::entry)
                                                .toList(),
                                        LANE_ROWS))
                .filter(lane -> !lane.entries().isEmpty())
                .toList();
    }

    /// The years, or in one year the months, in which two days lie.
    private static String zoom(Pair pair, Choice choice, LocalDate from, LocalDate to) {
        boolean isOneYear = from.getYear() == to.getYear();
        String first = from.toString();
        String last = to.toString();
        int length = isOneYear ? "2002-01".length() : "2002".length();
        boolean isShort = first.matches("\\d{4}-.*") && last.matches("\\d{4}-.*");
        return isShort
                ? pair.path()
                        + choice.within(first.substring(0, length), last.substring(0, length))
                                .query()
                : "";
    }

    /// Where the query can be looked at, changed and run.
    public String sparqlHref() {
        return "/sparql?query="
                + URLEncoder.encode(sparql, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// The same in another form, all pages of it.
    ///
    /// @param ending such as `csv`
    public String as(String ending) {
        return path + "." + ending + choice.withPage(1).query();
    }

    /// Another page of the list.
    public String page(int number) {
        return path + choice.withPage(number).query();
    }

    /// The same in all the time there is.
    public String withoutPeriod() {
        return path + choice.within("", "").query();
    }

    /// Leaders of either whom the drawing has no place for.
    public List<Leaders.Tenure> undrawn() {
        return leaders.stream().flatMap(it -> it.undated().stream()).toList();
    }

    public List<Row> datedRows() {
        return rows.stream().filter(row -> row.part() == Row.Part.DATED).toList();
    }

    public List<Row> yearless() {
        return rows.stream().filter(row -> row.part() == Row.Part.YEARLESS).toList();
    }

    public List<Row> undated() {
        return rows.stream().filter(row -> row.part() == Row.Part.UNDATED).toList();
    }

    /// The place in the list of the first row of this page, from 1.
    public int firstRow() {
        return ROWS * (choice.page() - 1) + 1;
    }
}
