package chancery.guard.endpoint;

import chancery.guard.run.LimitExceeded;
import chancery.guard.service.Deadline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/// A release in the store, read pattern by pattern.
///
/// Where the subject is known, all that is said of it is asked for at once and kept: a page that
/// asks for one thing of it asks for more. One that asks for very many things gets whole properties
/// instead, where they are not too long. The release does not change, so what is kept stays
/// true. A transaction is the time that one page has; what it left unread ends with it.
///
/// Thread-safe, transactions belong to a thread.
final class EndpointDataset extends DatasetGraphBaseFind {
    /// Of a pattern with more rows, nothing is kept.
    static final int MOST_KEPT_ROWS = 1000;

    /// So many questions in one transaction are those of a page that looks at everything.
    private static final int MANY_QUESTIONS = 200;

    /// So many long answers may be half read in one transaction; those after them are read at once,
    /// and so are those for which too many are half read in all. Each holds a connection while
    /// another may be waited for.
    static final int MOST_UNREAD = 8;

    /// Of an answer that is read at once, for it is in memory then.
    static final int MOST_AT_ONCE = 50_000;

    private static final Var S = Var.alloc("s");
    private static final Var P = Var.alloc("p");
    private static final Var O = Var.alloc("o");
    private static final Var G = Var.alloc("g");

    private final StoreEndpoint endpoint;
    private final String graphs;
    private final KeptTriples kept = new KeptTriples();
    private final PropertyTables tables = new PropertyTables();
    private final Semaphore unread = new Semaphore(EndpointClient.CONNECTIONS / 2);
    private final Transactional transactions = TransactionalNull.create();

    /// Of one dataset alone, as its transactions are.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Reading> readings = new ThreadLocal<>();

    /// @param graphs with what the IRIs of the named graphs begin
    EndpointDataset(StoreEndpoint endpoint, String graphs) {
        this.endpoint = endpoint;
        this.graphs = graphs;
    }

    private static final class Reading {
        private final Deadline deadline;
        private final Set<Rows> unread = new HashSet<>();
        private int questions;

        Reading(Deadline deadline) {
            this.deadline = deadline;
        }
    }

    /// A pattern with no term where any will do.
    private static Triple pattern(@Nullable Node s, @Nullable Node p, @Nullable Node o) {
        return Triple.createMatch(s, p, o);
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        return Iter.map(
                triples(null, pattern(s, p, o)),
                triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return isOurs(g)
                ? Iter.map(triples(g, pattern(s, p, o)), triple -> Quad.create(g, triple))
                : Iter.nullIterator();
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        Triple pattern = pattern(s, p, o);
        if (!canBeAsked(pattern)) {
            return Iter.nullIterator();
        }
        String query =
                "SELECT * WHERE { GRAPH ?g { %s } FILTER(STRSTARTS(STR(?g), \"%s\")) }"
                        .formatted(written(pattern), graphs);
        Rows rows = ask(query);
        return watched(rows, Iter.map(rows, row -> Quad.create(row.get(G), triple(row, pattern))));
    }

    private static boolean canBeAsked(Triple pattern) {
        return Stream.of(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
                .allMatch(Terms::canBeAsked);
    }

    private boolean isOurs(Node graph) {
        return graph.isURI() && graph.getURI().startsWith(graphs) && Terms.canBeAsked(graph);
    }

    /// @param g null for the default graph
    private Iterator<Triple> triples(@Nullable Node g, Triple pattern) {
        if (!canBeAsked(pattern)) {
            return Iter.nullIterator();
        }
        Node s = pattern.getSubject();
        PropertyTables.Table table = g == null ? table(pattern) : null;
        if (table != null) {
            return table.find(pattern);
        }
        if (s.isConcrete()) {
            Triple all = Triple.create(s, Node.ANY, Node.ANY);
            List<Triple> said = kept.find(g, all);
            if (said == null && !kept.isKnownToBeMany(g, all)) {
                said = readFew(g, all);
            }
            if (said != null) {
                return said.stream().filter(pattern::matches).iterator();
            }
        }
        List<Triple> known = kept.find(g, pattern);
        return known == null ? read(g, pattern) : known.iterator();
    }

    /// @return null when there is none for the pattern
    private PropertyTables.@Nullable Table table(Triple pattern) {
        Node property = pattern.getPredicate();
        if (!property.isConcrete()
                || !(pattern.getSubject().isConcrete() || pattern.getObject().isConcrete())) {
            return null;
        }
        PropertyTables.Table known = tables.find(property);
        if (known != null) {
            return known.isWhole() ? known : null;
        }
        Reading reading = readings.get();
        return reading != null && reading.questions > MANY_QUESTIONS ? readTable(property) : null;
    }

    private PropertyTables.@Nullable Table readTable(Node property) {
        Triple all = Triple.create(Node.ANY, property, Node.ANY);
        int most = PropertyTables.MOST_ROWS;
        try (Rows rows = ask(query(null, all) + " LIMIT " + (most + 1))) {
            List<Triple> triples = new ArrayList<>();
            rows.forEachRemaining(row -> triples.add(triple(row, all)));
            if (triples.size() > most) {
                tables.noteMany(property);
                return null;
            }
            return tables.keep(property, triples);
        }
    }

    /// @return null when there are more than are kept
    private @Nullable List<Triple> readFew(@Nullable Node g, Triple pattern) {
        String query = query(g, pattern) + " LIMIT " + (MOST_KEPT_ROWS + 1);
        try (Rows rows = ask(query)) {
            List<Triple> few = new ArrayList<>();
            rows.forEachRemaining(row -> few.add(triple(row, pattern)));
            if (few.size() > MOST_KEPT_ROWS) {
                kept.noteMany(g, pattern);
                return null;
            }
            return kept.keep(g, pattern, few);
        }
    }

    private Iterator<Triple> read(@Nullable Node g, Triple pattern) {
        Rows rows = ask(query(g, pattern));
        List<Triple> first = new ArrayList<>();
        while (first.size() <= MOST_KEPT_ROWS && rows.hasNext()) {
            first.add(triple(rows.next(), pattern));
        }
        if (first.size() <= MOST_KEPT_ROWS) {
            return kept.keep(g, pattern, first).iterator();
        }
        Iterator<Triple> rest = Iter.map(rows, row -> triple(row, pattern));
        return Iter.concat(first.iterator(), watched(rows, rest));
    }

    private String query(@Nullable Node g, Triple pattern) {
        String written = written(pattern);
        return "SELECT * WHERE { "
                + (g == null
                        ? endpoint.inDefaultGraph(written)
                        : "GRAPH " + Terms.written(g, "g") + " { " + written + " }")
                + " }";
    }

    private static String written(Triple pattern) {
        return String.join(
                " ",
                Terms.written(pattern.getSubject(), "s"),
                Terms.written(pattern.getPredicate(), "p"),
                Terms.written(pattern.getObject(), "o"));
    }

    private static Triple triple(Binding row, Triple of) {
        return Triple.create(
                of.getSubject().isConcrete() ? of.getSubject() : row.get(S),
                of.getPredicate().isConcrete() ? of.getPredicate() : row.get(P),
                of.getObject().isConcrete() ? of.getObject() : row.get(O));
    }

    /// What nobody closes is closed with the transaction; without one, all is read now.
    private <T> Iterator<T> watched(Rows rows, Iterator<T> read) {
        Reading reading = readings.get();
        if (reading == null) {
            try (rows) {
                return Iter.toList(read).iterator();
            }
        }
        if (reading.unread.size() >= MOST_UNREAD || !unread.tryAcquire()) {
            return readAtOnce(rows, read);
        }
        reading.unread.add(rows);
        rows.whenOver(
                () -> {
                    reading.unread.remove(rows);
                    unread.release();
                });
        return read;
    }

    private static <T> Iterator<T> readAtOnce(Rows rows, Iterator<T> read) {
        try (rows) {
            List<T> all = new ArrayList<>();
            while (read.hasNext()) {
                if (all.size() == MOST_AT_ONCE) {
                    throw LimitExceeded.ofQuery(
                            "query: found it to read too many long answers of the store side by"
                                    + " side, expected fewer patterns that fit much");
                }
                all.add(read.next());
            }
            return all.iterator();
        }
    }

    private Rows ask(String query) {
        Reading reading = readings.get();
        if (reading != null) {
            reading.questions++;
        }
        Deadline deadline = reading == null ? endpoint.deadline() : reading.deadline;
        if (deadline.isOver()) {
            throw new EndpointFailure(
                    EndpointFailure.Kind.TOO_SLOW,
                    "endpoint: found no end of looking things up within the time for one request");
        }
        return endpoint.rows(query, deadline);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        String query =
                "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), \"%s\")) }"
                        .formatted(graphs);
        try (Rows rows = ask(query)) {
            List<Node> named = new ArrayList<>();
            rows.forEachRemaining(row -> named.add(row.get(G)));
            return named.iterator();
        }
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node graph) {
        return GraphView.createNamedGraph(this, graph);
    }

    @Override
    public PrefixMap prefixes() {
        return Prefixes.emptyPrefixMap();
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        throw readOnly();
    }

    @Override
    public void removeGraph(Node name) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("a store is read only");
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public void begin(TxnType type) {
        transactions.begin(type);
        readings.set(new Reading(endpoint.deadline()));
    }

    @Override
    public boolean promote(Promote mode) {
        return false;
    }

    @Override
    public void commit() {
        endReading();
        transactions.commit();
    }

    @Override
    public void abort() {
        endReading();
        transactions.abort();
    }

    @Override
    public void end() {
        endReading();
        transactions.end();
    }

    private void endReading() {
        Reading reading = readings.get();
        readings.remove();
        if (reading != null) {
            List.copyOf(reading.unread).forEach(Rows::close);
        }
    }

    @Override
    public ReadWrite transactionMode() {
        return transactions.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return transactions.transactionType();
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isInTransaction();
    }
}
