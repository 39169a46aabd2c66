package chancery.page.answer;

import chancery.page.GraphView;
import chancery.page.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Where the things of the rows are: numbered places on a net of degrees, without outlines.
///
/// @param without how many rows have no place
public record PointMap(
        List<Place> places, List<Line> meridians, List<Line> parallels, int height, int without) {
    static final int WIDTH = 720;

    private static final int LOWEST = 240;
    private static final int HIGHEST = 720;

    /// Of the picture, beyond the outermost places.
    private static final double MARGIN = 0.15;

    /// Degrees that are shown at least.
    private static final double NARROWEST = 2;

    private static final Pattern POINT =
            Pattern.compile(
                    "(?i)(?:<[^>]*>)?\\s*POINT\\s*Z?\\s*\\(\\s*(-?\\d{1,3}(?:\\.\\d*)?)\\s+"
                            + "(-?\\d{1,2}(?:\\.\\d*)?)(?:\\s[^)]*)?\\)\\s*");

    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final Node GEOMETRY = NodeFactory.createURI(GEO + "hasGeometry");
    private static final Node WKT = NodeFactory.createURI(GEO + "asWKT");
    private static final Set<String> LATITUDES = Set.of("lat", "latitude");
    private static final Set<String> LONGITUDES = Set.of("long", "lon", "lng", "longitude");

    public PointMap {
        places = List.copyOf(places);
        meridians = List.copyOf(meridians);
        parallels = List.copyOf(parallels);
    }

    /// @param names of the rows that lie there, each row's own
    public record Place(int number, List<List<Link>> names, String at, int x, int y) {}

    /// A line of the net.
    ///
    /// @param at distance from the left or from the top
    public record Line(String label, int at) {}

    private record Point(double east, double north) {}

    /// @return empty where nothing lies anywhere
    static Optional<PointMap> of(Table table, GraphView graph) {
        Where where = new Where(table, graph);
        Map<Point, List<List<Link>>> found = new LinkedHashMap<>();
        int without = 0;
        for (List<Cell> row : table.rows()) {
            Optional<Point> point = where.of(row);
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
                                            cell -> cell.text().flatMap(this::wkt).isPresent()));
        }

        private static int named(Set<String> names, Table table) {
            return table.columns().stream()
                    .filter(name -> names.contains(name.toLowerCase(Locale.ROOT)))
                    .map(table.columns()::indexOf)
                    .findFirst()
                    .orElse(-1);
        }

        Optional<Point> of(List<Cell> row) {
            if (latitude >= 0 && longitude >= 0) {
                return number(row.get(longitude), 180)
                        .flatMap(x -> number(row.get(latitude), 90).map(y -> new Point(x, y)));
            }
            return row.stream()
                    .map(cell -> cell.text().flatMap(this::wkt).or(() -> known(cell)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private Optional<Point> known(Cell cell) {
            return cell.node()
                    .filter(Node::isURI)
                    .flatMap(node -> graph.object(node, GEOMETRY))
                    .flatMap(geometry -> graph.object(geometry, WKT))
                    .filter(Node::isLiteral)
                    .flatMap(wkt -> wkt(wkt.getLiteralLexicalForm()));
        }

        private Optional<Point> wkt(String text) {
            if (text.length() > 200) {
                return Optional.empty();
            }
            Matcher point = POINT.matcher(text);
            return point.matches()
                    ? Optional.of(
                                    new Point(
                                            Double.parseDouble(point.group(1)),
                                            Double.parseDouble(point.group(2))))
                            .filter(it -> Math.abs(it.east()) <= 180 && Math.abs(it.north()) <= 90)
                    : Optional.empty();
        }

        private static Optional<Double> number(Cell cell, double most) {
            return cell.number().filter(value -> Math.abs(value) <= most);
        }
    }

    private static PointMap drawn(Map<Point, List<List<Link>>> found, int without) {
        double west = found.keySet().stream().mapToDouble(Point::east).min().orElse(0);
        double east = found.keySet().stream().mapToDouble(Point::east).max().orElse(0);
        double south = found.keySet().stream().mapToDouble(Point::north).min().orElse(0);
        double north = found.keySet().stream().mapToDouble(Point::north).max().orElse(0);
        double middle = (south + north) / 2;
        // a degree of longitude is narrower the farther it is from the equator
        double narrowing = Math.max(0.2, StrictMath.cos(Math.toRadians(middle)));
        double acrossDegrees = Math.max(NARROWEST, (east - west) * (1 + 2 * MARGIN));
        double upDegrees = Math.max(NARROWEST, (north - south) * (1 + 2 * MARGIN));
        double scale = Math.min(WIDTH / (acrossDegrees * narrowing), HIGHEST / upDegrees);
        int height = (int) Math.max(LOWEST, Math.min(HIGHEST, upDegrees * scale));
        Projection projection =
                new Projection((west + east) / 2, middle, scale * narrowing, scale, height);
        List<Place> places = new ArrayList<>();
        found.forEach(
                (point, names) ->
                        places.add(
                                new Place(
                                        places.size() + 1,
                                        names,
                                        degrees(point.north(), "N", "S")
                                                + " "
                                                + degrees(point.east(), "E", "W"),
                                        projection.x(point.east()),
                                        projection.y(point.north()))));
        return new PointMap(
                places, projection.meridians(), projection.parallels(), height, without);
    }

    private static String degrees(double value, String plus, String minus) {
        String digits = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        return digits.replaceFirst("\\.?0+$", "") + "° " + (value < 0 ? minus : plus);
    }

    private record Projection(
            double east, double north, double acrossScale, double upScale, int height) {
        private static final double[] STEPS = {0.5, 1, 2, 5, 10, 15, 30, 60};

        int x(double longitude) {
            return (int) Math.round(WIDTH / 2.0 + (longitude - east) * acrossScale);
        }

        int y(double latitude) {
            return (int) Math.round(height / 2.0 - (latitude - north) * upScale);
        }

        List<Line> meridians() {
            double half = WIDTH / 2.0 / acrossScale;
            return lines(east - half, east + half, 180, "E", "W", this::x);
        }

        List<Line> parallels() {
            double half = height / 2.0 / upScale;
            return lines(north - half, north + half, 90, "N", "S", this::y);
        }

        private static List<Line> lines(
                double from,
                double to,
                double most,
                String plus,
                String minus,
                DoubleFunction<Integer> place) {
            double step = STEPS[STEPS.length - 1];
            for (int i = STEPS.length - 1; i >= 0 && (to - from) / STEPS[i] < 8; i--) {
                step = STEPS[i];
            }
            List<Line> lines = new ArrayList<>();
            for (double at = Math.ceil(from / step) * step; at < to; at += step) {
                if (Math.abs(at) <= most) {
                    lines.add(new Line(degrees(at, plus, minus), place.apply(at)));
                }
            }
            return lines;
        }
    }
}
