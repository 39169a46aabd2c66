package chancery.guard.endpoint;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.Vars;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/// One query that the store answers. What comes is passed on as it comes.
final class EndpointQuery implements QueryExec {
    private final StoreEndpoint endpoint;
    private final Query query;
    private final List<NameValuePair> graphs;
    private final Context context;
    private final EndpointClient.Call call = new EndpointClient.Call();
    private EndpointClient.@Nullable Answer answer;
    private boolean isClosed;

    EndpointQuery(
            StoreEndpoint endpoint, Query query, List<NameValuePair> graphs, Context context) {
        this.endpoint = endpoint;
        this.query = query;
        this.graphs = List.copyOf(graphs);
        this.context = context;
    }

    private EndpointClient.Answer ask(Query toSend) {
        try {
            EndpointClient.Answer begun =
                    endpoint.ask(toSend.serialize(), graphs, Rows.TYPE, endpoint.deadline(), call);
            answer = begun;
            if (call.isAborted()) {
                begun.close();
                throw new QueryCancelledException();
            }
            return begun;
        } catch (EndpointFailure e) {
            throw call.isAborted() ? new QueryCancelledException() : e;
        }
    }

    @Override
    public RowSet select() {
        Rows rows = endpoint.rows(ask(query), limit());
        return RowSetStream.create(rows.variables(), rows);
    }

    private long limit() {
        return query.hasLimit() ? query.getLimit() : -1;
    }

    @Override
    public boolean ask() {
        return endpoint.truth(ask(query));
    }

    /// The store gives the rows, and the triples are made of them here: of a graph, Virtuoso does
    /// not tell when it leaves some out.
    @Override
    public Iterator<Triple> constructTriples() {
        Query rows = query.cloneQuery();
        rows.setQuerySelectType();
        List<Triple> template = query.getConstructTemplate().getTriples();
        Set<Var> variables = new LinkedHashSet<>();
        template.forEach(triple -> Vars.addVarsFromTriple(variables, triple));
        rows.setQueryResultStar(variables.isEmpty());
        variables.forEach(rows::addResultVar);
        return TemplateLib.calcTriples(template, endpoint.rows(ask(rows), limit()));
    }

    @Override
    public void abort() {
        call.abort();
    }

    @Override
    public void close() {
        isClosed = true;
        if (answer != null) {
            answer.close();
        }
    }

    @Override
    public boolean isClosed() {
        return isClosed;
    }

    @Override
    public Context getContext() {
        return context;
    }

    @Override
    public Query getQuery() {
        return query;
    }

    @Override
    public String getQueryString() {
        return query.serialize();
    }

    @Override
    public DatasetGraph getDataset() {
        throw notHere();
    }

    @Override
    public Graph construct(Graph graph) {
        throw notHere();
    }

    @Override
    public Iterator<Quad> constructQuads() {
        throw notHere();
    }

    @Override
    public DatasetGraph constructDataset(DatasetGraph dataset) {
        throw notHere();
    }

    @Override
    public Graph describe(Graph graph) {
        throw notHere();
    }

    @Override
    public Iterator<Triple> describeTriples() {
        throw notHere();
    }

    @Override
    public JsonArray execJson() {
        throw notHere();
    }

    @Override
    public Iterator<JsonObject> execJsonItems() {
        throw notHere();
    }

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException("a store answers by rows, truths and triples");
    }
}
