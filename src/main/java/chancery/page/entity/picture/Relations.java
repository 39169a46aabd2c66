package chancery.page.entity.picture;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.entity.Labels;
import chancery.page.entity.PropertyOrder;
import chancery.page.entity.Surroundings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/// What a thing is related to, as a small graph: what points at it to the left, what it points at
/// to the right. What only stands between two things, such as a tenure, is passed through.
///
/// @param height of the wide drawing, which is 960 wide
/// @param middle where the thing itself stands
/// @param center its name in lines
/// @param left   how many more there are that are not shown
public record Relations(
        int height, int middle, List<String> center, List<Neighbour> neighbours, int left) {
    private static final int A_SIDE = 9;
    private static final int STEP = 40;
    private static final int MARGIN = 14;
    private static final int LONGEST = 48;
    private static final int LONGEST_NARROW = 38;
    private static final int LONGEST_LINE = 17;
    private static final int LINES = 3;
    private static final int LEFT = 360;
    private static final int RIGHT = 600;

    /// Things looked at on each side.
    private static final int LOOKED_AT = 2_000;

    private static final List<String> THINGS =
            List.of(
                    "state",
                    "person",
                    "organisation",
                    "office",
                    "agreement",
                    "event",
                    "place",
                    "facility",
                    "group",
                    "possibility",
                    "observation",
                    "provision");

    private static final Set<String> BETWEEN =
            Set.of("tenure", "membership", "relation", "condition");

    public Relations {
        center = List.copyOf(center);
        neighbours = List.copyOf(neighbours);
    }

    /// @param role    the property, as it is said
    /// @param isLeft  whether it points at the thing
    /// @param y       of its name
    /// @param x       where its name begins, or ends if it is to the left
    /// @param shortName its name as far as there is room
    public record Neighbour(
            Link thing, String role, boolean isLeft, int x, int y, String shortName) {
        /// As far as there is room in the drawing for small windows.
        public String narrowName() {
            return Labels.cut(shortName, LONGEST_NARROW);
        }
    }

    private record Edge(Node other, Node property) {}

    public static Relations of(Surroundings it) {
        List<Edge> pointing = pointing(it);
        List<Edge> values = values(it);
        List<Edge> left = few(it, pointing);
        List<Edge> right = few(it, values);
        int rows = Math.max(left.size(), right.size());
        int height = Math.max(rows, 1) * STEP + 2 * MARGIN;
        List<Neighbour> all = new ArrayList<>(side(it, left, true, height));
        all.addAll(side(it, right, false, height));
        int others = pointing.size() + values.size() - left.size() - right.size();
        return new Relations(height, height / 2, lines(it), all, others);
    }

    /// In the order in which they are read.
    private static List<Neighbour> side(
            Surroundings it, List<Edge> edges, boolean isLeft, int height) {
        GraphView graph = it.graph();
        List<Neighbour> side = new ArrayList<>();
        int y = (height - edges.size() * STEP) / 2 + STEP / 2;
        for (Edge edge : edges) {
            Link thing = Labels.cut(graph.link(edge.other()));
            String role = Labels.cut(graph.link(edge.property()).text(), LONGEST);
            side.add(
                    new Neighbour(
                            thing,
                            role,
                            isLeft,
                            isLeft ? LEFT : RIGHT,
                            y,
                            Labels.cut(thing.text(), LONGEST)));
            y += STEP;
        }
        return side;
    }

    private static List<Edge> values(Surroundings it) {
        Map<Node, Edge> edges = new LinkedHashMap<>();
        for (Node property : it.properties()) {
            for (Node value : it.first(it.values(property), LOOKED_AT)) {
                if (THINGS.contains(it.kind(value))) {
                    edges.putIfAbsent(value, new Edge(value, property));
                }
            }
        }
        edges.remove(it.thing());
        return List.copyOf(edges.values());
    }

    private static List<Edge> pointing(Surroundings it) {
        Map<Node, Edge> edges = new LinkedHashMap<>();
        for (Node property : it.pointingByRank()) {
            List<Node> things = it.pointing().getOrDefault(property, List.of());
            for (Node thing : it.first(things, LOOKED_AT)) {
                if (THINGS.contains(it.kind(thing))) {
                    edges.putIfAbsent(thing, new Edge(thing, property));
                } else if (BETWEEN.contains(it.kind(thing))) {
                    through(it, thing).forEach(e -> edges.putIfAbsent(e.other(), e));
                }
            }
        }
        edges.remove(it.thing());
        return List.copyOf(edges.values());
    }

    /// From what stands between to the other things that it names.
    private static List<Edge> through(Surroundings it, Node between) {
        return it.graph()
                .triplesOf(between)
                .filter(triple -> THINGS.contains(it.kind(triple.getObject())))
                .map(triple -> new Edge(triple.getObject(), triple.getPredicate()))
                .sorted(
                        Comparator.comparingInt((Edge edge) -> PropertyOrder.rank(edge.property()))
                                .thenComparing(edge -> edge.other().toString()))
                .toList();
    }

    /// Of every kind in turn, so that many of one kind leave room for the others.
    private static List<Edge> few(Surroundings it, List<Edge> edges) {
        Map<String, Deque<Edge>> byKind = new HashMap<>();
        edges.forEach(
                edge ->
                        byKind.computeIfAbsent(it.kind(edge.other()), k -> new ArrayDeque<>())
                                .add(edge));
        List<Edge> few = new ArrayList<>();
        while (few.size() < Math.min(A_SIDE, edges.size())) {
            for (String kind : THINGS) {
                Deque<Edge> next = byKind.getOrDefault(kind, new ArrayDeque<>());
                if (!next.isEmpty() && few.size() < A_SIDE) {
                    few.add(next.removeFirst());
                }
            }
        }
        few.sort(Comparator.comparingInt(edge -> THINGS.indexOf(it.kind(edge.other()))));
        return few;
    }

    private static List<String> lines(Surroundings it) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String name = Labels.cut(it.graph().link(it.thing()).text(), LONGEST_LINE * LINES);
        for (String word : name.split("\\s+")) {
            if (!line.isEmpty() && line.length() + word.length() >= LONGEST_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(Labels.cut(word, LONGEST_LINE));
        }
        lines.add(line.toString());
        return lines.stream().limit(LINES + 1).toList();
    }
}
