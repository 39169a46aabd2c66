package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.Reader;
import chancery.page.SitePaths;
import chancery.page.browse.BrowsePage;
import chancery.page.browse.Chosen;
import chancery.release.ReleaseBuild;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Rows of large tables on pages that look at all things: they are counted and listed by class, and
/// nobody goes over each of them before a reader sees something.
@Timeout(120)
class LightRowsTest {
    private static final Base BASE = Base.DEFAULT;
    private static final Node EVENT = Chy.term("Event");
    private static final int ROWS = 1000;

    @TempDir private static Path releases;
    private static Served served;

    private static Node thing(String path) {
        return NodeFactory.createURI(BASE.iri() + "id/" + path);
    }

    @BeforeAll
    static void open() throws Exception {
        try (ReleaseBuild build = new ReleaseBuild(releases, BASE, LocalDate.of(2026, 11, 29))) {
            Node register = BASE.graph("register");
            for (Triple triple :
                    List.of(
                            Triple.create(thing("event/named"), RDF.Nodes.type, EVENT),
                            Triple.create(thing("state/a"), RDF.Nodes.type, Chy.term("State")))) {
                build.sink().quad(Quad.create(register, triple));
            }
            for (int i = 0; i < ROWS; i++) {
                Node row = thing("event/row-" + i);
                build.lightSink().triple(Triple.create(row, RDF.Nodes.type, EVENT));
                build.lightSink().triple(Triple.create(row, Chy.term("agent"), thing("state/a")));
            }
            served = Served.open(build.finish().folder());
        }
    }

    @AfterAll
    static void close() {
        served.release().close();
    }

    private static BrowsePage browse() {
        return served.read(
                graph ->
                        BrowsePage.of(
                                graph,
                                served.inventory(),
                                Chosen.by(Reader.anybody()),
                                BASE.iri()));
    }

    @Test
    void browsingListsTheOthersAndSaysThatThereAreMore() {
        BrowsePage page = browse();
        assertEquals(2, page.total());
        assertTrue(page.isCut());
    }

    @Test
    void theClassCountsThem() {
        Map<String, Long> counts =
                served.counts().stream()
                        .collect(Collectors.toMap(count -> count.name(), count -> count.count()));
        assertEquals(ROWS + 1L, counts.get("Event"));
    }

    @Test
    void theSiteMapLeavesThemOut() {
        List<String> paths = served.read(SitePaths::of);
        assertTrue(paths.contains("/id/event/named.html"));
        assertTrue(paths.contains("/class/Event"));
        assertFalse(paths.stream().anyMatch(path -> path.contains("row-")));
    }
}
