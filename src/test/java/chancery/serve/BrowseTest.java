package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.page.Reader;
import chancery.page.browse.BrowsePage;
import chancery.page.browse.Chosen;
import chancery.page.browse.MissingPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `/browse` and `/missing` count, held against the queries that they show.
@Timeout(180)
class BrowseTest {
    private static Served served;
    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        served = Served.open(SeedRelease.folder());
        site = new Site(new Pages(), List.of(), Optional.empty());
    }

    @AfterAll
    static void close() {
        served.release().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kind=Agreement",
                "kind=Agreement&from=2002&to=2002",
                "kind=Event&state=russia&source=wikipedia-2016",
                "kind=Person&state=azerbaijan",
                "kind=Tenure&state=azerbaijan",
                "stance=denies",
                "source=wikipedia-2016&stance=denies",
                "disputed=yes",
                "kind=Event&disputed=no&from=2008",
                "missing=date",
                "missing=link&kind=Agreement",
                "missing=second-source&kind=Agreement",
                "missing=second-source&disputed=yes",
                "to=1920",
                "kind=Person&source=mamedzade-2024",
                "kind=Person&source=wikipedia-2016&stance=asserts",
                "kind=Statement&source=country-study-1994",
                "missing=second-source&kind=Person",
                "missing=second-source&kind=Statement",
            })
    void theListIsWhatItsQueryFinds(String query) {
        BrowsePage page = page(query);
        List<String> listed = page.rows().stream().map(row -> row.thing().href()).toList();
        List<String> found = rows(page.table());
        assertEquals(new TreeSet<>(found).size(), page.total(), page.table());
        assertTrue(found.containsAll(listed), page.table());
        assertTrue(page.total() > 0, "the case shows nothing: " + query);
    }

    @Test
    void aFacetCountsWhatItsChoiceWouldLeave() {
        BrowsePage page = page("kind=Agreement");
        for (BrowsePage.Facet facet : page.facets()) {
            for (BrowsePage.Choice choice : facet.choices()) {
                String query = choice.href().replaceFirst("/browse\\??", "");
                assertEquals(page(query).total(), choice.count(), facet.name() + " " + query);
            }
        }
    }

    @Test
    void whatIsMissingIsCountedAsItIsListed() {
        MissingPage page =
                served.read(
                        graph ->
                                MissingPage.of(
                                        graph,
                                        served.inventory(),
                                        served.release().description().base()));
        assertTrue(page.kinds().size() > 10);
        for (MissingPage.Line line : page.kinds()) {
            for (MissingPage.Lack lack : line.lacks()) {
                String query = lack.href().replaceFirst("/browse\\?", "");
                assertEquals(page(query).total(), Math.max(0, lack.count()), lack.href());
            }
        }
    }

    @Test
    void aPageIsTakenFromTheWholeList() {
        BrowsePage first = page("kind=Event");
        BrowsePage second = page("kind=Event&page=2");
        assertEquals("/browse?kind=Event&page=2", first.next());
        assertEquals("/browse?kind=Event", second.previous());
        assertEquals(100, first.rows().size());
        assertTrue(
                second.rows().stream().noneMatch(first.rows()::contains), "one thing on two pages");
        assertEquals(List.of(), page("kind=Event&page=9999").rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind | <b> | parameter kind: found \"<b>\", expected the name of a class, such as"
                        + " Agreement",
                "from | 19 | parameter from: found \"19\", expected a year of four digits",
                "page | 0 | parameter page: found \"0\", expected a number from 1",
                "missing | x | parameter missing: found \"x\", expected date, second-source or link",
                "disputed | maybe | parameter disputed: found \"maybe\", expected yes or no",
            })
    void whatCannotBeChosenIsTold(String name, String value, String message) {
        Reader.Unreadable told =
                org.junit.jupiter.api.Assertions.assertThrows(
                        Reader.Unreadable.class,
                        () -> Chosen.by(Reader.of("/browse", Map.of(name, value), "")));
        assertEquals(message, told.getMessage());
    }

    @Test
    void thePagesAreThere() {
        for (String path : List.of("/browse", "/missing")) {
            Reply.Found found =
                    assertInstanceOf(
                            Reply.Found.class, site.answer(Request.get(path, "text/html"), served));
            assertTrue(found.bytes().length < 150_000, path + " " + found.bytes().length);
        }
    }

    private static BrowsePage page(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&")) {
            if (!part.isEmpty()) {
                parameters.put(part.split("=")[0], part.split("=")[1]);
            }
        }
        Chosen chosen = Chosen.by(Reader.of("/browse", parameters, ""));
        return served.read(
                graph ->
                        BrowsePage.of(
                                graph,
                                served.inventory(),
                                chosen,
                                served.release().description().base()));
    }

    /// Paths of the things that a query finds, in its order.
    private static List<String> rows(String sparql) {
        String base = served.release().description().base();
        return served.release()
                .read(
                        graph -> {
                            Dataset dataset = DatasetFactory.wrap(graph);
                            try (QueryExecution run =
                                    QueryExecutionFactory.create(sparql, dataset)) {
                                List<String> paths = new java.util.ArrayList<>();
                                run.execSelect()
                                        .forEachRemaining(
                                                row ->
                                                        paths.add(
                                                                "/"
                                                                        + row.getResource("thing")
                                                                                .getURI()
                                                                                .substring(
                                                                                        base
                                                                                                .length())));
                                return paths;
                            }
                        });
    }
}
