package chancery.page.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.page.GraphView;
import chancery.page.entity.picture.TimeLine;
import chancery.release.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The queries that stand below the tables of a thing find what these show: for that thing of every
/// kind in the seeds of which most is said.
@Timeout(300)
class SeedQueriesTest {
    private static Release release;
    private static String base;

    @BeforeAll
    static void open() throws Exception {
        release = Release.open(SeedRelease.folder());
        base = release.description().base();
    }

    @AfterAll
    static void close() {
        release.close();
    }

    static List<String> paths() {
        return release.read(SeedQueriesTest::richest);
    }

    private static List<String> richest(DatasetGraph dataset) {
        Map<String, Integer> sizes = new TreeMap<>();
        dataset.getDefaultGraph()
                .find()
                .forEach(
                        triple -> {
                            for (Node node : List.of(triple.getSubject(), triple.getObject())) {
                                if (node.isURI() && node.getURI().startsWith(base + "id/")) {
                                    sizes.merge(
                                            node.getURI().substring(base.length()),
                                            1,
                                            Integer::sum);
                                }
                            }
                        });
        Map<String, String> ofKind = new TreeMap<>();
        sizes.forEach(
                (path, size) ->
                        ofKind.merge(
                                path.split("/", -1)[1],
                                path,
                                (one, other) ->
                                        sizes.getOrDefault(one, 0) < sizes.getOrDefault(other, 0)
                                                ? other
                                                : one));
        assertTrue(ofKind.size() > 15, ofKind.toString());
        return List.copyOf(ofKind.values());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void queryFindsWhatItsTableShows(String path) {
        release.read(
                dataset -> {
                    GraphView graph = new GraphView(dataset, base);
                    EntityPage page = EntityPage.of(graph, graph.node(path), path);
                    compare(dataset, graph, page.facts(), "value");
                    compare(dataset, graph, page.incoming(), "thing");
                    compare(dataset, graph, page.said());
                    compare(dataset, graph, page.elsewhere());
                    compare(dataset, graph, page.timeLine());
                    return path;
                });
    }

    private static void compare(DatasetGraph dataset, GraphView graph, Table table, String column) {
        Map<String, List<String>> found = new HashMap<>();
        for (Binding row : rows(dataset, table.query())) {
            found.computeIfAbsent(graph.link(row.get("property")).href(), it -> new ArrayList<>())
                    .add(Labels.shown(graph, row.get(column)).text());
        }
        Set<String> properties = new HashSet<>();
        for (Row row : table.rows()) {
            String property = row.property().href();
            List<String> values = found.getOrDefault(property, List.of());
            assertEquals(row.total(), values.size(), property);
            assertTrue(
                    values.containsAll(row.values().stream().map(it -> it.link().text()).toList()),
                    property);
            assertTrue(row.values().size() == row.total() || !row.all().isEmpty(), property);
            properties.add(property);
        }
        assertEquals(properties, found.keySet());
    }

    private static void compare(DatasetGraph dataset, GraphView graph, ClaimTable table) {
        Set<String> found = hrefs(graph, rows(dataset, table.query()), row -> row.get("claim"));
        assertEquals(table.total(), found.size());
        assertTrue(found.containsAll(table.rows().stream().map(it -> it.href()).toList()));
    }

    private static void compare(DatasetGraph dataset, GraphView graph, TimeLine line) {
        List<Binding> rows = rows(dataset, line.query());
        assertEquals(line.total(), rows.size());
        Set<String> times = hrefs(graph, rows, row -> row.get("time"));
        assertTrue(times.containsAll(line.entries().stream().map(it -> it.time().href()).toList()));
        Set<String> things = hrefs(graph, rows, row -> row.get("thing"));
        assertTrue(
                things.containsAll(
                        line.entries().stream()
                                .map(it -> it.thing().href())
                                .filter(href -> !href.isEmpty())
                                .toList()));
    }

    private static Set<String> hrefs(
            GraphView graph, List<Binding> rows, Function<Binding, Node> of) {
        return rows.stream()
                .map(row -> graph.link(of.apply(row)).href())
                .collect(Collectors.toSet());
    }

    private static List<Binding> rows(DatasetGraph dataset, String query) {
        List<Binding> rows = new ArrayList<>();
        QueryExec.dataset(dataset)
                .query(QueryFactory.create(query))
                .select()
                .materialize()
                .forEachRemaining(rows::add);
        return rows;
    }
}
