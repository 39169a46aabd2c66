package chancery.page.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/// Outlines of the countries of today, from Natural Earth (public domain) at 1:50 million. They
/// are there so that a reader knows where he is, and say nothing of whose a place was at any time.
public final class Outlines {
    /// Lazily: only servers that are asked for a map read it.
    private static final class World {
        static final Outlines COUNTRIES = read("/chancery/map/countries-50m.json");
    }

    private final List<List<LonLat>> rings;

    private Outlines(List<List<LonLat>> rings) {
        this.rings = List.copyOf(rings);
    }

    /// Those that come with the program.
    public static Outlines countries() {
        return World.COUNTRIES;
    }

    /// What is seen of them, each as the `d` of an SVG path.
    public List<String> within(Window window) {
        return rings.stream().map(window::path).filter(path -> !path.isEmpty()).toList();
    }

    /// Closed rings, each without its first point again at the end.
    List<List<LonLat>> rings() {
        return rings;
    }

    /// @param resource a TopoJSON topology with an object `countries`, on the class path
    static Outlines read(String resource) {
        try (InputStream bytes = Outlines.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return of(JSON.parse(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// TopoJSON, sections 2.1.2 to 2.1.4: arcs are whole numbers, each the step from the one
    /// before, and rings are made of arcs, of which a negative number stands for one walked
    /// backwards.
    static Outlines of(JsonObject topology) {
        JsonObject transform = topology.getObj("transform");
        double[] scale = pair(transform.get("scale").getAsArray());
        double[] translate = pair(transform.get("translate").getAsArray());
        List<List<LonLat>> arcs = new ArrayList<>();
        for (JsonValue arc : topology.get("arcs").getAsArray()) {
            List<LonLat> points = new ArrayList<>();
            double x = 0;
            double y = 0;
            for (JsonValue step : arc.getAsArray()) {
                double[] by = pair(step.getAsArray());
                x += by[0];
                y += by[1];
                points.add(new LonLat(x * scale[0] + translate[0], y * scale[1] + translate[1]));
            }
            arcs.add(points);
        }
        List<List<LonLat>> rings = new ArrayList<>();
        JsonArray geometries =
                topology.getObj("objects").getObj("countries").get("geometries").getAsArray();
        for (JsonValue geometry : geometries) {
            JsonObject shape = geometry.getAsObject();
            if (shape.hasKey("arcs")) {
                boolean isMany = shape.get("type").getAsString().value().equals("MultiPolygon");
                for (JsonValue part : shape.get("arcs").getAsArray()) {
                    if (isMany) {
                        part.getAsArray().forEach(ring -> rings.add(ring(ring, arcs)));
                    } else {
                        rings.add(ring(part, arcs));
                    }
                }
            }
        }
        return new Outlines(rings);
    }

    private static List<LonLat> ring(JsonValue numbers, List<List<LonLat>> arcs) {
        List<LonLat> ring = new ArrayList<>();
        for (JsonValue each : numbers.getAsArray()) {
            int number = each.getAsNumber().value().intValue();
            List<LonLat> arc = new ArrayList<>(arcs.get(number < 0 ? ~number : number));
            if (number < 0) {
                Collections.reverse(arc);
            }
            // the last point of an arc is the first of the next
            ring.addAll(arc.subList(0, arc.size() - 1));
        }
        return ring;
    }

    private static double[] pair(JsonArray numbers) {
        return new double[] {
            numbers.get(0).getAsNumber().value().doubleValue(),
            numbers.get(1).getAsNumber().value().doubleValue()
        };
    }
}
