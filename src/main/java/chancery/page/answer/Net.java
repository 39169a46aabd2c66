package chancery.page.answer;

import chancery.page.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Things and what joins them: the triples of a graph, or the two columns of a table that
/// hold things and join most of them.
///
/// @param without how many joints were left out, for there would be too much to see
public record Net(List<Dot> dots, List<Joint> joints, int width, int height, int without) {
    /// More is a tangle.
    private static final int MOST_DOTS = 60;

    private static final int MOST_JOINTS = 150;
    private static final int LONGEST_LABEL = 32;

    public Net {
        dots = List.copyOf(dots);
        joints = List.copyOf(joints);
    }

    /// @param label  of the thing, cut to what has room
    /// @param labelY the middle of it
    public record Dot(Link thing, String label, int x, int y, int labelY) {}

    /// @param label  what joins them; `""` if nothing is said of it or there is no room
    /// @param labelX the middle of it
    /// @param labelY likewise
    public record Joint(
            Link from,
            Link to,
            String label,
            int x1,
            int y1,
            int x2,
            int y2,
            int labelX,
            int labelY) {}

    /// @param label `""` for none
    record Pair(Link from, Link to, String label) {}

    /// @return none where no two columns hold things
    static List<Pair> pairs(Table table) {
        List<Integer> columns =
                table.columnsOf(
                        cell -> cell.link().href().startsWith("/id/") || cell.link().isExternal());
        if (columns.size() < 2) {
            return List.of();
        }
        // two columns may say the same in every row: those that join most
        List<Pair> most = List.of();
        for (int i = 0; i < columns.size(); i++) {
            for (int other : columns.subList(i + 1, columns.size())) {
                List<Pair> pairs = pairs(table, columns.get(i), other);
                most = pairs.size() > most.size() ? pairs : most;
            }
        }
        return most;
    }

    /// Each once.
    private static List<Pair> pairs(Table table, int one, int other) {
        return table.rows().stream()
                .filter(row -> row.get(one).isBound() && row.get(other).isBound())
                .map(row -> new Pair(row.get(one).link(), row.get(other).link(), ""))
                .distinct()
                .toList();
    }

    /// @return empty where there are none
    static Optional<Net> of(List<Pair> pairs) {
        Map<String, Link> dots = new LinkedHashMap<>();
        Set<Pair> drawn = new LinkedHashSet<>();
        int without = 0;
        for (Pair pair : new LinkedHashSet<>(pairs)) {
            int more =
                    (dots.containsKey(key(pair.from())) ? 0 : 1)
                            + (dots.containsKey(key(pair.to())) ? 0 : 1);
            if (dots.size() + more > MOST_DOTS || drawn.size() == MOST_JOINTS) {
                without++;
            } else {
                dots.putIfAbsent(key(pair.from()), pair.from());
                dots.putIfAbsent(key(pair.to()), pair.to());
                drawn.add(pair);
            }
        }
        return dots.isEmpty() ? Optional.empty() : Optional.of(laidOut(dots, drawn, without));
    }

    private static String key(Link thing) {
        return thing.href().isEmpty() ? "\"" + thing.text() : thing.href();
    }

    private static Net laidOut(Map<String, Link> dots, Set<Pair> pairs, int without) {
        List<String> keys = List.copyOf(dots.keySet());
        List<int[]> joints =
                pairs.stream()
                        .map(
                                pair ->
                                        new int[] {
                                            keys.indexOf(key(pair.from())),
                                            keys.indexOf(key(pair.to()))
                                        })
                        .toList();
        Layout layout =
                Layout.of(
                        dots.values().stream().map(dot -> cut(dot.text()).length()).toList(),
                        joints);
        Labelling room = new Labelling();
        List<Dot> drawn = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Link thing = dots.getOrDefault(keys.get(i), Link.to("", ""));
            String label = cut(thing.text());
            room.dot(layout.x(i), layout.y(i), layout.labelY(i), label);
            drawn.add(new Dot(thing, label, layout.x(i), layout.y(i), layout.labelY(i)));
        }
        List<Joint> lines = new ArrayList<>();
        int next = 0;
        for (Pair pair : pairs) {
            int[] ends = joints.get(next++);
            lines.add(joint(pair, drawn.get(ends[0]), drawn.get(ends[1]), room));
        }
        return new Net(drawn, lines, layout.width(), layout.height(), without);
    }

    private static Joint joint(Pair pair, Dot from, Dot to, Labelling room) {
        String label = cut(pair.label());
        Optional<Labelling.Place> place =
                label.isEmpty()
                        ? Optional.empty()
                        : room.joint(from.x(), from.y(), to.x(), to.y(), label);
        return new Joint(
                pair.from(),
                pair.to(),
                place.isPresent() ? label : "",
                from.x(),
                from.y(),
                to.x(),
                to.y(),
                place.map(Labelling.Place::x).orElse(0),
                place.map(Labelling.Place::y).orElse(0));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_LABEL
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
