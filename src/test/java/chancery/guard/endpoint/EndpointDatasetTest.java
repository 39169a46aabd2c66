package chancery.guard.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.run.LimitExceeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Long answers of a store, of which none is read to its end.
@Timeout(120)
class EndpointDatasetTest {
    private static final String BASE = "https://example.org/";
    private static final Node LABEL = RDFS.label.asNode();
    private static final Node COMMENT = RDFS.comment.asNode();

    /// So many that as many connections as there are would be in use.
    private static final int TIMES = EndpointClient.CONNECTIONS + 2;

    private static final int LONG = EndpointDataset.MOST_KEPT_ROWS + 500;

    private static FusekiServer fuseki;
    private static StoreEndpoint endpoint;
    private static DatasetGraph dataset;

    @BeforeAll
    static void start() {
        DatasetGraph stored = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(
                stored,
                () -> {
                    for (int i = 0; i < EndpointDataset.MOST_AT_ONCE + LONG; i++) {
                        stored.add(quad(Quad.defaultGraphIRI, i, LABEL));
                        stored.add(quad(thing("graph/a"), i, LABEL));
                        if (i < LONG) {
                            stored.add(quad(Quad.defaultGraphIRI, i, COMMENT));
                        }
                    }
                });
        fuseki =
                FusekiServer.create()
                        .port(0)
                        .loopback(true)
                        .numServerThreads(4, 2 * EndpointClient.CONNECTIONS)
                        .add("/sparql", stored)
                        .build();
        fuseki.start();
        endpoint =
                new StoreEndpoint(
                        EndpointAddress.of(
                                "http://localhost:" + fuseki.getPort() + "/sparql",
                                Optional.empty()),
                        60,
                        1L << 30);
        dataset = endpoint.dataset(BASE);
    }

    @AfterAll
    static void stop() {
        endpoint.close();
        fuseki.stop();
    }

    private static Node thing(String name) {
        return NodeFactory.createURI(BASE + name);
    }

    private static Quad quad(Node graph, int number, Node property) {
        return Quad.create(graph, thing("id/" + number), property, thing("text/" + number));
    }

    @Test
    void whatIsClosedHoldsNoConnection() {
        dataset.begin(ReadWrite.READ);
        try {
            // what stays open is soon too much for the memory
            for (int i = 0; i < 2 * EndpointDataset.MOST_UNREAD; i++) {
                assertTrue(dataset.getDefaultGraph().contains(Node.ANY, LABEL, Node.ANY));
                ExtendedIterator<Triple> labels =
                        dataset.getDefaultGraph().find(Node.ANY, LABEL, Node.ANY);
                assertTrue(labels.hasNext());
                labels.close();
                assertTrue(dataset.contains(thing("graph/a"), Node.ANY, LABEL, Node.ANY));
            }
        } finally {
            dataset.end();
        }
    }

    @Test
    void whatIsLeftOpenIsReadToItsEndAllTheSame() {
        dataset.begin(ReadWrite.READ);
        try {
            List<ExtendedIterator<Triple>> begun = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                begun.add(dataset.getDefaultGraph().find(Node.ANY, COMMENT, Node.ANY));
                assertTrue(begun.getLast().hasNext());
            }
            for (ExtendedIterator<Triple> each : begun) {
                assertEquals(LONG, each.toSet().size());
            }
        } finally {
            dataset.end();
        }
    }

    /// Each holds connections and waits for another.
    @Test
    void transactionsDoNotWaitForEachOther() throws Exception {
        List<Throwable> failed = new CopyOnWriteArrayList<>();
        int most = EndpointClient.CONNECTIONS / EndpointDataset.MOST_UNREAD;
        var allHold = new CyclicBarrier(most);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            threads.add(Thread.ofPlatform().start(() -> openMany(allHold, failed)));
        }
        for (Thread each : threads) {
            each.join();
        }
        assertEquals(List.of(), failed);
    }

    private void openMany(CyclicBarrier allHold, List<Throwable> failed) {
        dataset.begin(ReadWrite.READ);
        try {
            List<ExtendedIterator<Triple>> begun = new ArrayList<>();
            for (int i = 0; i < EndpointDataset.MOST_UNREAD; i++) {
                begun.add(dataset.getDefaultGraph().find(Node.ANY, COMMENT, Node.ANY));
            }
            allHold.await();
            begun.add(dataset.getDefaultGraph().find(Node.ANY, COMMENT, Node.ANY));
            for (ExtendedIterator<Triple> each : begun) {
                assertEquals(LONG, each.toSet().size());
            }
        } catch (Exception | AssertionError e) {
            failed.add(e);
        } finally {
            dataset.end();
        }
    }

    @Test
    void whatWouldNotFitIntoMemoryIsRefused() {
        dataset.begin(ReadWrite.READ);
        try {
            LimitExceeded refusal =
                    assertThrows(
                            LimitExceeded.class,
                            () -> {
                                for (int i = 0; i <= EndpointDataset.MOST_UNREAD; i++) {
                                    dataset.getDefaultGraph().find(Node.ANY, LABEL, Node.ANY);
                                }
                            });
            assertTrue(refusal.isOwn());
        } finally {
            dataset.end();
        }
    }
}
