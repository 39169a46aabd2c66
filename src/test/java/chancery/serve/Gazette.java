package chancery.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A small graph in the shape of a release, about invented states, and the text it is from.
final class Gazette {
    /// "лес" is there so that code points and bytes differ.
    static final String TEXT =
            "North and South (лес) met."
                    + " They signed the lease on 25 January 2002. Nobody spoke.\n";

    static final String TRIG =
            """
            VERSION "1.2"
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

            chy:Agreement a owl:Class ; rdfs:label "agreement"@en ;
                skos:definition "What parties agree."@en .
            chy:State a owl:Class ; rdfs:label "state"@en ; rdfs:subClassOf chy:Actor .
            chy:Actor a owl:Class ; rdfs:label "actor"@en .
            chy:signed a owl:ObjectProperty ; rdfs:label "signed"@en .
            chy:party a owl:ObjectProperty ; rdfs:label "party"@en .
            chy:Accepted rdfs:label "accepted"@en .
            chy:Outweighed rdfs:label "outweighed"@en .
            chy:asserts rdfs:label "asserts"@en .

            <id/state/north> a chy:State , chy:Actor ; rdfs:label "North"@en , "Север"@ru ;
                skos:altLabel "Northland"@en ;
                skos:exactMatch <http://www.wikidata.org/entity/Q1> .
            <id/state/south> a chy:State , chy:Actor ; rdfs:label "<script>alert(1)</script>"@en ;
                skos:exactMatch <javascript:alert(1)> .
            <id/person/anna> a chy:Person ; rdfs:label "Anna"@en .
            <id/agreement/lease> a chy:Agreement ; rdfs:label "Lease of the radar"@en ;
                chy:party <id/state/north> , <id/state/south> ;
                chy:signed <id/time/2002-01-25> .
            <id/time/2002-01-25> a chy:Time ; rdfs:label "25 January 2002" .
            <id/time/1991> a chy:Time ; rdfs:label "1991" .
            <id/source/gazette> a chy:Source ; rdfs:label "The Gazette"@en ; chy:show "sentence" ;
                chy:textFile "gazette.txt" ; chy:textSha256 "SHA256" .
            <id/passage/gazette-27-68> a chy:Passage ; chy:source <id/source/gazette> ;
                chy:charStart 27 ; chy:charEnd 68 ; chy:part "body" ; chy:digest "abc" .
            <id/passage/gazette-0-26> a chy:Passage ; chy:source <id/source/gazette> ;
                chy:charStart 0 ; chy:charEnd 26 ; chy:part "body" ; chy:digest "def" .
            <id/statement/anna-says> a chy:Statement ; rdfs:label "Anna says when"@en ;
                chy:speaker <id/person/anna> ; chy:statedIn <id/source/gazette> .
            <id/claim/01> a chy:Claim , rdf:Statement ; rdf:subject <id/agreement/lease> ;
                rdf:predicate chy:signed ; rdf:object <id/time/2002-01-25> ;
                chy:statedIn <id/source/gazette> ; chy:passage <id/passage/gazette-27-68> ;
                chy:gist "The lease was signed"@en ; chy:asWritten "25 January 2002" ;
                chy:stance chy:asserts ; chy:verdict chy:Accepted .
            <id/claim/02> a chy:Claim , rdf:Statement ; rdf:subject <id/agreement/lease> ;
                rdf:predicate chy:signed ; rdf:object <id/time/1991> ;
                chy:statedIn <id/source/gazette> ; chy:passage <id/passage/gazette-0-26> ;
                chy:stance chy:asserts ; chy:saidIn <id/statement/anna-says> ;
                chy:saidBy <id/person/anna> ; chy:verdict chy:Outweighed .
            <id/disagreement/01> a chy:Disagreement ; chy:about <id/agreement/lease> ;
                chy:onProperty chy:signed ; chy:position <id/claim/01> , <id/claim/02> ;
                chy:preferred <id/claim/01> ; chy:rule "narrator-first" ;
                chy:rationale "The narrator gives a day, Anna a year"@en .

            GRAPH <graph/best> {
                <id/agreement/lease> chy:party <id/state/north> , <id/state/south> ;
                    chy:signed <id/time/2002-01-25> .
            }
            GRAPH <graph/ontology> { chy:Agreement a owl:Class ; rdfs:label "agreement"@en . }
            GRAPH <graph/reifiers> {
                <id/claim/01> rdf:reifies
                    <<( <id/agreement/lease> chy:signed <id/time/2002-01-25> )>> .
            }
            """
                    .replace("SHA256", sha256(TEXT));

    /// To be put behind [#TRIG]: what decided its disagreement, and one that nobody decided, with
    /// texts that HTML, JSON and XML must not take for their own.
    static final String DISPUTES =
            """
            chy:DifferentValues a chy:DisagreementKind ; rdfs:label "different values"@en .
            chy:Denial a chy:DisagreementKind ; rdfs:label "denial"@en .
            chy:BrokenConstraint a chy:DisagreementKind ; rdfs:label "broken constraint"@en .
            chy:denies rdfs:label "denies"@en .
            chy:NotAsserted rdfs:label "not asserted"@en .

            <id/source/gazette> chy:published <id/time/1991> .
            <id/disagreement/01> chy:kind chy:DifferentValues .
            <id/concept/rule-narrator-first> a skos:Concept ; skos:notation "narrator-first" ;
                skos:inScheme <id/scheme/rule> ; skos:prefLabel "the narrator first"@en ;
                skos:scopeNote "The narrator answers for what he says."@en .
            <id/concept/other-list> skos:notation "narrator-first" ; skos:scopeNote "not this"@en .

            <id/person/boris> a chy:Person ; rdfs:label "Boris"@en .
            <id/statement/boris-quotes> a chy:Statement ; rdfs:label "Boris quotes Anna"@en ;
                chy:speaker <id/person/boris> .
            <id/statement/anna-denies> a chy:Statement ; rdfs:label "Anna denies"@en ;
                chy:speaker <id/person/anna> ; chy:saidIn <id/statement/boris-quotes> .
            <id/claim/03> a chy:Claim ; rdf:subject <id/state/north> ; rdf:predicate chy:party ;
                rdf:object <id/state/south> ; chy:statedIn <id/source/gazette> ;
                chy:passage <id/passage/gazette-0-26> ; chy:gist "<b>Met</b> & \\"spoke\\""@en ;
                chy:stance chy:denies ; chy:saidIn <id/statement/anna-denies> ;
                chy:verdict chy:NotAsserted .
            <id/claim/04> a chy:Claim ; rdf:subject <id/state/north> ; rdf:predicate chy:party ;
                rdf:object <id/state/south> ; chy:statedIn <id/source/gazette> ;
                chy:passage <id/passage/gazette-0-26> ; chy:stance chy:asserts ;
                chy:verdict chy:Accepted .
            <id/disagreement/02> a chy:Disagreement ; chy:kind chy:Denial ;
                chy:constraint "seen-by-hand" ; chy:about <id/state/north> ;
                chy:onProperty chy:party ; chy:position <id/claim/03> , <id/claim/04> ;
                chy:rule "undecided" ; chy:rationale "asserted\\u0001 & denied"@en .
            """;

    private Gazette() {}

    /// The graph with one more state, so that two releases can be told apart.
    static String with(String stateId) {
        return TRIG.replace(
                "GRAPH <graph/best>",
                "<id/state/%s> a chy:State .\nGRAPH <graph/best>".formatted(stateId));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
