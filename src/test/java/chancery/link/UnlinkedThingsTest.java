package chancery.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.vocab.Base;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class UnlinkedThingsTest {
    private static final Graph GRAPH =
            RDFParser.fromString(
                            """
                            @base <https://w3id.org/chancery/id/> .
                            @prefix chy: <https://w3id.org/chancery/ontology#> .
                            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                            @prefix wd: <http://www.wikidata.org/entity/> .

                            chy:Place skos:closeMatch wd:Q2221906 .
                            chy:Person skos:closeMatch wd:Q5 .
                            chy:State skos:closeMatch wd:Q6256 ; skos:narrowMatch wd:Q3024240, wd:Q3624078 .
                            chy:locatedIn skos:closeMatch wd:P131 ; skos:narrowMatch wd:P17 .
                            chy:begin skos:closeMatch wd:P580 ; skos:narrowMatch wd:P571 .

                            <place/aras> a chy:Place ; rdfs:label "Аракс"@ru, "Aras"@en ;
                                skos:altLabel "Araz"@en ; chy:notSameAs wd:Q4 ;
                                chy:locatedIn <state/az>, <place/unknown> .
                            <place/unknown> a chy:Place ; chy:locatedIn <place/town> .
                            <place/town> a chy:Place ; rdfs:label "Town"@en ; skos:closeMatch wd:Q9 .
                            <link/town> chy:linkSubject <place/town> ; chy:linkRelation skos:closeMatch .
                            <state/az> a chy:State ; rdfs:label "Azerbaijan"@en ; skos:exactMatch wd:Q227 .
                            <link/az> chy:linkSubject <state/az> ; chy:linkRelation skos:exactMatch .
                            <link/aras> chy:linkSubject <place/aras> ; chy:linkRelation chy:notSameAs .
                            <state/north> a chy:State ; rdfs:label "North"@en ; chy:begin <time/1991-10_open> .
                            <time/1991-10_open> a chy:Time ; chy:edtf "1991-10/.." .
                            <person/anna> a chy:Person ; rdfs:label "Anna"@en .
                            <tenure/anna> chy:holder <person/anna> ; chy:office <office/president> .
                            <office/president> rdfs:label "President"@en ; skos:exactMatch wd:Q205602 ;
                                chy:officeOf <state/az> .
                            """,
                            Lang.TURTLE)
                    .toGraph();

    private static Thing thing(String id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Thing> all() {
        return new UnlinkedThings(GRAPH, new Base("https://w3id.org/chancery/")).all();
    }

    @Test
    void thingsWithoutALinkAndWithANameAreFound() {
        assertEquals(
                List.of("person/anna", "place/aras", "state/north"),
                all().stream().map(Thing::id).toList());
    }

    @Test
    void aPlaceIsAskedForInItsLanguagesAndByItsCountryAndNotTakenForWhatItIsNot() {
        assertEquals(
                new Thing(
                        "place/aras",
                        List.of(
                                new Label("en", "Aras"),
                                new Label("ru", "Аракс"),
                                new Label("en", "Araz")),
                        "Q2221906",
                        Set.of("Q2221906"),
                        List.of(new Property("P17", "Q227", "Azerbaijan")),
                        Set.of("Q4")),
                thing("place/aras"));
    }

    @Test
    void aStateIsAskedForByWhenItBegan() {
        assertEquals(
                List.of(new Property("P571", "", "1991-10")), thing("state/north").properties());
        assertEquals("Q6256", thing("state/north").type());
        assertEquals(Set.of("Q6256", "Q3024240", "Q3624078"), thing("state/north").types());
    }

    @Test
    void aPersonIsAskedForByOfficesAndTheirCountry() {
        assertEquals(
                List.of(
                        new Property("P39", "Q205602", "President"),
                        new Property("P27", "Q227", "Azerbaijan")),
                thing("person/anna").properties());
    }
}
