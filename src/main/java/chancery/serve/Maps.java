package chancery.serve;

import chancery.page.places.MapPage;
import java.util.Optional;

/// `/map` and `/map?around=<id of a place>`.
final class Maps {
    private static final String PATH = "/map";

    private final Pages pages;

    Maps(Pages pages) {
        this.pages = pages;
    }

    static boolean isFor(String path) {
        return path.equals(PATH);
    }

    Reply answer(Request request, Served served) {
        String around = served.reader().chosen("around");
        Optional<MapPage> page = served.read(graph -> MapPage.of(graph, around));
        return page.map(found -> pages.found("map", "Map", "", found, served))
                .orElseGet(() -> pages.notFound(request, served));
    }
}
