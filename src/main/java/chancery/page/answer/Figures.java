package chancery.page.answer;

import chancery.page.GraphView;
import chancery.page.editor.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What can be drawn of an answer.
///
/// @param look  the one that is shown; the table where what was wanted cannot be
/// @param looks all that there are, the table first
/// @param map   only where it is the one shown, as the next one: they take their time
public record Figures(
        Look look,
        List<Look> looks,
        Optional<Timeline> timeline,
        Optional<Chart> chart,
        Optional<PointMap> map,
        Optional<Net> graph) {
    static final Figures NONE =
            new Figures(
                    Look.TABLE,
                    List.of(Look.TABLE),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public Figures {
        looks = List.copyOf(looks);
    }

    static Figures of(Table table, Asked asked, GraphView graph) {
        return of(
                asked,
                Timeline.of(table, graph),
                Chart.of(table, asked.get("column")),
                PointMap.canBe(table, graph) ? () -> PointMap.of(table, graph) : null,
                Net.pairs(table));
    }

    /// @param triples one a row
    static Figures ofGraph(Table triples, Asked asked) {
        return of(
                asked,
                Optional.empty(),
                Optional.empty(),
                null,
                triples.rows().stream()
                        .map(
                                row ->
                                        new Net.Pair(
                                                row.get(0).link(),
                                                row.get(2).link(),
                                                row.get(1).link().text()))
                        .toList());
    }

    /// @param map draws it; null where nothing lies anywhere
    private static Figures of(
            Asked asked,
            Optional<Timeline> timeline,
            Optional<Chart> chart,
            @Nullable Supplier<Optional<PointMap>> map,
            List<Net.Pair> pairs) {
        List<Look> looks = new ArrayList<>(List.of(Look.TABLE));
        timeline.ifPresent(it -> looks.add(Look.TIMELINE));
        chart.ifPresent(it -> looks.add(Look.CHART));
        if (map != null) {
            looks.add(Look.MAP);
        }
        if (!pairs.isEmpty()) {
            looks.add(Look.GRAPH);
        }
        Look wanted = Look.named(asked.get("view"));
        Look look = looks.contains(wanted) ? wanted : Look.TABLE;
        return new Figures(
                look,
                looks,
                timeline,
                chart,
                map != null && look == Look.MAP ? map.get() : Optional.empty(),
                look == Look.GRAPH ? Net.of(pairs) : Optional.empty());
    }
}
