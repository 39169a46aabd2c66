package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.guard.endpoint.EndpointAddress;
import chancery.guard.endpoint.EndpointFailure;
import chancery.guard.endpoint.StoreEndpoint;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A store behind the server that is not there, or answers what is no whole answer.
@Timeout(120)
class EndpointFaultsTest {
    private static final String JSON =
            "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json";
    private static final String ROW =
            "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":["
                    + "{\"s\":{\"type\":\"uri\",\"value\":\"http://example.org/a\"}}";

    /// Longer than any test takes.
    private static final int SECONDS = 3600;

    private static StoreEndpoint at(String address) {
        return new StoreEndpoint(EndpointAddress.of(address, Optional.empty()), SECONDS, 1_000_000);
    }

    private static QueryExec query(StoreEndpoint endpoint) {
        return endpoint.query(
                QueryFactory.create("SELECT ?s { ?s ?p ?o }"), List.of(), List.of(), new Context());
    }

    private static void readAll(StoreEndpoint endpoint) {
        try (QueryExec query = query(endpoint)) {
            query.select().materialize();
        }
    }

    private static EndpointFailure failure(String address) {
        try (StoreEndpoint endpoint = at(address)) {
            return assertThrows(EndpointFailure.class, () -> readAll(endpoint));
        }
    }

    private static void assertFailed(String reason, EndpointFailure failure) {
        assertEquals("endpoint: " + reason, failure.publicReason());
        assertEquals(EndpointFailure.Kind.FAILED, failure.kind());
    }

    @Test
    void aHostThatTakesNoConnectionIsGone() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(ServiceConnectionTest.fill(full, waiting), "the socket's queue is full");
            String address =
                    "http://%s:%d/sparql"
                            .formatted(full.getInetAddress().getHostAddress(), full.getLocalPort());
            EndpointFailure failure = failure(address);
            assertEquals("endpoint: found nobody there", failure.publicReason());
            assertEquals(EndpointFailure.Kind.GONE, failure.kind());
            try (StoreEndpoint endpoint = at(address)) {
                EndpointFailure atStart = endpoint.obstacle("https://example.org/r").orElseThrow();
                assertEquals(EndpointFailure.Kind.GONE, atStart.kind());
            }
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsTold(@TempDir Path folder) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpsServer server =
                ServiceConnectionTest.serve(
                        Certificate.make(folder.resolve("own.p12"), "dns:localhost"), asked);
        try {
            assertFailed(
                    "found it to show a certificate that is not trusted, expected one that is",
                    failure("https://localhost:" + server.getAddress().getPort() + "/sparql"));
            assertEquals(0, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ROW, ROW + "]", ROW + "]}}<p>Out of memory", ROW + ",", "junk", "{}{}"})
    void whatIsNoWholeAnswerIsTheStoresFault(String body) throws Exception {
        try (ForeignServer store = ForeignServer.saying(JSON, body)) {
            assertFailed(
                    "found an answer that breaks off or is none, expected a whole one",
                    failure(store.address()));
        }
    }

    @Test
    void aLongerAnswerThanIsReadIsTheStoresFault() throws Exception {
        String long1 = ROW + "],\"more\":\"" + "a".repeat(1_000_000) + "\"}}";
        try (ForeignServer store = ForeignServer.saying(JSON, long1)) {
            assertFailed("found a longer answer than is read", failure(store.address()));
        }
    }

    /// As Virtuoso tells of it, with what it had found until then.
    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "206 Partial Content"})
    void aPartOfAnAnswerIsNotTakenForTheWhole(String status) throws Exception {
        String head = JSON.replace("200 OK", status) + "\r\nX-SQL-State: S1TAT";
        try (ForeignServer store = ForeignServer.saying(head, ROW + "]}}")) {
            assertFailed(
                    "found a part of an answer, expected all of it: its own time was over",
                    failure(store.address()));
        }
    }

    @Test
    void aStoreThatBreaksOffAtOnceIsAskedOnce() throws Exception {
        try (ForeignServer store = new ForeignServer(out -> {})) {
            assertEquals(EndpointFailure.Kind.FAILED, failure(store.address()).kind());
            assertEquals(1, store.requests().size());
        }
    }

    @Test
    void aQueryCanBeCancelledBeforeItsAnswerBegins() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        ForeignServer.Script silent =
                out -> {
                    asked.countDown();
                    over.await();
                };
        try (ForeignServer store = new ForeignServer(silent);
                StoreEndpoint endpoint = at(store.address());
                QueryExec query = query(endpoint)) {
            FutureTask<Void> running =
                    new FutureTask<>(
                            () -> {
                                query.select();
                                return null;
                            });
            Thread.ofPlatform().daemon().start(running);
            asked.await();
            query.abort();
            ExecutionException ended = assertThrows(ExecutionException.class, running::get);
            assertInstanceOf(QueryCancelledException.class, ended.getCause());
            assertFalse(ended.getCause() instanceof EndpointFailure);
        } finally {
            over.countDown();
        }
    }

    @Test
    void aQueryThatWasCancelledIsNotSent() throws IOException {
        try (ForeignServer store = ForeignServer.saying(JSON, ROW + "]}}");
                StoreEndpoint endpoint = at(store.address());
                QueryExec query = query(endpoint)) {
            query.abort();
            assertThrows(QueryCancelledException.class, query::select);
            assertEquals(List.of(), store.requests());
        }
    }
}
