package chancery.page;

import chancery.page.between.PairsPage;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/// The paths of all pages worth finding by a search: of things, sources and disagreements, and the
/// few that lead to them; and what is between those pairs of states that have most. Rows of large
/// tables are not among them.
public final class SitePaths {
    /// More are not kept in memory.
    private static final int AT_MOST = 1_000_000;

    /// Found by way of what they belong to.
    private static final Set<String> LEFT_OUT =
            Set.of("claim", "passage", "time", "quantity", "scheme", "constraint", "code");

    private static final Pattern THING = Pattern.compile("/id/([a-z]+)/[A-Za-z0-9_%-]+");

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/between",
                    "/browse",
                    "/disagreements",
                    "/dumps/",
                    "/figures",
                    "/help",
                    "/map",
                    "/missing",
                    "/ontology",
                    "/queries");

    private SitePaths() {}

    /// @return each once, in a steady order
    public static List<String> of(GraphView graph) {
        Set<String> things = new TreeSet<>();
        graph.typesInGraphs()
                .flatMap(graph::typedInGraphs)
                .filter(Node::isURI)
                .map(node -> graph.path(node.getURI()))
                .filter(SitePaths::isWanted)
                .distinct()
                .limit(AT_MOST)
                .forEach(things::add);
        Set<String> lists = new TreeSet<>();
        graph.typesInGraphs()
                .filter(type -> type.isURI() && type.getURI().startsWith(Chy.NS))
                .map(type -> type.getURI().substring(Chy.NS.length()))
                .filter(name -> name.matches("[A-Za-z]+"))
                .forEach(name -> lists.add("/class/" + name));
        List<String> all = new ArrayList<>(PAGES);
        all.addAll(lists);
        PairsPage.of(graph, "", "").pairs().forEach(pair -> all.add(pair.href()));
        things.forEach(path -> all.add(isDocument(path) ? path : path + ".html"));
        return List.copyOf(all);
    }

    private static boolean isWanted(String path) {
        var matcher = THING.matcher(path);
        return matcher.matches() && !LEFT_OUT.contains(matcher.group(1));
    }

    private static boolean isDocument(String path) {
        return path.startsWith("/id/source/")
                || path.startsWith("/id/disagreement/")
                || path.startsWith("/id/statement/");
    }
}
