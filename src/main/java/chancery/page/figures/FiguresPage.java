package chancery.page.figures;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.SearchPage;
import chancery.page.Terms;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// Observations and what the sources give for them, those of one unit on one scale.
///
/// @param charts by unit
/// @param total  rows of all pages
/// @param number of this page, from 1
/// @param pages  at least 1
/// @param wanted which were asked for
/// @param indicators what is measured, to choose from
public record FiguresPage(
        List<Chart> charts,
        int total,
        int number,
        int pages,
        Wanted wanted,
        List<Indicator> indicators) {
    private static final int ON_A_PAGE = 150;

    /// Units of the drawing of a bar.
    private static final int WIDTH = 1000;

    private static final int MOST_INDICATORS = 200;

    /// Sorts after all days.
    private static final String NEVER = "9999";

    private static final Node QUANTITY = Chy.term("quantity");
    private static final Node INDICATOR = Chy.term("indicator");

    /// @param least at the left end of every bar, in words
    /// @param most  at the right end
    public record Chart(String unit, String least, String most, List<Row> rows) {}

    /// Something that is measured.
    ///
    /// @param count figures of it, at any time
    public record Indicator(String id, String text, int count, boolean isChosen) {}

    /// One figure as one or several sources give it.
    ///
    /// @param observation what is measured
    /// @param when     in words; `""` if nothing says when
    /// @param compared with what; none or one
    /// @param quantity as the graph prints it
    public record Row(
            Link observation,
            String when,
            List<Link> compared,
            Link quantity,
            String precision,
            Bar bar,
            List<Said> said) {}

    /// @param end      of the filled part, from the left
    /// @param from     where the number can begin
    /// @param to       where it can end
    public record Bar(
            double zero,
            double end,
            double from,
            double to,
            boolean isOpenDown,
            boolean isOpenUp,
            boolean isAbout) {}

    /// @param verdict what became of the claim
    public record Said(Link source, String href, Link verdict) {}

    private record Figure(
            Node observation,
            Node quantity,
            String unit,
            String date,
            String latest,
            String label,
            Extent extent) {}

    /// @param number of the page, from 1
    public static FiguresPage of(GraphView graph, Wanted wanted, int number) {
        List<Figure> every = new ArrayList<>();
        graph.typed(Chy.term("Observation"))
                .distinct()
                .forEach(observation -> figures(graph, observation).forEach(every::add));
        List<Figure> all =
                new ArrayList<>(
                        every.stream().filter(figure -> isWanted(graph, figure, wanted)).toList());
        all.sort(
                Comparator.comparing(Figure::unit)
                        .thenComparing(Figure::date)
                        .thenComparing(Figure::label)
                        .thenComparingDouble(it -> it.extent().value()));
        Map<String, List<Figure>> byUnit = new TreeMap<>();
        all.forEach(it -> byUnit.computeIfAbsent(it.unit(), unit -> new ArrayList<>()).add(it));
        Map<String, List<Row>> shown = new LinkedHashMap<>();
        Map<String, Scale> scales = new TreeMap<>();
        byUnit.forEach((unit, figures) -> scales.put(unit, Scale.of(figures)));
        all.stream()
                .skip((long) ON_A_PAGE * (number - 1))
                .limit(ON_A_PAGE)
                .forEach(
                        it ->
                                shown.computeIfAbsent(it.unit(), unit -> new ArrayList<>())
                                        .add(
                                                row(
                                                        graph,
                                                        it,
                                                        scales.getOrDefault(
                                                                it.unit(), Scale.NONE))));
        List<Chart> charts = new ArrayList<>();
        shown.forEach(
                (unit, rows) -> {
                    Scale scale = scales.getOrDefault(unit, Scale.NONE);
                    charts.add(
                            new Chart(
                                    unit,
                                    Extent.number(scale.least()),
                                    Extent.number(scale.most()),
                                    rows));
                });
        return new FiguresPage(
                charts,
                all.size(),
                number,
                Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE),
                wanted,
                indicators(graph, every, wanted));
    }

    private static boolean isWanted(GraphView graph, Figure figure, Wanted wanted) {
        boolean isDated = !figure.date().equals(NEVER);
        return (wanted.indicator().isEmpty()
                        || graph.values(figure.observation(), INDICATOR).stream()
                                .anyMatch(it -> id(it).equals(wanted.indicator())))
                && wanted.letsTime(isDated ? figure.date() : "", figure.latest());
    }

    private static List<Indicator> indicators(GraphView graph, List<Figure> every, Wanted wanted) {
        Map<Node, Integer> counts = new HashMap<>();
        every.forEach(
                figure ->
                        graph.values(figure.observation(), INDICATOR)
                                .forEach(it -> counts.merge(it, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(
                        it ->
                                new Indicator(
                                        id(it.getKey()),
                                        graph.link(it.getKey()).text(),
                                        it.getValue(),
                                        id(it.getKey()).equals(wanted.indicator())))
                .sorted(Comparator.comparing(Indicator::text).thenComparing(Indicator::id))
                .limit(MOST_INDICATORS)
                .toList();
    }

    /// Quantities that hold, and those that somebody claims besides.
    private static Stream<Figure> figures(GraphView graph, Node observation) {
        Stream<Node> claimed =
                graph.claims(observation, QUANTITY).toList().stream()
                        .flatMap(claim -> graph.values(claim, Terms.OBJECT).stream());
        return Stream.concat(graph.values(observation, QUANTITY).stream(), claimed)
                .distinct()
                .flatMap(quantity -> figure(graph, observation, quantity));
    }

    private static Stream<Figure> figure(GraphView graph, Node observation, Node quantity) {
        double value = number(graph, quantity, "value");
        if (Double.isNaN(value)) {
            return Stream.of();
        }
        String earliest = day(graph, observation, "startEarliest").orElse(NEVER);
        String latest = day(graph, observation, "endLatest").orElse(earliest);
        return Stream.of(
                new Figure(
                        observation,
                        quantity,
                        unit(graph, quantity),
                        earliest,
                        latest,
                        graph.link(observation).text(),
                        Extent.of(
                                value,
                                number(graph, quantity, "upperValue"),
                                graph.object(quantity, Chy.term("bound"))
                                        .map(FiguresPage::id)
                                        .orElse(""),
                                number(graph, quantity, "resolution"))));
    }

    private static Optional<String> day(GraphView graph, Node observation, String bound) {
        return graph.values(observation, Chy.term("time")).stream()
                .flatMap(time -> graph.values(time, Chy.term(bound)).stream())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    private static String id(Node node) {
        return node.isURI() ? node.getURI().substring(node.getURI().lastIndexOf('/') + 1) : "";
    }

    /// Of QUDT's names the last part.
    private static String unit(GraphView graph, Node quantity) {
        return graph.object(quantity, Chy.term("unit"))
                .map(unit -> graph.link(unit).text())
                .map(
                        text ->
                                switch (text) {
                                    case "PERCENT" -> "percent";
                                    case "KiloM" -> "kilometres";
                                    case "MI" -> "miles";
                                    case "NUM" -> "number";
                                    case "YR" -> "years";
                                    default -> text.replaceFirst("^CCY_", "");
                                })
                .orElse("number");
    }

    private static double number(GraphView graph, Node quantity, String property) {
        return graph.values(quantity, Chy.term(property)).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(text -> text.matches("-?[0-9]{1,300}(\\.[0-9]{1,300})?"))
                .map(Double::parseDouble)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Row row(GraphView graph, Figure figure, Scale scale) {
        Extent extent = figure.extent();
        return new Row(
                graph.link(figure.observation()),
                SearchPage.dates(graph, figure.observation()),
                graph.links(figure.observation(), Chy.term("comparedWith")),
                graph.link(figure.quantity()),
                precision(extent, graph.link(figure.quantity()).text()),
                new Bar(
                        scale.x(0),
                        scale.x(extent.value()),
                        extent.isOpenDown() ? 0 : scale.x(extent.from()),
                        extent.isOpenUp() ? WIDTH : scale.x(extent.to()),
                        extent.isOpenDown(),
                        extent.isOpenUp(),
                        extent.isAbout()),
                graph.claims(figure.observation(), QUANTITY)
                        .filter(claim -> graph.has(claim, Terms.OBJECT, figure.quantity()))
                        .map(
                                claim ->
                                        new Said(
                                                first(graph, claim, Terms.STATED_IN),
                                                graph.link(claim).href(),
                                                first(graph, claim, Terms.VERDICT)))
                        .sorted(
                                Comparator.comparing((Said it) -> it.source().text())
                                        .thenComparing(Said::href))
                        .toList());
    }

    /// Without what the words of the number say already, such as `more than`.
    private static String precision(Extent extent, String number) {
        String precision = extent.precision();
        String first = precision.split(", ", 2)[0];
        return number.startsWith(first + " ")
                ? precision.substring(Math.min(precision.length(), first.length() + 2))
                : precision;
    }

    private static Link first(GraphView graph, Node node, Node property) {
        return graph.object(node, property).map(graph::link).orElse(Link.to("", ""));
    }

    /// Of the page before this one; `""` if there is none.
    public String previous() {
        return number > 1 ? wanted.page(number - 1) : "";
    }

    /// Of the page after this one; `""` if there is none.
    public String next() {
        return number < pages ? wanted.page(number + 1) : "";
    }

    /// From nothing, or from the least number if that is less, to the greatest.
    private record Scale(double least, double most) {
        static final Scale NONE = new Scale(0, 1);

        static Scale of(List<Figure> figures) {
            double least = figures.stream().mapToDouble(it -> it.extent().from()).min().orElse(0);
            double most = figures.stream().mapToDouble(it -> it.extent().to()).max().orElse(1);
            double from = Math.min(0, least);
            double to = Math.max(0, most);
            return new Scale(from, to > from ? to : from + 1);
        }

        double x(double value) {
            return Math.round((value - least) / (most - least) * WIDTH * 10) / 10.0;
        }
    }
}
