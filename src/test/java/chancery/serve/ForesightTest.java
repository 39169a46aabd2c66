package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ForesightTest {
    @TempDir Path folder;

    private static Node id(String path) {
        return NodeFactory.createURI(ReleaseFixture.BASE + "id/" + path);
    }

    private Served open(String name) throws Exception {
        return Served.open(
                ReleaseFixture.write(folder.resolve(name), "r1", Gazette.TRIG + Gazette.DISPUTES));
    }

    @Test
    void whatWouldChangeIsKnownBeforeAnybodyAsks() throws Exception {
        Served served = open("served");
        try (Current current = new Current(served);
                Foresight foresight = new Foresight(current)) {
            Suppositions known = served.viewpoints().suppositions();
            assertFalse(known.knows(id("disagreement/01"), id("claim/02")));
            foresight.foresee(served);
            assertTrue(known.knows(id("disagreement/01"), id("claim/02")));
            assertTrue(known.knows(id("disagreement/02"), id("claim/03")));
            assertFalse(known.knows(id("disagreement/01"), id("claim/01")), "it is preferred");
        }
    }

    @Test
    void nothingIsWorkedOutOfAReleaseThatIsNotServedAnyMore() throws Exception {
        Served former = open("former");
        Served next = open("next");
        try (Current current = new Current(former);
                Foresight foresight = new Foresight(current)) {
            current.replace(next);
            foresight.foresee(former);
            assertFalse(
                    former.viewpoints()
                            .suppositions()
                            .knows(id("disagreement/01"), id("claim/02")));
        }
    }

    @Test
    void closingEndsItsThread() throws Exception {
        try (Current current = new Current(open("closed"))) {
            Foresight foresight = new Foresight(current);
            foresight.start();
            foresight.close();
            assertEquals(0, threads());
        }
    }

    @Test
    void aServerHasOneIfItIsToAndEndsIt() throws Exception {
        LiveServer server =
                LiveServer.with(
                        Gazette.TRIG, folder.resolve("live"), usual -> usual.withForesight());
        try {
            assertEquals(1, threads());
        } finally {
            server.close();
        }
        assertEquals(0, threads());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().equals("chancery-foresight"))
                .count();
    }
}
