package chancery.serve;

import java.time.LocalDate;

/// Many events between two invented states, and things that are not as they should be.
final class CrowdedPair {
    static final String PATH = "/between/north/south";

    private CrowdedPair() {}

    /// @param events how many
    static String trig(int events) {
        StringBuilder trig =
                new StringBuilder(
                        """
                        PREFIX chy: <https://w3id.org/chancery/ontology#>
                        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        <id/state/north> a chy:State ; rdfs:label "North <script>alert(1)</script>"@en .
                        <id/state/south> a chy:State ; rdfs:label "الجنوب"@ar .
                        <id/state/alone> a chy:State ; rdfs:label "Alone"@en .
                        <id/source/gazette> a chy:Source ; rdfs:label "The Gazette"@en .
                        <id/event/nameless> a chy:Event ; chy:participant <id/state/north> , <id/state/south> .
                        <id/event/broken> a chy:Event ; rdfs:label "Broken date"@en ;
                            chy:participant <id/state/north> , <id/state/south> ; chy:time <id/time/broken> .
                        <id/time/broken> a chy:Time ; chy:edtf "2002-99-99" .
                        <id/event/ancient> a chy:Event ; rdfs:label "Very long ago"@en ;
                            chy:participant <id/state/north> , <id/state/south> ; chy:time <id/time/ancient> .
                        <id/time/ancient> a chy:Time ; chy:edtf "Y-17000000" .
                        <id/event/literal> a chy:Event ; rdfs:label "\\"><img src=x onerror=alert(1)>"@en ;
                            chy:participant <id/state/north> , <id/state/south> ; chy:time "yesterday" .
                        <id/agreement/itself> a chy:Agreement ; rdfs:label "About itself"@en ;
                            chy:party <id/state/north> , <id/state/south> ;
                            chy:concerns <id/agreement/itself> ; chy:signed <id/time/yearless> .
                        <id/time/yearless> a chy:Time ; chy:edtf "XXXX-04-22" .
                        """);
        LocalDate first = LocalDate.of(1992, 1, 1);
        for (int i = 0; i < events; i++) {
            // a tenth of them on one day
            LocalDate day = i % 10 == 0 ? first : first.plusDays(i);
            trig.append(
                    """
                    <id/event/e%1$d> a chy:Event ; rdfs:label "Meeting number %1$d of the delegations of both"@en ;
                        chy:participant <id/state/north> , <id/state/south> ; chy:time <id/time/%2$s> .
                    <id/time/%2$s> a chy:Time ; chy:edtf "%2$s" ; chy:startEarliest "%2$s"^^xsd:date ;
                        chy:startLatest "%2$s"^^xsd:date ; chy:endEarliest "%2$s"^^xsd:date ; chy:endLatest "%2$s"^^xsd:date .
                    <id/claim/c%1$d> a chy:Claim ; rdf:subject <id/event/e%1$d> ; rdf:predicate chy:time ;
                        rdf:object <id/time/%2$s> ; chy:statedIn <id/source/gazette> ;
                        chy:stance chy:asserts ; chy:verdict chy:Accepted .
                    """
                            .formatted(i, day));
        }
        return trig.toString();
    }
}
