package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.figures.FiguresPage;
import chancery.page.figures.Wanted;
import chancery.release.ReleaseFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    private static final String TRIG =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            <id/observation/trade> a chy:Observation ; rdfs:label "Trade"@en .
            <id/observation/fall> a chy:Observation ; rdfs:label "Fall"@en .
            <id/quantity/q1> a chy:Quantity ; rdfs:label "200 USD" ; chy:value 200.0 ;
                chy:unit <http://qudt.org/vocab/unit/CCY_USD> ; chy:resolution 100.0 .
            <id/quantity/q2> a chy:Quantity ; rdfs:label "more than 100 USD" ; chy:value 100.0 ;
                chy:unit <http://qudt.org/vocab/unit/CCY_USD> ; chy:bound <id/concept/more-than> .
            <id/quantity/q3> a chy:Quantity ; rdfs:label "-5%" ; chy:value -5.0 ;
                chy:unit <http://qudt.org/vocab/unit/PERCENT> .
            <id/observation/r1> a chy:Observation ; chy:indicator <id/concept/rank-of-all> ;
                chy:quantity <id/quantity/third> .
            <id/observation/r2> a chy:Observation ; chy:indicator <id/concept/rank-of-all> ;
                chy:quantity <id/quantity/first> .
            <id/quantity/first> a chy:Quantity ; rdfs:label "1" ; chy:value 1.0 .
            <id/quantity/third> a chy:Quantity ; rdfs:label "3" ; chy:value 3.0 .
            <id/observation/trade> chy:quantity <id/quantity/q1> .
            <id/observation/fall> chy:quantity <id/quantity/q3> .
            <id/claim/1> a chy:Claim ; rdf:subject <id/observation/trade> ;
                rdf:predicate chy:quantity ; rdf:object <id/quantity/q1> ;
                chy:statedIn <id/source/a> ; chy:verdict chy:Accepted .
            <id/claim/2> a chy:Claim ; rdf:subject <id/observation/trade> ;
                rdf:predicate chy:quantity ; rdf:object <id/quantity/q2> ;
                chy:statedIn <id/source/b> ; chy:verdict chy:Outweighed .
            """;

    @TempDir Path folder;

    @Test
    void whatCanBeComparedIsDrawnOnOneScale() throws Exception {
        Served served = Served.open(ReleaseFixture.write(folder, "r1", TRIG));
        try {
            FiguresPage page = served.read(graph -> FiguresPage.of(graph, Wanted.ALL, 1));
            assertEquals(5, page.total());
            assertEquals(
                    List.of("USD", "number", "percent"),
                    page.charts().stream().map(FiguresPage.Chart::unit).toList());
            FiguresPage.Chart dollars = page.charts().getFirst();
            assertEquals("250", dollars.most());
            FiguresPage.Row bound = dollars.rows().get(0);
            assertEquals("more than 100 USD", bound.quantity().text());
            assertEquals(400, bound.bar().orElseThrow().end());
            assertEquals(1000, bound.bar().orElseThrow().to());
            assertTrue(bound.bar().orElseThrow().isOpenUp());
            assertEquals("/id/claim/2", bound.said().getFirst().href());
            FiguresPage.Row given = dollars.rows().get(1);
            assertEquals(800, given.bar().orElseThrow().end());
            assertEquals(600, given.bar().orElseThrow().from());
            FiguresPage.Row fall = page.charts().get(2).rows().getFirst();
            assertEquals(Optional.empty(), fall.bar(), "there is nothing to compare it with");
            FiguresPage.Chart numbers = page.charts().get(1);
            assertEquals("number", numbers.unit());
            assertTrue(
                    numbers.rows().stream().allMatch(row -> row.bar().isEmpty()),
                    "a third place is not three times a first one");
        } finally {
            served.release().close();
        }
    }
}
