package chancery.page.browse;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.SearchPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;

/// What a choice lets through, and how many things each further choice would leave.
///
/// @param facets each with the values that any thing has which the other choices let through
/// @param rows   those of this page
/// @param total  how many things there are
/// @param pages  at least 1
/// @param table  the same as a SPARQL query
/// @param graph  a query for what the graph says of them
/// @param isCut  whether the release has more things than could be looked at
public record BrowsePage(
        Chosen chosen,
        List<Facet> facets,
        List<Row> rows,
        int total,
        int pages,
        String table,
        String graph,
        boolean isCut) {
    private static final int ON_A_PAGE = 100;

    /// Values of one facet that are listed; the others have few things each.
    private static final int LISTED = 40;

    /// @param choices most frequent first
    /// @param all     the address without this choice; `""` if nothing is chosen
    public record Facet(String name, String title, List<Choice> choices, String all) {}

    /// @param count things that it would leave
    public record Choice(String text, String href, int count, boolean isChosen) {}

    /// @param dates  as the graph has them; `""` if there are none
    /// @param sources that say anything of it
    /// @param voices independent sources of what is accepted of it
    public record Row(
            Link thing,
            List<String> kinds,
            String dates,
            int sources,
            int voices,
            boolean isDisputed) {}

    /// @param base the release's base IRI, ends in `/`
    public static BrowsePage of(GraphView graph, Inventory inventory, Chosen chosen, String base) {
        List<Item> found =
                inventory.items().stream().filter(item -> chosen.lets(item, "")).toList();
        BrowseQuery query = new BrowseQuery(chosen, base);
        return new BrowsePage(
                chosen,
                facets(graph, inventory, chosen, base),
                found.stream()
                        .skip((long) ON_A_PAGE * (chosen.page() - 1))
                        .limit(ON_A_PAGE)
                        .map(item -> row(graph, inventory, item))
                        .toList(),
                found.size(),
                Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE),
                query.table(),
                query.graph(),
                inventory.isCut());
    }

    private static Row row(GraphView graph, Inventory inventory, Item item) {
        var node = NodeFactory.createURI(item.iri());
        return new Row(
                graph.link(node),
                item.kinds().stream()
                        .map(kind -> inventory.kindLabels().getOrDefault(kind, kind))
                        .sorted()
                        .toList(),
                SearchPage.dates(graph, node),
                (int) item.sayings().stream().map(Item.Saying::source).distinct().count(),
                item.voices(),
                item.isDisputed());
    }

    private static List<Facet> facets(
            GraphView graph, Inventory inventory, Chosen chosen, String base) {
        Function<String, String> sourceName =
                id -> graph.link(NodeFactory.createURI(base + "id/source/" + id)).text();
        Function<String, String> stateName =
                id -> graph.link(NodeFactory.createURI(base + "id/state/" + id)).text();
        Function<String, String> plain = id -> id;
        List<Facet> facets = new ArrayList<>();
        facets.add(
                facet(
                        inventory,
                        chosen,
                        Chosen.KIND,
                        "Kind",
                        chosen.kind(),
                        Item::kinds,
                        kind -> inventory.kindLabels().getOrDefault(kind, kind)));
        facets.add(
                facet(
                        inventory,
                        chosen,
                        Chosen.STATE,
                        "State",
                        chosen.state(),
                        Item::states,
                        stateName));
        facets.add(
                facet(
                        inventory,
                        chosen,
                        Chosen.SOURCE,
                        "Source",
                        chosen.source(),
                        item ->
                                item.sayings().stream()
                                        .filter(
                                                it ->
                                                        chosen.stance().isEmpty()
                                                                || it.stance()
                                                                        .equals(chosen.stance()))
                                        .map(Item.Saying::source)
                                        .distinct()
                                        .toList(),
                        sourceName));
        facets.add(
                facet(
                        inventory,
                        chosen,
                        Chosen.STANCE,
                        "Stance",
                        chosen.stance(),
                        item ->
                                item.sayings().stream()
                                        .filter(
                                                it ->
                                                        chosen.source().isEmpty()
                                                                || it.source()
                                                                        .equals(chosen.source()))
                                        .map(Item.Saying::stance)
                                        .filter(stance -> !stance.isEmpty())
                                        .distinct()
                                        .toList(),
                        plain));
        facets.add(
                facet(
                        inventory,
                        chosen,
                        Chosen.DISPUTED,
                        "Disputed",
                        chosen.disputed(),
                        item -> List.of(item.isDisputed() ? "yes" : "no"),
                        plain));
        facets.add(
                facet(
                        inventory,
                        chosen,
                        Chosen.MISSING,
                        "Missing",
                        chosen.missing().map(Missing::parameter).orElse(""),
                        item -> item.lacks().stream().map(Missing::parameter).toList(),
                        it -> Missing.named(it).map(Missing::text).orElse(it)));
        return facets;
    }

    private static Facet facet(
            Inventory inventory,
            Chosen chosen,
            String name,
            String title,
            String value,
            Function<Item, Collection<String>> values,
            Function<String, String> text) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Item item : inventory.items()) {
            if (chosen.lets(item, name)) {
                values.apply(item).forEach(it -> counts.merge(it, 1, Integer::sum));
            }
        }
        if (!value.isEmpty()) {
            counts.putIfAbsent(value, 0);
        }
        Stream<Map.Entry<String, Integer>> most =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry::getKey))
                        .limit(LISTED);
        return new Facet(
                name,
                title,
                most.map(
                                it ->
                                        new Choice(
                                                text.apply(it.getKey()),
                                                chosen.with(name, it.getKey()),
                                                it.getValue(),
                                                it.getKey().equals(value)))
                        .toList(),
                value.isEmpty() ? "" : chosen.with(name, ""));
    }

    /// Of the page before this one; `""` if there is none.
    public String previous() {
        return chosen.page() > 1 ? chosen.onPage(chosen.page() - 1) : "";
    }

    /// Of the page after this one; `""` if there is none.
    public String next() {
        return chosen.page() < pages ? chosen.onPage(chosen.page() + 1) : "";
    }

    /// Number of the first thing of this page, from 1.
    public int first() {
        return ON_A_PAGE * (chosen.page() - 1) + 1;
    }
}
