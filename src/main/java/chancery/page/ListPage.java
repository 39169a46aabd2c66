package chancery.page;

import chancery.vocab.Chy;
import java.util.List;
import org.apache.jena.graph.Node;

/// All things of a class, page by page: by label, or as the store has them where there are many.
///
/// @param name   local name of the class
/// @param things those of this page
/// @param total  how many there are
/// @param number of this page, from 1
/// @param pages  at least 1
public record ListPage(
        String name, Link type, List<Link> things, long total, int number, int pages) {
    private static final int ON_A_PAGE = 400;

    /// Of more than these the labels are not read to put them in order.
    private static final int ORDERED_AT_MOST = 20_000;

    /// @param name   local name of a class in our ontology
    /// @param total  how many things it has
    /// @param number of the page, from 1
    public static ListPage of(GraphView graph, String name, long total, int number) {
        Node type = Chy.term(name);
        long before = (long) ON_A_PAGE * (number - 1);
        List<Node> things =
                total > ORDERED_AT_MOST
                        ? graph.typed(type).skip(before).limit(ON_A_PAGE).toList()
                        : graph.subjects(Terms.TYPE, type).stream()
                                .skip(before)
                                .limit(ON_A_PAGE)
                                .toList();
        return new ListPage(
                name,
                graph.link(type),
                graph.links(things),
                total,
                number,
                (int) Math.max(1, (total + ON_A_PAGE - 1) / ON_A_PAGE));
    }

    /// Of the page before this one; `""` if there is none.
    public String previous() {
        return number > 1 ? address(number - 1) : "";
    }

    /// Of the page after this one; `""` if there is none.
    public String next() {
        return number < pages ? address(number + 1) : "";
    }

    private String address(int page) {
        return "/class/" + name + (page < 2 ? "" : "?page=" + page);
    }
}
