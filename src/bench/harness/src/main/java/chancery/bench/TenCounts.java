package chancery.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSet;
import org.apache.jena.tdb2.TDB2Factory;

/// `TenCounts STORE…`: ten queries that count, over different indexes, on each store; whether
/// all stores agree.
///
/// `union:STORE` counts in the union of the store's named graphs instead of its default graph.
/// Ends with 1 if a store answers otherwise than the first.
public final class TenCounts {
    private static final String PREFIXES =
            """
            PREFIX e: <https://b.example/term/>
            PREFIX t: <https://b.example/type/>
            PREFIX a: <https://b.example/actor/>
            PREFIX g: <http://www.w3.org/2003/01/geo/wgs84_pos#>
            PREFIX r: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX x: <http://www.w3.org/2001/XMLSchema#>
            """;

    private static final String UNION = "union:";

    private static final List<Count> COUNTS =
            List.of(
                    new Count("all", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
                    new Count(
                            "by predicate",
                            "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"),
                    new Count(
                            "by type",
                            "SELECT ?o (COUNT(*) AS ?n) { ?s a ?o } GROUP BY ?o ORDER BY ?o"),
                    new Count("subjects", "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a t:summit }"),
                    new Count("one object", "SELECT (COUNT(*) AS ?n) { ?s ?p a:N0042 }"),
                    new Count(
                            "busiest actors",
                            "SELECT ?o (COUNT(*) AS ?n) { ?s e:initiator ?o }"
                                    + " GROUP BY ?o ORDER BY DESC(?n) ?o LIMIT 10"),
                    new Count(
                            "range of dates",
                            "SELECT (COUNT(*) AS ?n) { ?s e:date ?d"
                                    + " FILTER(?d >= \"1990-01-01\"^^x:date && ?d < \"1991-01-01\"^^x:date) }"),
                    new Count(
                            "range of amounts",
                            "SELECT (COUNT(*) AS ?n) (SUM(?v) AS ?sum)"
                                    + " { ?s e:amount ?v FILTER(?v >= 999000) }"),
                    new Count(
                            "box",
                            "SELECT (COUNT(*) AS ?n) { ?s g:lat ?y ; g:long ?x"
                                    + " FILTER(?y >= 10 && ?y < 12 && ?x >= 20 && ?x < 22) }"),
                    new Count(
                            "labels in English with quotes",
                            "SELECT (COUNT(*) AS ?n) { ?s r:label ?l"
                                    + " FILTER(LANG(?l) = \"en\" && CONTAINS(?l, '\"')) }"));

    private TenCounts() {}

    public static void main(String[] args) {
        List<String> first = new ArrayList<>();
        boolean same = true;
        System.out.println("| count | store | ms | answer |\n|---|---|---|---|");
        for (String store : args) {
            boolean union = store.startsWith(UNION);
            Dataset dataset =
                    TDB2Factory.connectDataset(
                            Location.create(
                                    Path.of(union ? store.substring(UNION.length()) : store)));
            dataset.begin(ReadWrite.READ);
            for (int at = 0; at < COUNTS.size(); at++) {
                Count count = COUNTS.get(at);
                long start = System.nanoTime();
                String answer = answer(dataset, count.query(), union);
                long took = (System.nanoTime() - start) / 1_000_000;
                String shown = answer.length() > 40 ? "rows of hash " + answer.hashCode() : answer;
                System.out.println(
                        "| " + count.name() + " | " + store + " | " + took + " | " + shown + " |");
                if (first.size() < COUNTS.size()) {
                    first.add(answer);
                } else if (!first.get(at).equals(answer)) {
                    same = false;
                    System.out.println("\n" + store + ": " + count.name() + " differs\n");
                }
            }
            dataset.end();
        }
        System.out.println(same ? "\nall stores agree" : "\nthe stores differ");
        System.exit(same ? 0 : 1);
    }

    private static String answer(Dataset dataset, String query, boolean union) {
        String whole = PREFIXES + query;
        if (union) {
            whole = whole.replaceFirst("\\{", "FROM <urn:x-arq:UnionGraph> {");
        }
        StringBuilder answer = new StringBuilder();
        try (QueryExecution execution = QueryExecutionFactory.create(whole, dataset)) {
            ResultSet rows = execution.execSelect();
            while (rows.hasNext()) {
                QuerySolution row = rows.next();
                if (!answer.isEmpty()) {
                    answer.append("; ");
                }
                rows.getResultVars()
                        .forEach(name -> answer.append(row.get(name).asNode()).append(' '));
            }
        }
        return answer.toString().strip();
    }

    private record Count(String name, String query) {}
}
