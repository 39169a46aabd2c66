package chancery.page.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.editor.Asked;
import chancery.release.ReleaseQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    private static final String BASE = "https://w3id.org/chancery/";
    private static final String PREFIXES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX geo: <http://www.opengis.net/ont/geosparql#>
            PREFIX id: <https://w3id.org/chancery/id/place/>
            PREFIX time: <https://w3id.org/chancery/id/time/>
            """;
    private static final String TRIG =
            PREFIXES
                    + """
                    id:baku rdfs:label "Baku"@en ; geo:hasGeometry id:g .
                    id:g geo:asWKT "POINT(49.88 40.36)"^^geo:wktLiteral .
                    time:t a chy:Time ; rdfs:label "1991"@en ;
                        chy:startEarliest "1991-01-01"^^xsd:date ;
                        chy:endLatest "1991-12-31"^^xsd:date .
                    """;

    private static AnswerPage answer(String query, Map<String, String> more) {
        DatasetGraph dataset = RDFParser.fromString(TRIG, Lang.TRIG).toDatasetGraph();
        ReleaseQuery parsed = ReleaseQuery.parse(PREFIXES + query);
        try (QueryExec run = QueryExec.dataset(dataset).query(parsed.query()).build()) {
            GraphView graph = new GraphView(dataset, BASE);
            Asked asked = new Asked(query, more);
            return parsed.query().isSelectType()
                    ? AnswerPage.of(asked, "/q/x", parsed.query(), run.select(), graph, List.of())
                    : AnswerPage.of(asked, "/q/x", run.constructTriples(), graph, List.of());
        }
    }

    private static Figures figures(String query) {
        return figures(query, "table");
    }

    private static Figures figures(String query, String view) {
        return answer(query, Map.of("view", view)).figures();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT ?x { VALUES ?x { \"a\" \"b\" } } | TABLE",
                "SELECT ?x { VALUES ?x { 1 2.5 } } | TABLE, CHART",
                "SELECT ?x { VALUES ?x { 1 \"two\" } } | TABLE",
                "SELECT ?x { VALUES ?x { \"2008\"^^xsd:gYear } } | TABLE, TIMELINE",
                "SELECT ?x { VALUES ?x { \"2008-07\" \"1804/1813\" } } | TABLE, TIMELINE",
                "SELECT ?x { VALUES ?x { \"2008-07\" \"a word\" } } | TABLE",
                "SELECT ?x { VALUES ?x { 2008 } } | TABLE, CHART",
                "SELECT ?x { VALUES ?x { time:t } } | TABLE, TIMELINE",
                "SELECT ?x { VALUES ?x { id:baku } } | TABLE, MAP",
                "SELECT ?x { VALUES ?x { \"POINT(1 2)\"^^geo:wktLiteral } } | TABLE, MAP",
                "SELECT ?lat ?long { VALUES (?lat ?long) { (1 2) } } | TABLE, CHART, MAP",
                "SELECT ?x { VALUES ?x { \"POINT(999 2)\"^^geo:wktLiteral } } | TABLE",
                "SELECT ?x ?y { VALUES (?x ?y) { (id:a id:b) } } | TABLE, GRAPH",
                "SELECT ?x ?y { VALUES (?x ?y) { (id:a UNDEF) } } | TABLE",
                "SELECT ?x { VALUES ?x { UNDEF } } | TABLE",
                "SELECT ?x { VALUES ?x { } } | TABLE",
                "CONSTRUCT { id:a <urn:p> 1 } { } | TABLE, GRAPH",
            })
    void whatCanBeDrawnIsToldByTheValues(String query, String expected) {
        String looks =
                figures(query).looks().stream().map(Enum::name).collect(Collectors.joining(", "));
        assertEquals(expected, looks);
    }

    @Test
    void barOfADateIsAsWideAsItIsUncertainAndTheEarliestComesFirst() {
        Timeline line =
                figures(
                                """
                                SELECT ?what ?when {
                                  VALUES (?what ?when) {
                                    ("year" "2001"^^xsd:gYear) ("day" "2000-01-01"^^xsd:date)
                                    ("no year" "XXXX-04-22") ("none" UNDEF)
                                  }
                                }
                                """)
                        .timeline()
                        .orElseThrow();
        assertEquals("2000 2001 2002", line.first() + " " + line.middle() + " " + line.last());
        assertEquals(2, line.without());
        Timeline.Bar day = line.bars().getFirst();
        assertEquals("day", day.names().getFirst().text());
        assertEquals("1 January 2000", day.when().getFirst().text());
        assertEquals(0, day.left());
        Timeline.Bar year = line.bars().getLast();
        assertTrue(
                Math.abs(year.left() - 500) <= 1 && Math.abs(year.width() - 500) <= 1, "" + year);
        assertTrue(day.width() > 0 && day.width() < 10, "" + day);
    }

    @Test
    void secondDateEndsTheBar() {
        Timeline line =
                figures(
                                """
                                SELECT ?who ?from ?to {
                                  VALUES (?who ?from ?to) {
                                    ("a" "2000"^^xsd:gYear "2004"^^xsd:gYear)
                                    ("b" UNDEF "2009-12-31"^^xsd:date)
                                  }
                                }
                                """)
                        .timeline()
                        .orElseThrow();
        assertTrue(Math.abs(line.bars().getFirst().width() - 500) <= 1, line.bars().toString());
        assertEquals(2, line.bars().getFirst().when().size());
        assertEquals(
                1_000, line.bars().getLast().left() + line.bars().getLast().width(), "at the end");
    }

    @Test
    void barsOfNumbersBelowNoughtGoToTheLeft() {
        Chart chart =
                answer(
                                "SELECT ?n ?m { VALUES (?n ?m) { (-1 5) (3 6) (UNDEF 7) } }",
                                Map.of("column", "n"))
                        .figures()
                        .chart()
                        .orElseThrow();
        assertEquals("n of [n, m]", chart.column() + " of " + chart.columns());
        assertEquals(250, chart.zero());
        assertEquals(0, chart.bars().getFirst().left());
        assertEquals(250, chart.bars().getFirst().width());
        assertEquals(250, chart.bars().getLast().left());
        assertEquals(750, chart.bars().getLast().width());
        assertEquals(1, chart.without());
    }

    @Test
    void numbersThatAreAllNoughtOrWithoutEndHaveNoBarThatIsWide() {
        Chart chart = figures("SELECT ?n { VALUES ?n { 0 0.0 } }").chart().orElseThrow();
        assertTrue(chart.bars().stream().allMatch(bar -> bar.width() == 0));
        assertEquals(
                List.of(Look.TABLE),
                figures("SELECT ?n { VALUES ?n { \"INF\"^^xsd:double } }").looks());
    }

    @Test
    void placesLieAsOnAMapAndThoseOfOnePointAreOne() {
        PointMap map =
                figures(
                                """
                                SELECT ?who ?wkt {
                                  VALUES (?who ?wkt) {
                                    ("south-west" "POINT(10 10)") ("north-east" "POINT(20 20)")
                                    ("there too" "POINT(20 20)") ("nowhere" UNDEF)
                                  }
                                }
                                """,
                                "map")
                        .map()
                        .orElseThrow();
        assertEquals(2, map.places().size());
        assertEquals(1, map.without());
        PointMap.Place first = map.places().getFirst();
        PointMap.Place second = map.places().getLast();
        assertTrue(first.x() < second.x() && first.y() > second.y(), map.places().toString());
        assertEquals(2, second.names().size());
        assertEquals("20° N 20° E", second.at());
        assertTrue(map.land().stream().allMatch(path -> path.startsWith("M")), "outlines");
        assertFalse(map.land().isEmpty());
        for (PointMap.Place place : map.places()) {
            assertTrue(
                    place.x() > 0 && place.x() < 720 && place.y() > 0 && place.y() < map.height());
        }
    }

    @Test
    void netHasEveryThingOnceAndTheSamePlacesEachTime() {
        String query = "SELECT ?a ?b { VALUES (?a ?b) { (id:a id:b) (id:b id:c) (id:a id:b) } }";
        Net net = figures(query, "graph").graph().orElseThrow();
        assertEquals(3, net.dots().size());
        assertEquals(2, net.joints().size());
        assertEquals(net, figures(query, "graph").graph().orElseThrow());
        for (Net.Dot dot : net.dots()) {
            assertTrue(dot.x() > 0 && dot.x() < net.width(), "" + dot);
            assertTrue(dot.y() > 0 && dot.y() < net.height(), "" + dot);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 19, 40})
    void labelsOfANetStandApart(int count) {
        List<Net.Pair> pairs =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        new Net.Pair(
                                                Link.to(
                                                        "Agreement number " + i / 2,
                                                        "/id/a" + i / 2),
                                                Link.to("State number " + i % 5, "/id/s" + i % 5),
                                                "has as a party"))
                        .toList();
        Net net = Net.of(pairs).orElseThrow();
        List<int[]> labels = new ArrayList<>();
        net.dots().forEach(it -> labels.add(new int[] {it.x(), it.labelY(), it.label().length()}));
        net.joints().stream()
                .filter(it -> !it.label().isEmpty())
                .forEach(
                        it ->
                                labels.add(
                                        new int[] {it.labelX(), it.labelY(), it.label().length()}));
        assertTrue(labels.size() > net.dots().size(), "none of the joints has a label");
        for (int[] one : labels) {
            long meeting =
                    labels.stream()
                            .filter(it -> Math.abs(it[1] - one[1]) < 12)
                            .filter(it -> Math.abs(it[0] - one[0]) < 3 * (it[2] + one[2]))
                            .count();
            assertEquals(1, meeting, net.toString());
            assertTrue(one[0] - 3 * one[2] >= 0 && one[0] + 3 * one[2] <= net.width());
        }
    }

    @Test
    void netOfVeryManyThingsIsCutAndSaysSo() {
        String values =
                IntStream.range(0, 200)
                        .mapToObj(i -> "(id:a" + i + " id:b" + i + ")")
                        .collect(Collectors.joining(" "));
        Net net =
                figures("SELECT ?a ?b { VALUES (?a ?b) { " + values + " } }", "graph")
                        .graph()
                        .orElseThrow();
        assertEquals(60, net.dots().size());
        assertEquals(170, net.without());
    }

    @Test
    void lookThatCannotBeIsTheTable() {
        assertEquals(
                Look.TABLE,
                answer("SELECT ?x { VALUES ?x { 1 } }", Map.of("view", "map")).figures().look());
        assertEquals(
                Look.CHART,
                answer("SELECT ?x { VALUES ?x { 1 } }", Map.of("view", "chart")).figures().look());
    }

    @Test
    void theGraphOfATableHasTheColumnsThatJoinMost() {
        String query =
                "SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (id:x id:y id:1) (id:x id:y id:2)"
                        + " (id:x id:y id:3) } }";
        Net net = figures(query, "graph").graph().orElseThrow();
        assertEquals(3, net.joints().size());
    }

    @Test
    void theTimeLineKeepsTheSourcesOfARow() {
        String query =
                "SELECT ?a ?b ?c ?source ?when { VALUES (?a ?b ?c ?source ?when) {"
                        + " (\"a\" \"b\" \"c\" \"the source\" \"2008-07\") } }";
        Timeline line = figures(query, "timeline").timeline().orElseThrow();
        assertEquals("the source", line.bars().getFirst().names().getLast().text());
    }
}
