package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.GraphView;
import chancery.page.between.PairPage.Pair;
import chancery.page.between.Things;
import chancery.release.ReleaseFixture;
import chancery.view.PointOfView;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;

class KeptPairsTest {
    private static final Pair NORTH_SOUTH = new Pair("north", "south");

    private static Things crowd(int events) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(CrowdedPair.trig(events), Lang.TRIG)
                .base(ReleaseFixture.BASE)
                .parse(dataset);
        return Things.between(
                new GraphView(dataset, ReleaseFixture.BASE), NORTH_SOUTH, Optional.empty());
    }

    @Test
    void aPairIsReadOnceForEachPointOfView() {
        KeptPairs kept = new KeptPairs(1 << 20);
        AtomicInteger read = new AtomicInteger();
        Supplier<Things> reading =
                () -> {
                    read.incrementAndGet();
                    return crowd(3);
                };
        PointOfView gazette = PointOfView.of("gazette", "", "");
        Things plain = kept.of(PointOfView.PLAIN, NORTH_SOUTH, reading);
        Things ofGazette = kept.of(gazette, NORTH_SOUTH, reading);
        assertNotSame(plain, ofGazette);
        assertSame(plain, kept.of(PointOfView.PLAIN, NORTH_SOUTH, reading));
        assertSame(ofGazette, kept.of(gazette, NORTH_SOUTH, reading));
        assertEquals(2, read.get());
    }

    @Test
    void whatIsKeptStaysBelowItsBound() {
        Things some = crowd(100);
        KeptPairs kept = new KeptPairs(10 * some.bytes());
        for (int i = 0; i < 100; i++) {
            kept.of(PointOfView.PLAIN, new Pair("state" + i, "other"), () -> some);
        }
        assertTrue(kept.count() < 10, () -> kept.count() + " pairs");
        assertTrue(kept.count() > 0);
    }

    @Test
    void aPairTooLargeToBeKeptIsReadAllTheSame() {
        Things some = crowd(100);
        KeptPairs kept = new KeptPairs(some.bytes() / 2);
        assertSame(some, kept.of(PointOfView.PLAIN, NORTH_SOUTH, () -> some));
        assertEquals(0, kept.count());
    }
}
