package chancery.serve;

import chancery.page.browse.BrowsePage;
import chancery.page.browse.Chosen;
import chancery.page.browse.Inventory;
import chancery.page.browse.MissingPage;

/// `/browse`, everything by kind, state, source and period, and `/missing`, what is without a date,
/// a second source or a link.
final class Browse {
    private static final String BROWSE = "/browse";
    private static final String MISSING = "/missing";

    private final Pages pages;

    Browse(Pages pages) {
        this.pages = pages;
    }

    static boolean isFor(String path) {
        return path.equals(BROWSE) || path.equals(MISSING);
    }

    Reply answer(Request request, Served served) {
        String base = served.release().description().base();
        Inventory inventory = served.inventory();
        if (request.path().equals(MISSING)) {
            MissingPage page = served.read(graph -> MissingPage.of(graph, inventory, base));
            return pages.found("missing", "What is missing", "", page, served);
        }
        Chosen chosen = Chosen.by(served.reader());
        BrowsePage page = served.read(graph -> BrowsePage.of(graph, inventory, chosen, base));
        return pages.found("browse", "Browse", "", page, served);
    }
}
