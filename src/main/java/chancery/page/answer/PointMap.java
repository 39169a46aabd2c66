package chancery.page.answer;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import chancery.page.places.LonLat;
import chancery.page.places.Outlines;
import chancery.page.places.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Where the things of the rows are: numbered places on the outlines of the countries of today.
///
/// @param land    outlines, each as the `d` of a path
/// @param without how many rows have no place
public record PointMap(List<Place> places, List<String> land, int width, int height, int without) {
    private static final int WIDTH = 720;

    /// Of the text of a point.
    private static final int LONGEST = 200;

    private static final Set<String> LATITUDES = Set.of("lat", "latitude");
    private static final Set<String> LONGITUDES = Set.of("long", "lon", "lng", "longitude");

    public PointMap {
        places = List.copyOf(places);
        land = List.copyOf(land);
    }

    /// @param names of the rows that lie there, each row's own
    public record Place(int number, List<List<Link>> names, String at, double x, double y) {}

    /// Whether anything lies anywhere.
    static boolean canBe(Table table, GraphView graph) {
        Where where = new Where(table, graph);
        return table.rows().stream().anyMatch(row -> where.of(row).isPresent());
    }

    /// @return empty where nothing lies anywhere
    static Optional<PointMap> of(Table table, GraphView graph) {
        Where where = new Where(table, graph);
        Map<LonLat, List<List<Link>>> found = new LinkedHashMap<>();
        int without = 0;
        for (List<Cell> row : table.rows()) {
            Optional<LonLat> point = where.of(row);
            if (point.isPresent()) {
                found.computeIfAbsent(point.get(), it -> new ArrayList<>())
                        .add(table.names(row, where.coordinates));
            } else {
                without++;
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(drawn(found, without));
    }

    private static final class Where {
        private final GraphView graph;
        private final Set<Integer> coordinates;
        private final int latitude;
        private final int longitude;

        Where(Table table, GraphView graph) {
            this.graph = graph;
            this.latitude = named(LATITUDES, table);
            this.longitude = named(LONGITUDES, table);
            this.coordinates =
                    latitude >= 0 && longitude >= 0
                            ? Set.of(latitude, longitude)
                            : Set.copyOf(
                                    table.columnsOf(
                                            cell -> cell.text().flatMap(Where::wkt).isPresent()));
        }

        private static int named(Set<String> names, Table table) {
            return table.columns().stream()
                    .filter(name -> names.contains(name.toLowerCase(Locale.ROOT)))
                    .map(table.columns()::indexOf)
                    .findFirst()
                    .orElse(-1);
        }

        Optional<LonLat> of(List<Cell> row) {
            if (latitude >= 0 && longitude >= 0) {
                return number(row.get(longitude), 180)
                        .flatMap(x -> number(row.get(latitude), 90).map(y -> new LonLat(x, y)));
            }
            return row.stream()
                    .map(cell -> cell.text().flatMap(Where::wkt).or(() -> known(cell)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private Optional<LonLat> known(Cell cell) {
            return cell.node()
                    .filter(Node::isURI)
                    .flatMap(node -> graph.object(node, Terms.HAS_GEOMETRY))
                    .flatMap(geometry -> graph.object(geometry, Terms.AS_WKT))
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .flatMap(Where::wkt);
        }

        private static Optional<LonLat> wkt(String text) {
            return text.length() > LONGEST ? Optional.empty() : LonLat.parse(text);
        }

        private static Optional<Double> number(Cell cell, double most) {
            return cell.number().filter(value -> Math.abs(value) <= most);
        }
    }

    private static PointMap drawn(Map<LonLat, List<List<Link>>> found, int without) {
        Window window = Window.around(List.copyOf(found.keySet()), WIDTH);
        List<Place> places = new ArrayList<>();
        found.forEach(
                (point, names) ->
                        places.add(
                                new Place(
                                        places.size() + 1,
                                        names,
                                        degrees(point.lat(), "N", "S")
                                                + " "
                                                + degrees(point.lon(), "E", "W"),
                                        window.x(point.lon()),
                                        window.y(point.lat()))));
        return new PointMap(
                places, Outlines.countries().within(window), WIDTH, window.height(), without);
    }

    private static String degrees(double value, String plus, String minus) {
        String digits = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        return digits.replaceFirst("\\.?0+$", "") + "° " + (value < 0 ? minus : plus);
    }
}
