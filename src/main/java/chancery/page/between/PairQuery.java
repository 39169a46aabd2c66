package chancery.page.between;

import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The query that finds what a page about two states shows: one row a thing, with the first and the
/// last day of its dates.
final class PairQuery {
    private static final String PREFIXES =
            """
            PREFIX chy: <%s>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """
                    .formatted(Chy.NS);

    private static final String BOUNDS =
            "(chy:startEarliest|chy:startLatest|chy:endEarliest|chy:endLatest)";

    private PairQuery() {}

    /// @param title the question it answers
    /// @param one   IRI of a state
    /// @param other IRI of the other
    /// @param base  the release's base IRI, ends in `/`
    /// @param until the last day on which there were both
    static String of(
            String title,
            String one,
            String other,
            Optional<LocalDate> until,
            Choice choice,
            String base) {
        return "# %s\n".formatted(title.replaceAll("[\\r\\n]+", " "))
                + PREFIXES
                + """

                SELECT ?kind ?thing (SAMPLE(?label) AS ?name)
                  (MIN(?day) AS ?first) (MAX(?day) AS ?last)
                WHERE {
                  { SELECT DISTINCT ?thing WHERE {
                    ?one %1$s <%2$s> .
                    %3$s
                    %4$s
                    ?other %1$s <%5$s> .
                %7$s\
                  } }
                  VALUES ?kind { %6$s }
                  ?thing a ?kind .
                %12$s\
                  OPTIONAL { ?thing rdfs:label ?label FILTER(LANG(?label) = "en") }
                  OPTIONAL {
                    { ?thing %8$s ?time }
                    UNION
                    {
                      ?dating rdf:subject ?thing ; rdf:predicate ?dated ; rdf:object/(chy:time|chy:signed)? ?time .
                      VALUES ?dated { %9$s }
                      FILTER NOT EXISTS { ?thing %8$s ?accepted }
                    }
                    ?time %10$s ?day
                  }
                }
                GROUP BY ?kind ?thing
                %11$s\
                ORDER BY ?first ?last ?kind ?thing
                """
                        .formatted(
                                Reach.standsForPath(),
                                one,
                                reaching("one", choice),
                                reaching("other", choice),
                                other,
                                kinds(choice),
                                filters(choice, base),
                                Dated.path(),
                                Dated.names(),
                                BOUNDS,
                                until(until),
                                period(choice));
    }

    /// What has to do with what stands for a state, by accepted statements or by what anybody says.
    private static String reaching(String name, Choice choice) {
        String plain = "?thing %s ?%s".formatted(Reach.rolePath(), name);
        return choice.isOfAccepted()
                ? plain + " ."
                : """
                { %1$s }
                    UNION
                    {
                      ?%2$sSaid rdf:object ?%2$s ; rdf:predicate ?%2$sRole ; rdf:subject ?thing .
                      VALUES ?%2$sRole { %3$s }
                    }"""
                        .formatted(plain, name, Reach.claimedRoles());
    }

    /// A possibility is nothing accepted.
    private static String kinds(Choice choice) {
        return Arrays.stream(Kind.values())
                .filter(kind -> choice.kind().isEmpty() || choice.kind().get() == kind)
                .filter(kind -> !choice.isOfAccepted() || kind != Kind.POSSIBILITY)
                .map(kind -> "chy:" + kind.className())
                .collect(Collectors.joining(" "));
    }

    private static String filters(Choice choice, String base) {
        StringBuilder filters = new StringBuilder();
        if (!choice.isOfAccepted() && !choice.stance().equals("any")) {
            filters.append(
                    "    ?said rdf:subject ?thing ; chy:stance chy:%s .\n"
                            .formatted(choice.stance()));
        }
        if (!choice.source().isEmpty()) {
            filters.append(
                    """
                        FILTER EXISTS {
                          { ?thing chy:statedIn <%1$s> }
                          UNION { ?telling rdf:subject ?thing ; chy:statedIn <%1$s> }
                        }
                    """
                            .formatted(base + "id/source/" + choice.source()));
        }
        String disputed = "?position rdf:subject ?thing . ?at chy:position ?position .";
        switch (choice.disputed()) {
            case "yes" -> filters.append("    %s\n".formatted(disputed));
            case "no" -> filters.append("    FILTER NOT EXISTS { %s }\n".formatted(disputed));
            default -> {}
        }
        return filters.toString();
    }

    /// What touches a period by one of its dates, or by the time from its begin to its end. Each of
    /// these is found by two bounds that may be the same.
    private static String period(Choice choice) {
        if (!choice.hasPeriod()) {
            return "";
        }
        List<String> conditions = new ArrayList<>();
        choice.firstDay().ifPresent(day -> conditions.add("?late >= " + written(day)));
        choice.lastDay().ifPresent(day -> conditions.add("?early <= " + written(day)));
        String claimed =
                "?said%1$s rdf:subject ?thing ; rdf:predicate ?by%1$s ;"
                        + " rdf:object/(chy:time|chy:signed)? ?%2$s . VALUES ?by%1$s { %3$s }";
        return """
                  FILTER EXISTS {
                    {
                      { ?thing %1$s ?at }
                      UNION
                      { %2$s FILTER NOT EXISTS { ?thing %3$s ?sure } }
                      ?at %4$s ?early , ?late
                    }
                    UNION
                    {
                      { ?thing %5$s ?begin , ?end }
                      UNION
                      { %6$s %7$s FILTER NOT EXISTS { ?thing %3$s ?sure } }
                      ?begin %4$s ?early . ?end %4$s ?late
                    }
                    FILTER(%8$s)
                  }
                """
                .formatted(
                        Dated.namesOfOne().replace(' ', '|'),
                        claimed.formatted("One", "at", Dated.namesOfOne()),
                        Dated.path(),
                        BOUNDS,
                        Dated.lastingPath(),
                        claimed.formatted("Begin", "begin", Dated.namesOfLasting()),
                        claimed.formatted("End", "end", Dated.namesOfLasting()),
                        String.join(" && ", conditions));
    }

    private static String until(Optional<LocalDate> until) {
        return until.map(
                        day ->
                                "HAVING(COUNT(?day) = 0 || MIN(?day) <= %s)\n"
                                        .formatted(written(day)))
                .orElse("");
    }

    private static String written(LocalDate day) {
        return "\"%s\"^^xsd:date".formatted(day);
    }
}
