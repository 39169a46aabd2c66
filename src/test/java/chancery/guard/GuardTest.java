package chancery.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chancery.guard.client.Admission;
import chancery.guard.client.Budget;
import chancery.guard.client.Client;
import org.apache.jena.atlas.AtlasException;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuardTest {
    @Test
    void functionOffTheListIsRefusedByName() {
        AllowedFunctions functions = new AllowedFunctions(FunctionRegistry.get());
        RefusedFunction e = assertThrows(RefusedFunction.class, () -> functions.get("java:x.Y"));
        assertEquals(
                "function <java:x.Y>: found one that is not on the list, expected a built-in"
                        + " function, an XML Schema cast or an XPath function",
                e.getMessage());
        assertFalse(functions.isRegistered("http://jena.apache.org/ARQ/function#wait"));
        assertNotNull(functions.get("http://www.w3.org/2001/XMLSchema#integer"));
    }

    @Test
    void placesThatAreGivenBackAreFreeAgain() {
        try (Guard guard = new Guard(Limits.standard().withMaxConcurrent(1), Budget.standard())) {
            for (int i = 0; i < 3; i++) {
                Client client = Client.connecting("198.51.100.7");
                assertInstanceOf(Admission.Place.class, guard.enter(client)).close();
            }
        }
    }

    @Test
    void sortingIsStoppedWhenTheTimeIsOver() {
        DatasetGraph dataset = DatasetGraphFactory.create();
        for (int i = 0; i < 400; i++) {
            dataset.add(SSE.parseQuad("(_ <x:s%d> <x:p> %d)".formatted(i, i)));
        }
        try (Guard guard = new Guard(Limits.standard().withTimeoutSeconds(1), Budget.standard());
                QueryExec run =
                        QueryExec.dataset(dataset)
                                .query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i")
                                .context(guard.restrict(ARQ.getContext()))
                                .build()) {
            Watchdog.Watch watch = guard.watch(run);
            RowSet rows = run.select();
            RuntimeException failure = assertThrows(RuntimeException.class, rows::hasNext);
            assertInstanceOf(QueryCancelledException.class, watch.reason(failure));
            // A sort looks at the clock itself and may find the time over before the watch does.
            RuntimeException closed = new AtlasException("SortedDataBag is closed");
            RuntimeException reason = watch.reason(closed);
            while (reason.equals(closed)) {
                Thread.onSpinWait();
                reason = watch.reason(closed);
            }
            assertInstanceOf(QueryCancelledException.class, reason);
            assertSame(closed, reason.getCause());
            watch.close();
        }
    }

    @Test
    void aQueryThatFailsInTimeFailsForItsOwnReason() {
        try (Guard guard = new Guard(Limits.standard().withTimeoutSeconds(60), Budget.standard());
                QueryExec run =
                        QueryExec.dataset(DatasetGraphFactory.empty())
                                .query("ASK {}")
                                .context(guard.restrict(ARQ.getContext()))
                                .build();
                Watchdog.Watch watch = guard.watch(run)) {
            RuntimeException failure = new AtlasException("broken");
            assertSame(failure, watch.reason(failure));
        }
    }

    @Test
    void limitOfNothingIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> Limits.standard().withTimeoutSeconds(0));
    }
}
