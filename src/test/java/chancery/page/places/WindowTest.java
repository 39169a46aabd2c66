package chancery.page.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    private static final Window TEN = new Window(0, -5, 10, 5, 100);

    @Test
    void aPointIsReadLongitudeFirst() {
        assertEquals(Optional.of(new LonLat(49.86, 40.4)), LonLat.parse("POINT(49.86 40.4)"));
        assertEquals(
                Optional.of(new LonLat(-1, 2)),
                LonLat.parse("<http://www.opengis.net/def/crs/OGC/1.3/CRS84> point ( -1 2 )"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POINT(1)",
                "POINT(181 0)",
                "POINT(0 91)",
                "POINT(1.2.3 4)",
                "LINESTRING(0 0, 1 1)",
                "POINT(NaN NaN)"
            })
    void whatIsNoPointOfTheEarthIsNone(String wkt) {
        assertEquals(Optional.empty(), LonLat.parse(wkt));
    }

    @Test
    void eastIsRightAndNorthIsUp() {
        assertEquals(0, TEN.x(0));
        assertEquals(100, TEN.x(10));
        assertTrue(TEN.y(5) < TEN.y(-5));
        assertEquals(0, TEN.y(5));
    }

    @Test
    void aRingIsCutAtTheEdges() {
        List<LonLat> square =
                List.of(new LonLat(-5, -2), new LonLat(5, -2), new LonLat(5, 2), new LonLat(-5, 2));
        assertEquals("M0 70L50 70L50 30L0 30Z", TEN.path(square).replace(".0", ""));
    }

    @Test
    void aRingOutsideIsNotDrawn() {
        List<LonLat> far = List.of(new LonLat(50, 0), new LonLat(60, 0), new LonLat(60, 3));
        assertEquals("", TEN.path(far));
    }

    @Test
    void onePlaceAloneIsSeenFromSomeWayOff() {
        Window window = Window.around(List.of(new LonLat(50, 40)), 100);
        assertTrue(window.east() - window.west() > 4);
        assertTrue(window.shows(new LonLat(50, 40)));
        assertEquals(50, window.x(50));
    }

    @Test
    void namesDoNotLieOverEachOther() {
        Names names = new Names(300);
        names.mark(100, 50, 5);
        assertEquals(Names.Side.RIGHT, names.find(100, 50, 5, "Baku"));
        assertEquals(Names.Side.LEFT, names.find(101, 52, 5, "Bina"));
        assertEquals(Names.Side.NONE, names.find(102, 51, 5, "Sumgait"));
        assertEquals(Names.Side.LEFT, names.find(295, 90, 5, "Aktau"));
    }

    @Test
    void ringsAreMadeOfArcsSomeOfThemBackwards() {
        Outlines outlines =
                Outlines.of(
                        JSON.parse(
                                """
                                {"type": "Topology",
                                 "transform": {"scale": [1, 1], "translate": [10, 20]},
                                 "arcs": [[[0, 0], [2, 0], [0, 2]], [[0, 0], [0, 2], [2, 0]]],
                                 "objects": {"countries": {"type": "GeometryCollection", "geometries": [
                                   {"type": "Polygon", "arcs": [[0, -2]]}, {"type": null}]}}}
                                """));
        assertEquals(
                List.of(
                        List.of(
                                new LonLat(10, 20),
                                new LonLat(12, 20),
                                new LonLat(12, 22),
                                new LonLat(10, 22))),
                outlines.rings());
    }

    @Test
    void theOutlinesOfTheWorldAreThere() {
        List<List<LonLat>> rings = Outlines.read("/chancery/map/countries-50m.json").rings();
        assertTrue(rings.size() > 200, "found " + rings.size());
        assertTrue(
                rings.stream()
                        .flatMap(List::stream)
                        .allMatch(it -> Math.abs(it.lon()) <= 180 && Math.abs(it.lat()) <= 90));
    }
}
