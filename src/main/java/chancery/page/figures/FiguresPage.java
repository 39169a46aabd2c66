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
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// Observations and what the sources give for them. Figures of one measure and one unit, at least
/// two, are on one scale; the others, and ranks, have no bars.
///
/// @param charts by unit, those with bars first
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

    /// Of a scale as far as a lower bound may reach, so that one sees that it is open.
    private static final double SHUT = 0.85;

    private static final int MOST_INDICATORS = 200;

    /// Sorts after all days.
    private static final String NEVER = "9999";

    private static final Node QUANTITY = Chy.term("quantity");
    private static final Node INDICATOR = Chy.term("indicator");

    /// @param measure what all of them measure; `""` where there are no bars
    /// @param least   at the left end of every bar, in words; `""` where there are none
    /// @param most    at the right end
    public record Chart(String unit, String measure, String least, String most, List<Row> rows) {}

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
    /// @param bar      empty where there is nothing to compare with
    public record Row(
            Link observation,
            String when,
            List<Link> compared,
            Link quantity,
            String precision,
            Optional<Bar> bar,
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
            Measure measure,
            String date,
            String latest,
            String label,
            Extent extent) {}

    /// What is measured, in which unit.
    ///
    /// @param id of the indicator, or of an observation that has none
    private record Measure(String unit, String id, String text) {
        /// An order is no amount: the third is not three times the first.
        boolean isOrder() {
            return List.of(id.split("-")).stream()
                    .anyMatch(it -> it.equals("rank") || it.equals("order"));
        }
    }

    /// @param number of the page, from 1
    public static FiguresPage of(GraphView graph, Wanted wanted, int number) {
        List<Figure> every = new ArrayList<>();
        graph.typed(Chy.term("Observation"))
                .distinct()
                .forEach(observation -> figures(graph, observation).forEach(every::add));
        List<Figure> all =
                new ArrayList<>(
                        every.stream().filter(figure -> isWanted(graph, figure, wanted)).toList());
        Map<Measure, Scale> scales = scales(all);
        all.sort(
                Comparator.comparing(Figure::unit)
                        .thenComparing(it -> !scales.containsKey(it.measure()))
                        .thenComparing(
                                it -> scales.containsKey(it.measure()) ? it.measure().text() : "")
                        .thenComparing(Figure::date)
                        .thenComparing(Figure::label)
                        .thenComparingDouble(it -> it.extent().value()));
        Map<Measure, List<Row>> shown = new LinkedHashMap<>();
        all.stream()
                .skip((long) ON_A_PAGE * (number - 1))
                .limit(ON_A_PAGE)
                .forEach(
                        it -> {
                            Optional<Scale> scale = Optional.ofNullable(scales.get(it.measure()));
                            Measure chart =
                                    scale.isPresent()
                                            ? it.measure()
                                            : new Measure(it.unit(), "", "");
                            shown.computeIfAbsent(chart, key -> new ArrayList<>())
                                    .add(row(graph, it, scale));
                        });
        List<Chart> charts = new ArrayList<>();
        shown.forEach(
                (measure, rows) -> {
                    Optional<Scale> scale = Optional.ofNullable(scales.get(measure));
                    charts.add(
                            new Chart(
                                    measure.unit(),
                                    measure.text(),
                                    scale.map(it -> Extent.number(it.least())).orElse(""),
                                    scale.map(it -> Extent.number(it.most())).orElse(""),
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

    /// Of what can be compared.
    private static Map<Measure, Scale> scales(List<Figure> all) {
        Map<Measure, List<Figure>> alike = new HashMap<>();
        all.forEach(it -> alike.computeIfAbsent(it.measure(), m -> new ArrayList<>()).add(it));
        Map<Measure, Scale> scales = new HashMap<>();
        alike.forEach(
                (measure, figures) -> {
                    if (figures.size() > 1 && !measure.isOrder()) {
                        scales.put(measure, Scale.of(figures));
                    }
                });
        return scales;
    }

    private static Measure measure(GraphView graph, Node observation, String unit) {
        Node measured =
                graph.objects(observation, INDICATOR).stream().findFirst().orElse(observation);
        return new Measure(unit, id(measured), graph.link(measured).text());
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
        String unit = unit(graph, quantity);
        String earliest = day(graph, observation, "startEarliest").orElse(NEVER);
        String latest = day(graph, observation, "endLatest").orElse(earliest);
        return Stream.of(
                new Figure(
                        observation,
                        quantity,
                        unit,
                        measure(graph, observation, unit),
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

    private static Row row(GraphView graph, Figure figure, Optional<Scale> scale) {
        Extent extent = figure.extent();
        return new Row(
                graph.link(figure.observation()),
                SearchPage.dates(graph, figure.observation()),
                graph.links(figure.observation(), Chy.term("comparedWith")),
                graph.link(figure.quantity()),
                precision(extent, graph.link(figure.quantity()).text()),
                scale.map(it -> it.bar(extent)),
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
        static Scale of(List<Figure> figures) {
            double least = figures.stream().mapToDouble(it -> it.extent().from()).min().orElse(0);
            double most =
                    figures.stream()
                            .map(Figure::extent)
                            .mapToDouble(it -> it.isOpenUp() ? it.to() / SHUT : it.to())
                            .max()
                            .orElse(1);
            double from = Math.min(0, least);
            double to = Math.max(0, most);
            return new Scale(from, to > from ? to : from + 1);
        }

        Bar bar(Extent extent) {
            return new Bar(
                    x(0),
                    x(extent.value()),
                    extent.isOpenDown() ? 0 : x(extent.from()),
                    extent.isOpenUp() ? WIDTH : x(extent.to()),
                    extent.isOpenDown(),
                    extent.isOpenUp(),
                    extent.isAbout());
        }

        double x(double value) {
            return Math.round((value - least) / (most - least) * WIDTH * 10) / 10.0;
        }
    }
}
