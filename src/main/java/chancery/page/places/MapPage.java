package chancery.page.places;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.SearchPage;
import chancery.page.Terms;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// Places that have coordinates, on a drawing and in a list, with what took place there.
///
/// @param width  of the drawing, in its units
/// @param height likewise
/// @param land   outlines, each the `d` of an SVG path
/// @param spots  those on the drawing, the largest first, so that small ones lie on top
/// @param places all of them, by name
/// @param around the place in the middle of the drawing; empty if all are seen
/// @param nowhere how many places have no coordinates
public record MapPage(
        int width,
        int height,
        List<String> land,
        List<Spot> spots,
        List<CountryNames.Lettering> countries,
        List<Place> places,
        Optional<Link> around,
        List<Link> nowhere) {
    private static final int WIDTH = 960;
    private static final int LISTED = 8;

    /// Degrees to each side of the place in the middle.
    private static final double NEAR = 4;

    /// What can be at a place, by the property that says so.
    private static final Map<String, String> THERE = there();

    private static Map<String, String> there() {
        Map<String, String> there = new LinkedHashMap<>();
        there.put("place", "Events");
        there.put("signedAt", "Agreements signed");
        there.put("locatedIn", "In it");
        return there;
    }

    /// @param things at most a few
    /// @param total  how many there are
    public record Group(String title, List<Dated> things, int total) {}

    /// @param dates `""` if nothing says when
    public record Dated(Link thing, String dates) {}

    /// @param id   the last part of its IRI
    /// @param from   where the coordinates are from; `""` if nothing says so
    /// @param isTold whether anything else is told of it, on its page
    public record Place(
            String id,
            Link link,
            double lon,
            double lat,
            String from,
            List<Group> groups,
            boolean isTold) {
        /// How much there is at it.
        public int total() {
            return groups.stream().mapToInt(Group::total).sum();
        }
    }

    /// A place on the drawing.
    ///
    /// @param radius   of its mark
    /// @param isNamed  whether there is room for its name beside it
    /// @param isNamedLeft whether that stands to the left of it
    public record Spot(
            Place place, double x, double y, double radius, boolean isNamed, boolean isNamedLeft) {}

    private static final Node STATEMENT = Chy.term("Statement");

    /// @param around id of the place to look at from near; `""` for all of them
    /// @return empty if there is no such place with coordinates
    public static Optional<MapPage> of(GraphView graph, String around) {
        List<Place> places =
                graph.allSubjects(Terms.HAS_GEOMETRY).toList().stream()
                        .distinct()
                        .flatMap(node -> place(graph, node).stream())
                        .sorted(
                                Comparator.comparing((Place it) -> it.link().text())
                                        .thenComparing(Place::id))
                        .toList();
        Optional<Place> middle = places.stream().filter(it -> it.id().equals(around)).findFirst();
        if (middle.isEmpty() && !around.isEmpty()) {
            return Optional.empty();
        }
        Window window =
                middle.map(it -> Window.near(it.lon(), it.lat(), NEAR, WIDTH))
                        .orElseGet(
                                () ->
                                        Window.around(
                                                places.stream()
                                                        .map(it -> new LonLat(it.lon(), it.lat()))
                                                        .toList(),
                                                WIDTH));
        List<String> land = Outlines.countries().within(window);
        Set<String> drawn = places.stream().map(Place::id).collect(Collectors.toSet());
        List<Link> nowhere =
                graph.typed(Chy.term("Place"))
                        .distinct()
                        .filter(node -> node.isURI() && !drawn.contains(id(node)))
                        .map(graph::link)
                        .sorted(Comparator.comparing(Link::text).thenComparing(Link::href))
                        .toList();
        Names names = new Names(window.width());
        List<Spot> spots = spots(window, places, names);
        return Optional.of(
                new MapPage(
                        window.width(),
                        window.height(),
                        land,
                        spots,
                        CountryNames.within(window, names),
                        places,
                        middle.map(Place::link),
                        nowhere));
    }

    private static Optional<Place> place(GraphView graph, Node node) {
        for (Node geometry : graph.values(node, Terms.HAS_GEOMETRY)) {
            for (Node wkt : graph.values(geometry, Terms.AS_WKT)) {
                Optional<LonLat> point =
                        wkt.isLiteral()
                                ? LonLat.parse(wkt.getLiteralLexicalForm())
                                : Optional.empty();
                if (point.isPresent() && node.isURI()) {
                    return Optional.of(
                            new Place(
                                    id(node),
                                    graph.link(node),
                                    point.get().lon(),
                                    point.get().lat(),
                                    graph.text(geometry, Chy.term("coordinatesFrom")),
                                    groups(graph, node),
                                    isTold(graph, node)));
                }
            }
        }
        return Optional.empty();
    }

    private static String id(Node node) {
        return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }

    /// Whether a claim is about it or names it.
    private static boolean isTold(GraphView graph, Node place) {
        return Stream.of(Terms.SUBJECT, Terms.OBJECT)
                .flatMap(part -> graph.allSubjects(part, place).limit(1).toList().stream())
                .findFirst()
                .isPresent();
    }

    /// What somebody said there, or is told to have said, is no event that took place.
    private static List<Group> groups(GraphView graph, Node place) {
        List<Group> groups = new ArrayList<>();
        THERE.forEach(
                (property, title) -> {
                    List<Node> all =
                            graph.allSubjects(Chy.term(property), place).distinct().toList();
                    for (boolean isSaid : List.of(false, true)) {
                        List<Node> things =
                                all.stream()
                                        .filter(it -> graph.isA(it, STATEMENT) == isSaid)
                                        .toList();
                        if (things.isEmpty()) {
                            continue;
                        }
                        groups.add(
                                new Group(
                                        isSaid ? "Only said" : title,
                                        things.stream()
                                                .map(
                                                        it ->
                                                                new Dated(
                                                                        graph.link(it),
                                                                        SearchPage.dates(
                                                                                graph, it)))
                                                .sorted(
                                                        Comparator.comparing(
                                                                        (Dated it) ->
                                                                                it.thing().text())
                                                                .thenComparing(Dated::dates))
                                                .limit(LISTED)
                                                .toList(),
                                        things.size()));
                    }
                });
        return groups;
    }

    /// The larger ones choose first where their names stand.
    private static List<Spot> spots(Window window, List<Place> places, Names names) {
        List<Place> largest =
                places.stream()
                        .filter(it -> window.shows(new LonLat(it.lon(), it.lat())))
                        .sorted(
                                Comparator.comparingInt(Place::total)
                                        .reversed()
                                        .thenComparing(Place::id))
                        .toList();
        List<Spot> spots = new ArrayList<>();
        for (Place place : largest) {
            double x = window.x(place.lon());
            double y = window.y(place.lat());
            double radius =
                    Math.round(10 * Math.min(26, 5 + 1.6 * Math.sqrt(place.total()))) / 10.0;
            names.mark(x, y, radius);
            spots.add(new Spot(place, x, y, radius, false, false));
        }
        List<Spot> named = new ArrayList<>();
        for (Spot spot : spots) {
            Names.Side side =
                    names.find(spot.x(), spot.y(), spot.radius(), spot.place().link().text());
            named.add(
                    new Spot(
                            spot.place(),
                            spot.x(),
                            spot.y(),
                            spot.radius(),
                            side != Names.Side.NONE,
                            side == Names.Side.LEFT));
        }
        return named;
    }
}
