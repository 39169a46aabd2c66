package chancery.page.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The part of the earth that is seen, and how it lies on the drawing: degrees of longitude are as
/// wide as they are in the middle (an equirectangular projection).
///
/// @param west  degrees east
/// @param south degrees north
/// @param width of the drawing, in its units
public record Window(double west, double south, double east, double north, int width) {
    private static final double LEAST_DEGREES = 4;
    private static final double MARGIN = 0.12;

    /// Width by height of a drawing, at least.
    private static final double LEAST_SHAPE = 1.5;

    /// Around all of these, with a margin; the whole earth if there are none.
    public static Window around(List<LonLat> points, int width) {
        if (points.isEmpty()) {
            return new Window(-180, -60, 180, 80, width);
        }
        double west = points.stream().mapToDouble(LonLat::lon).min().orElse(-180);
        double east = points.stream().mapToDouble(LonLat::lon).max().orElse(180);
        double south = points.stream().mapToDouble(LonLat::lat).min().orElse(-60);
        double north = points.stream().mapToDouble(LonLat::lat).max().orElse(80);
        double lon = (west + east) / 2;
        double lat = (south + north) / 2;
        double along = Math.max(LEAST_DEGREES / 2, north - south) * (0.5 + MARGIN);
        // a drawing is wider than high
        double least = LEAST_SHAPE * along / Math.max(0.2, Math.cos(Math.toRadians(lat)));
        double across = Math.max(least, Math.max(LEAST_DEGREES, east - west) * (0.5 + MARGIN));
        return new Window(
                Math.max(-180, lon - across),
                Math.max(-90, lat - along),
                Math.min(180, lon + across),
                Math.min(90, lat + along),
                width);
    }

    /// From near.
    ///
    /// @param degrees of latitude to each side of the point
    static Window near(double lon, double lat, double degrees, int width) {
        double across = 1.5 * degrees / Math.max(0.2, Math.cos(Math.toRadians(lat)));
        return new Window(
                Math.max(-180, lon - across),
                Math.max(-90, lat - degrees),
                Math.min(180, lon + across),
                Math.min(90, lat + degrees),
                width);
    }

    private double perDegree() {
        return width / (east - west);
    }

    private double stretch() {
        return 1 / Math.max(0.2, Math.cos(Math.toRadians((south + north) / 2)));
    }

    /// Of the drawing.
    public int height() {
        return (int) Math.ceil((north - south) * perDegree() * stretch());
    }

    public double x(double lon) {
        return round((lon - west) * perDegree());
    }

    public double y(double lat) {
        return round((north - lat) * perDegree() * stretch());
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    boolean shows(LonLat point) {
        return point.lon() >= west
                && point.lon() <= east
                && point.lat() >= south
                && point.lat() <= north;
    }

    /// What is seen of a ring, as the `d` of an SVG path; `""` for nothing.
    String path(List<LonLat> ring) {
        List<LonLat> seen = ring;
        for (Side side : Side.values()) {
            seen = cut(seen, side);
        }
        StringBuilder path = new StringBuilder();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (LonLat point : seen) {
            double x = x(point.lon());
            double y = y(point.lat());
            boolean isNear = Math.abs(x - lastX) < 0.6 && Math.abs(y - lastY) < 0.6;
            if (!isNear) {
                path.append(path.isEmpty() ? 'M' : 'L').append(text(x)).append(' ').append(text(y));
                lastX = x;
                lastY = y;
            }
        }
        return path.isEmpty() ? "" : path.append('Z').toString();
    }

    private static String text(double value) {
        return value == Math.rint(value)
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private enum Side {
        WEST,
        EAST,
        SOUTH,
        NORTH
    }

    private boolean isInside(LonLat point, Side side) {
        return switch (side) {
            case WEST -> point.lon() >= west;
            case EAST -> point.lon() <= east;
            case SOUTH -> point.lat() >= south;
            case NORTH -> point.lat() <= north;
        };
    }

    /// One side of the clipping by Sutherland and Hodgman.
    private List<LonLat> cut(List<LonLat> ring, Side side) {
        List<LonLat> kept = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            LonLat from = ring.get(i == 0 ? ring.size() - 1 : i - 1);
            LonLat to = ring.get(i);
            if (isInside(from, side) != isInside(to, side)) {
                kept.add(crossing(from, to, side));
            }
            if (isInside(to, side)) {
                kept.add(to);
            }
        }
        return kept;
    }

    private LonLat crossing(LonLat from, LonLat to, Side side) {
        double lonStep = to.lon() - from.lon();
        double latStep = to.lat() - from.lat();
        return switch (side) {
            case WEST -> new LonLat(west, from.lat() + latStep * (west - from.lon()) / lonStep);
            case EAST -> new LonLat(east, from.lat() + latStep * (east - from.lon()) / lonStep);
            case SOUTH -> new LonLat(from.lon() + lonStep * (south - from.lat()) / latStep, south);
            case NORTH -> new LonLat(from.lon() + lonStep * (north - from.lat()) / latStep, north);
        };
    }
}
