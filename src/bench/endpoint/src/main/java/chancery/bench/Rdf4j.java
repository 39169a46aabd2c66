package chancery.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLBooleanJSONWriter;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.lmdb.LmdbStore;
import org.eclipse.rdf4j.sail.lmdb.config.LmdbStoreConfig;
import org.eclipse.rdf4j.sail.nativerdf.NativeStore;

/// `Rdf4j load lmdb|native FOLDER QUADS` and `Rdf4j serve lmdb|native FOLDER PORT`: a store of
// RDF4J
/// behind the smallest server that answers SPARQL queries as JSON, on loopback.
public final class Rdf4j {
    private static final String INDEXES = "spoc,posc,ospc";

    private Rdf4j() {}

    public static void main(String[] args) throws Exception {
        Repository repository = new SailRepository(store(args[1], Path.of(args[2])));
        repository.init();
        if (args[0].equals("load")) {
            load(repository, Path.of(args[3]));
            repository.shutDown();
        } else {
            serve(repository, Integer.parseInt(args[3]));
        }
    }

    private static org.eclipse.rdf4j.sail.NotifyingSail store(String kind, Path folder) {
        return kind.equals("lmdb")
                ? new LmdbStore(folder.toFile(), new LmdbStoreConfig(INDEXES))
                : new NativeStore(folder.toFile(), INDEXES);
    }

    private static void load(Repository repository, Path quads) throws IOException {
        try (RepositoryConnection connection = repository.getConnection();
                InputStream in = new BufferedInputStream(Files.newInputStream(quads), 1 << 20)) {
            connection.begin(IsolationLevels.NONE);
            connection.add(in, RDFFormat.NQUADS);
            connection.commit();
            System.out.println(connection.size() + " statements");
        }
    }

    private static void serve(Repository repository, int port) throws IOException {
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        server.setExecutor(Executors.newFixedThreadPool(64));
        server.createContext("/sparql", exchange -> answer(repository, exchange));
        server.start();
    }

    private static void answer(Repository repository, HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String text = URLDecoder.decode(query.substring("query=".length()), StandardCharsets.UTF_8);
        try (RepositoryConnection connection = repository.getConnection()) {
            Query prepared = connection.prepareQuery(text);
            exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
                if (prepared instanceof TupleQuery tuples) {
                    tuples.evaluate(new SPARQLResultsJSONWriter(out));
                } else {
                    new SPARQLBooleanJSONWriter(out)
                            .handleBoolean(((BooleanQuery) prepared).evaluate());
                }
            }
        } catch (RuntimeException e) {
            e.printStackTrace();
            exchange.close();
        }
    }
}
