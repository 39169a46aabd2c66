package chancery.release;

/// Invented content of releases, for tests that want more than a few quads.
final class SyntheticGraph {
    private static final String PREFIXES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            BASE <https://w3id.org/chancery/>
            GRAPH <graph/disagreements> {
              <id/concept/rule-none> skos:inScheme <id/scheme/rule> ; skos:notation "undecided" .
            }
            """;

    private SyntheticGraph() {}

    /// Events of seven states that three sources tell of, some of them with claims, and some of
    /// these with disagreements.
    ///
    /// @return TriG
    static String events(int count) {
        StringBuilder trig = new StringBuilder(PREFIXES);
        for (int i = 0; i < 7; i++) {
            trig.append(
                    "GRAPH <graph/register> { <id/state/s%1$d> a chy:State ; rdfs:label \"State %1$d\"@en }%n"
                            .formatted(i));
        }
        for (int i = 0; i < 3; i++) {
            trig.append(
                    "GRAPH <graph/register> { <id/source/o%1$d> a chy:Source ; rdfs:label \"Source %1$d\"@en }%n"
                            .formatted(i));
        }
        for (int i = 0; i < count; i++) {
            trig.append(
                    """
                    GRAPH <graph/best> {
                      <id/event/%1$d> a chy:Event ; rdfs:label "Event %1$d é \\U0001F600 %2$d"@en ;
                        chy:party <id/state/s%2$d> , <id/state/s%3$d> ; chy:value %1$d .
                    }
                    GRAPH <graph/derived> { <id/event/%1$d> chy:party <id/state/s%2$d> }
                    """
                            .formatted(i, i % 7, i * i % 7));
            if (i % 3 == 0) {
                trig.append(claim(i));
            }
            if (i % 10 == 0) {
                trig.append(
                        """
                        GRAPH <graph/disagreements> {
                          <id/disagreement/%1$d> a chy:Disagreement ; chy:rule "undecided" ;
                            chy:about <id/event/%1$d> ; chy:position <id/claim/%1$d> .
                        }
                        """
                                .formatted(i - i % 3));
            }
        }
        return trig.toString();
    }

    private static String claim(int i) {
        return """
        GRAPH <graph/source/o%3$d> {
          <id/claim/%1$d> a chy:Claim ; rdf:subject <id/event/%1$d> ; rdf:predicate chy:party ;
            rdf:object <id/state/s%2$d> ; chy:statedIn <id/source/o%3$d> ;
            chy:passage <id/passage/%1$d> ; chy:saidIn <id/statement/%1$d> .
          <id/passage/%1$d> a chy:Passage ; chy:source <id/source/o%3$d> ;
            chy:cites <id/work/%2$d> .
          <id/statement/%1$d> a chy:Statement ; chy:statedIn <id/source/o%3$d> ;
            chy:saidIn <id/statement/%4$d> .
          <id/work/%2$d> a chy:Work ; rdfs:label "Work %2$d" .
        }
        GRAPH <graph/reifiers> {
          <id/claim/%1$d> rdf:reifies <<( <id/event/%1$d> chy:party <id/state/s%2$d> )>> .
        }
        GRAPH <graph/rows> { <id/claim/%1$d> chy:row <seeds/t.csv#row=%1$d> . }
        """
                .formatted(i, i % 7, i % 3, i / 2);
    }
}
