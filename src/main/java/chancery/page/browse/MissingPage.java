package chancery.page.browse;

import chancery.page.GraphView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.NodeFactory;

/// What is missing: for each kind of thing and each source, how many things are without a date, a
/// second source, a link.
///
/// @param kinds   by name
/// @param sources by name; of things of which a source says anything
/// @param listed  how many states only the register names; they are not counted
/// @param isCut   whether the release has more things than could be looked at
public record MissingPage(List<Line> kinds, List<Line> sources, long listed, boolean isCut) {
    /// @param all   how many things there are
    /// @param lacks in the order of [Missing]
    public record Line(String text, String href, int all, List<Lack> lacks) {}

    /// @param count of things without it; -1 where it is not expected
    public record Lack(int count, String href) {}

    private static final Chosen ANYTHING =
            new Chosen("", "", "", "", "", "", "", Optional.empty(), 1);

    /// @param base the release's base IRI, ends in `/`
    public static MissingPage of(GraphView graph, Inventory inventory, String base) {
        return new MissingPage(
                lines(
                        inventory,
                        Chosen.KIND,
                        item -> item.kinds().stream().toList(),
                        kind -> inventory.kindLabels().getOrDefault(kind, kind)),
                lines(
                        inventory,
                        Chosen.SOURCE,
                        item ->
                                item.sayings().stream()
                                        .map(Item.Saying::source)
                                        .distinct()
                                        .toList(),
                        id -> graph.link(NodeFactory.createURI(base + "id/source/" + id)).text()),
                inventory.items().stream().filter(Item::isListed).count(),
                inventory.isCut());
    }

    /// The titles of the columns.
    public List<String> titles() {
        return List.of(Missing.values()).stream().map(Missing::text).toList();
    }

    private static List<Line> lines(
            Inventory inventory,
            String part,
            Function<Item, List<String>> values,
            Function<String, String> text) {
        Map<String, List<Item>> groups = new TreeMap<>();
        for (Item item : inventory.items().stream().filter(it -> !it.isListed()).toList()) {
            values.apply(item)
                    .forEach(it -> groups.computeIfAbsent(it, key -> new ArrayList<>()).add(item));
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach(
                (value, items) ->
                        lines.add(
                                new Line(
                                        text.apply(value),
                                        ANYTHING.with(part, value),
                                        items.size(),
                                        lacks(part, value, items))));
        return lines;
    }

    private static List<Lack> lacks(String part, String value, List<Item> items) {
        List<Lack> lacks = new ArrayList<>();
        for (Missing each : Missing.values()) {
            boolean isExpected =
                    !part.equals(Chosen.KIND)
                            || each.kinds().isEmpty()
                            || items.stream()
                                    .anyMatch(
                                            it ->
                                                    it.kinds().stream()
                                                            .anyMatch(each.kinds()::contains));
            int count = (int) items.stream().filter(it -> it.lacks().contains(each)).count();
            String without = "&" + Chosen.MISSING + "=" + each.parameter();
            lacks.add(new Lack(isExpected ? count : -1, ANYTHING.with(part, value) + without));
        }
        return lacks;
    }
}
