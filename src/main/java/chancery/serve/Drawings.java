package chancery.serve;

import chancery.page.figures.FiguresPage;
import chancery.page.figures.Wanted;
import chancery.page.places.MapPage;
import java.util.Optional;

/// `/map`, `/map?around=<id of a place>` and `/figures`: what can be drawn of a whole release.
final class Drawings {
    private static final String MAP = "/map";
    private static final String FIGURES = "/figures";

    private final Pages pages;

    Drawings(Pages pages) {
        this.pages = pages;
    }

    static boolean isFor(String path) {
        return path.equals(MAP) || path.equals(FIGURES);
    }

    Reply answer(Request request, Served served) {
        return request.path().equals(MAP) ? map(request, served) : figures(served);
    }

    private Reply map(Request request, Served served) {
        String around = served.reader().chosen("around");
        Optional<MapPage> page = served.read(graph -> MapPage.of(graph, around));
        return page.map(found -> pages.found("map", "Map", "", found, served))
                .orElseGet(() -> pages.notFound(request, served));
    }

    private Reply figures(Served served) {
        int number = served.reader().pageNumber();
        Wanted wanted = Wanted.by(served.reader());
        FiguresPage page = served.read(graph -> FiguresPage.of(graph, wanted, number));
        return pages.found("figures", "Figures", "", page, served);
    }
}
