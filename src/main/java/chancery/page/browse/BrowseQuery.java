package chancery.page.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The same choice as a SPARQL query, for whoever wants to change it or to have the whole list.
final class BrowseQuery {
    private static final String PREFIXES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    /// Claims about a thing, or those that have it as their value; what they say stands twice.
    private static final String SPEAKING =
            """
            { ?claim rdf:subject ?thing ; %s }
            UNION
            {
              ?claim rdf:object ?thing ; a chy:Claim ; %s
              FILTER NOT EXISTS { ?own rdf:subject ?thing }
            }
            """;

    /// Behind [#SPEAKING].
    private static final String REPORTED =
            """
            UNION
            {
              ?thing chy:statedIn %s
              FILTER NOT EXISTS { ?own rdf:subject|rdf:object ?thing ; a chy:Claim }
            }
            """;

    private static final String ACCEPTED_IN = "chy:verdict chy:Accepted ; chy:statedIn ?in";

    private final Chosen chosen;
    private final String base;

    /// @param base the release's base IRI, ends in `/`
    BrowseQuery(Chosen chosen, String base) {
        this.chosen = chosen;
        this.base = base;
    }

    /// Things with their names and bounds, by these; the page sorts in what has another date, too.
    String table() {
        return PREFIXES
                + """

                SELECT DISTINCT ?thing ?label ?earliest ?latest
                WHERE {
                """
                + pattern()
                + """
                  OPTIONAL { ?thing rdfs:label ?label FILTER(LANG(?label) = "en") }
                }
                ORDER BY (!BOUND(?earliest)) ?earliest ?label ?thing
                """;
    }

    /// What the graph says of these things.
    String graph() {
        return PREFIXES
                + """

                CONSTRUCT { ?thing ?property ?value }
                WHERE {
                """
                + pattern()
                + """
                  ?thing ?property ?value .
                }
                """;
    }

    private String pattern() {
        List<String> lines = new ArrayList<>(kinds());
        if (!chosen.state().isEmpty()) {
            lines.add(
                    """
                    VALUES ?state { <%sid/state/%s> }
                    { ?thing ?toState ?state }
                    UNION { ?thing chy:office/chy:officeOf ?state }
                    UNION { ?thing ^chy:holder/chy:office/chy:officeOf ?state }
                    """
                            .formatted(base, chosen.state()));
        }
        if (!chosen.source().isEmpty() || !chosen.stance().isEmpty()) {
            lines.add(saying());
        }
        boolean hasPeriod = !chosen.from().isEmpty() || !chosen.to().isEmpty();
        lines.add(
                hasPeriod
                        ? "?thing chy:earliest ?earliest ; chy:latest ?latest ."
                        : "OPTIONAL { ?thing chy:earliest ?earliest ; chy:latest ?latest }");
        if (!chosen.from().isEmpty()) {
            lines.add("FILTER(?latest >= \"%s-01-01\"^^xsd:date)".formatted(chosen.from()));
        }
        if (!chosen.to().isEmpty()) {
            lines.add("FILTER(?earliest <= \"%s-12-31\"^^xsd:date)".formatted(chosen.to()));
        }
        if (!chosen.disputed().isEmpty()) {
            lines.add(
                    (chosen.disputed().equals("yes") ? "FILTER EXISTS" : "FILTER NOT EXISTS")
                            + " { ?disagreement chy:about ?thing ; a chy:Disagreement }");
        }
        chosen.missing().ifPresent(it -> lines.addAll(without(it)));
        return lines.stream()
                .flatMap(String::lines)
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
    }

    /// Claims about a thing; of what is the subject of none, those that name it; and where there
    /// are none of these either, the source that a reported statement stands in.
    private String saying() {
        String in =
                chosen.source().isEmpty()
                        ? "?source"
                        : "<%sid/source/%s>".formatted(base, chosen.source());
        String said =
                "chy:statedIn "
                        + in
                        + (chosen.stance().isEmpty() ? "" : " ; chy:stance chy:" + chosen.stance());
        String claims = SPEAKING.formatted(said, said);
        return chosen.stance().isEmpty() ? claims + REPORTED.formatted(in) : claims;
    }

    private List<String> kinds() {
        return chosen.kind().isEmpty()
                ? List.of(
                        "?thing a ?class .",
                        "FILTER(STRSTARTS(STR(?class), STR(chy:)) && ?class != chy:Actor)",
                        "FILTER(STRSTARTS(STR(?thing), \"%sid/\"))".formatted(base),
                        "FILTER(!REGEX(STR(?thing), \"^%sid/(%s)/\"))"
                                .formatted(
                                        base.replace(".", "\\\\."),
                                        String.join("|", new TreeSet<>(Inventory.LEFT_OUT))))
                : List.of("?thing a chy:%s .".formatted(chosen.kind()));
    }

    private static List<String> without(Missing missing) {
        List<String> lines = new ArrayList<>();
        lines.add(
                """
                FILTER NOT EXISTS {
                  ?thing a chy:State FILTER NOT EXISTS { ?naming rdf:subject|rdf:object ?thing }
                }
                """);
        Set<String> kinds = new TreeSet<>(missing.kinds());
        if (!kinds.isEmpty()) {
            lines.add(
                    "?thing a ?expected . VALUES ?expected { chy:%s }"
                            .formatted(String.join(" chy:", kinds)));
        }
        lines.add(
                switch (missing) {
                    case DATE ->
                            "FILTER NOT EXISTS { ?thing chy:%s ?when }"
                                    .formatted(String.join("|chy:", Inventory.DATES));
                    case LINK -> "FILTER NOT EXISTS { ?thing skos:exactMatch ?item }";
                    case SECOND_SOURCE ->
                            """
                            MINUS {
                              SELECT ?thing
                              WHERE {
                            """
                                    + (SPEAKING.formatted(ACCEPTED_IN, ACCEPTED_IN)
                                                    + REPORTED.formatted("?in"))
                                            .indent(4)
                                    + """
                                OPTIONAL { ?in chy:origin ?origin }
                                BIND(COALESCE(?origin, ?in) AS ?voice)
                              }
                              GROUP BY ?thing
                              HAVING(COUNT(DISTINCT ?voice) > 1)
                            }
                            """;
                });
        return lines;
    }
}
