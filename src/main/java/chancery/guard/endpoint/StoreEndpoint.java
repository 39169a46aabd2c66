package chancery.guard.endpoint;

import chancery.guard.service.Deadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.jena.query.Query;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.util.Context;

/// The store behind a server.
///
/// Thread-safe.
public final class StoreEndpoint implements AutoCloseable {
    private static final int SECONDS_TO_SAY_WHAT_IT_HOLDS = 3;

    private final EndpointClient client;
    private final int seconds;
    private final long mostBytes;

    /// @param seconds   for a query, and for all that one page looks up
    /// @param mostBytes of one answer of the store
    public StoreEndpoint(EndpointAddress address, int seconds, long mostBytes) {
        this.client = new EndpointClient(address);
        this.seconds = seconds;
        this.mostBytes = mostBytes;
    }

    /// Why it cannot be asked about that release; empty when it can.
    ///
    /// @param release IRI
    public Optional<EndpointFailure> obstacle(String release) {
        try {
            requireRelease(release);
            return Optional.empty();
        } catch (EndpointFailure failure) {
            return Optional.of(failure);
        }
    }

    /// @param release IRI
    /// @throws EndpointFailure when it cannot be asked, or holds another one
    public void requireRelease(String release) {
        int slash = release.lastIndexOf('/') + 1;
        Deadline deadline = Deadline.in(1000L * SECONDS_TO_SAY_WHAT_IT_HOLDS);
        List<String> held = new ArrayList<>();
        String query =
                "SELECT ?release WHERE { "
                        + inDefaultGraph(
                                "?release a <http://rdfs.org/ns/void#Dataset> ;"
                                        + " <http://purl.org/dc/terms/conformsTo> ?format ;"
                                        + " <http://purl.org/dc/terms/identifier> ?id")
                        + " } LIMIT 100";
        try (Rows rows = rows(query, deadline)) {
            while (rows.hasNext()) {
                rows.next().forEach((variable, value) -> held.add(value.toString()));
            }
        }
        if (held.contains(release)) {
            return;
        }
        List<String> ids =
                held.stream()
                        .map(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                        .distinct()
                        .sorted()
                        .toList();
        throw new EndpointFailure(
                EndpointFailure.Kind.FAILED,
                "endpoint %s: found %s in its default graph%s, expected release %s"
                        .formatted(
                                client.address(),
                                ids.isEmpty() ? "no release" : "release " + String.join(", ", ids),
                                client.address()
                                        .defaultGraph()
                                        .map(graph -> " <" + graph + ">")
                                        .orElse(""),
                                release.substring(slash)));
    }

    /// Refuses a store that takes all its graphs together for the default graph: there every claim
    /// would be said to come from a row, which only a graph apart tells.
    ///
    /// @param base of the release, ends in `/`
    /// @throws EndpointFailure when it is such a store, or cannot be asked
    public void requireDefaultGraphApart(String base) {
        String apart = base + "graph/rows";
        String query =
                "SELECT ?s WHERE { { SELECT ?s ?p ?o WHERE { GRAPH <%s> { ?s ?p ?o } } LIMIT 1 } %s }"
                        .formatted(apart, inDefaultGraph("?s ?p ?o"));
        try (Rows rows = rows(query, Deadline.in(1000L * SECONDS_TO_SAY_WHAT_IT_HOLDS))) {
            if (rows.hasNext()) {
                throw new EndpointFailure(
                        EndpointFailure.Kind.FAILED,
                        ("endpoint %s: found what only <%s> holds in its default graph too, expected"
                                        + " one that is not all graphs together; such a store is"
                                        + " told by --endpoint-default-graph into which graph"
                                        + " chancery.ttl was loaded")
                                .formatted(client.address(), apart));
            }
        }
    }

    /// What it holds of a release, to be read pattern by pattern, in transactions.
    ///
    /// @param base of the release, ends in `/`; its named graphs are those below `graph/`
    public DatasetGraph dataset(String base) {
        return new EndpointDataset(this, base + "graph/");
    }

    /// A query that the store answers as a whole.
    ///
    /// @param defaultGraphs as the request names them, before those that the query names
    public QueryExec query(
            Query query, List<String> defaultGraphs, List<String> namedGraphs, Context context) {
        List<NameValuePair> parameters = new ArrayList<>();
        if (!query.hasDatasetDescription() && defaultGraphs.isEmpty() && namedGraphs.isEmpty()) {
            client.address()
                    .defaultGraph()
                    .ifPresent(graph -> add("default-graph-uri", graph, parameters));
        }
        defaultGraphs.forEach(graph -> add("default-graph-uri", graph, parameters));
        namedGraphs.forEach(graph -> add("named-graph-uri", graph, parameters));
        return new EndpointQuery(this, query, parameters, context);
    }

    private static void add(String name, String value, List<NameValuePair> parameters) {
        parameters.add(new BasicNameValuePair(name, value));
    }

    Deadline deadline() {
        return Deadline.in(TimeUnit.SECONDS.toMillis(seconds));
    }

    /// The pattern, where the default graph is.
    String inDefaultGraph(String pattern) {
        return client.address()
                .defaultGraph()
                .map(graph -> "GRAPH <" + graph + "> { " + pattern + " }")
                .orElse(pattern);
    }

    Rows rows(String query, Deadline deadline) {
        return rows(ask(query, List.of(), Rows.TYPE, deadline, new EndpointClient.Call()), -1);
    }

    Rows rows(EndpointClient.Answer answer, long limit) {
        return new Rows(answer, mostBytes, limit);
    }

    boolean truth(EndpointClient.Answer answer) {
        try (answer) {
            var json = Rows.json(answer, mostBytes);
            QueryExecResult read =
                    RowSetReader.createReader(ResultSetLang.RS_JSON).readAny(json, new Context());
            if (!read.isBoolean()) {
                throw answer.wrong("found rows, expected true or false");
            }
            json.readToEnd();
            return read.booleanResult();
        } catch (IOException | RuntimeException e) {
            throw answer.failure(e);
        }
    }

    EndpointClient.Answer ask(
            String query,
            List<NameValuePair> graphs,
            String accept,
            Deadline deadline,
            EndpointClient.Call call) {
        List<NameValuePair> parameters = new ArrayList<>(graphs);
        add("query", query, parameters);
        return client.ask(parameters, accept, deadline, call);
    }

    @Override
    public void close() {
        client.close();
    }
}
