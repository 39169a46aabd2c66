package chancery.page.entity;

import chancery.page.GraphView;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/// A graph in memory, written as TriG with IRIs relative to the base.
public final class SmallGraph {
    public static final String BASE = "https://w3id.org/chancery/";

    private static final String PREFIXES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    /// Two invented states, their lease, a meeting, and who held which office.
    public static final String STATES =
            """
            chy:Agreement rdfs:label "agreement"@en .
            chy:Event rdfs:label "event"@en .
            chy:State rdfs:label "state"@en ; rdfs:subClassOf chy:Actor .
            chy:Actor rdfs:label "actor"@en .
            chy:party rdfs:label "party"@en .
            chy:signed rdfs:label "signed"@en .
            chy:participant rdfs:label "participant"@en .
            chy:holder rdfs:label "holder"@en .
            chy:office rdfs:label "office"@en .
            chy:Accepted rdfs:label "accepted"@en .
            chy:NotAsserted rdfs:label "not asserted"@en .

            <id/concept/lease> rdfs:label "lease"@en .
            <id/concept/island> rdfs:label "island"@en .
            <id/time/2002-01-25> a chy:Time ; chy:edtf "2002-01-25" ; rdfs:label "2002-01-25" ;
                chy:startEarliest "2002-01-25"^^xsd:date ; chy:startLatest "2002-01-25"^^xsd:date ;
                chy:endEarliest "2002-01-25"^^xsd:date ; chy:endLatest "2002-01-25"^^xsd:date .
            <id/time/1991-12> a chy:Time ; chy:edtf "1991-12" ; rdfs:label "1991-12" ;
                chy:startEarliest "1991-12-01"^^xsd:date ; chy:endLatest "1991-12-31"^^xsd:date .
            <id/time/XXXX-04-22> a chy:Time ; chy:edtf "XXXX-04-22" ; rdfs:label "XXXX-04-22" .

            <id/state/north> a chy:State , chy:Actor ; rdfs:label "North"@en , "Север"@ru ;
                chy:stateKind <id/concept/island> ; chy:predecessor <id/state/old> .
            <id/state/south> a chy:State ; rdfs:label "South"@en .
            <id/state/old> a chy:State ; rdfs:label "Old Realm"@en .
            <id/agreement/lease> a chy:Agreement ; rdfs:label "Lease of the radar"@en ;
                chy:agreementType <id/concept/lease> ; chy:duration "P10Y"^^xsd:duration ;
                chy:party <id/state/north> , <id/state/south> ;
                chy:signed <id/time/2002-01-25> ; chy:earliest "2002-01-25"^^xsd:date .
            <id/event/meeting> a chy:Event ; rdfs:label "Meeting"@en ;
                chy:participant <id/state/north> ; chy:time <id/time/1991-12> .
            <id/event/dinner> a chy:Event ; rdfs:label "Dinner"@en ;
                chy:participant <id/state/north> ; chy:time <id/time/XXXX-04-22> .
            <id/person/anna> a chy:Person ; rdfs:label "Anna"@en .
            <id/office/chief> a chy:Office ; rdfs:label "Chief of North"@en ;
                chy:officeOf <id/state/north> .
            <id/tenure/anna-chief> a chy:Tenure ; rdfs:label "Anna as Chief"@en ;
                chy:holder <id/person/anna> ; chy:office <id/office/chief> ;
                chy:begin <id/time/1991-12> .
            <id/source/gazette> a chy:Source ; rdfs:label "The Gazette"@en .
            <id/claim/01> a chy:Claim ; rdf:subject <id/agreement/lease> ;
                rdf:predicate chy:signed ; rdf:object <id/time/2002-01-25> ;
                chy:statedIn <id/source/gazette> ; chy:verdict chy:Accepted .
            <id/claim/02> a chy:Claim ; rdf:subject <id/agreement/lease> ;
                rdf:predicate chy:party ; rdf:object <id/state/north> ;
                chy:statedIn <id/source/gazette> ; chy:verdict chy:Accepted .
            <id/claim/03> a chy:Claim ; rdf:subject <id/state/north> ;
                rdf:predicate chy:party ; rdf:object <id/state/south> ;
                chy:statedIn <id/source/gazette> ; chy:verdict chy:NotAsserted .
            GRAPH <graph/derived> {
                <id/agreement/lease> chy:earliest "2002-01-25"^^xsd:date .
            }
            GRAPH <graph/register> { <id/state/north> chy:predecessor <id/state/old> . }
            """;

    private SmallGraph() {}

    public static DatasetGraph dataset(String trig) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(PREFIXES + trig, Lang.TRIG).base(BASE).parse(dataset);
        return dataset;
    }

    public static GraphView of(String trig) {
        return new GraphView(dataset(trig), BASE);
    }
}
