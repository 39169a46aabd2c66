package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.guard.Guard;
import chancery.guard.Limits;
import chancery.guard.Watchdog;
import chancery.release.Release;
import chancery.release.ReleaseQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexWrapper;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;

/// How much of the release the example queries look at, in look-ups and in entries of its indexes.
class QueriesReadLittleTest {
    /// Those that count claims of all sources.
    private static final int THAT_COUNT = 6;

    @Test
    void noneReadsHalfOfTheReleaseAndHardlyAnyAnEighth() throws Exception {
        try (Release release = Release.open(SeedRelease.folder());
                Guard guard = new Guard(Limits.standard())) {
            long all =
                    release.read(data -> storage(data).getTripleTable().getNodeTupleTable().size());
            AtomicLong read = new AtomicLong();
            release.read(data -> count(storage(data), read));
            Map<String, Long> much = new TreeMap<>();
            for (String name : QueriesTest.run()) {
                ReleaseQuery query =
                        ReleaseQuery.parse(Files.readString(Path.of("queries", name + ".rq")));
                read.set(0);
                release.read(data -> run(guard, data, query));
                long answers = Files.readAllLines(Path.of("queries", name + ".csv")).size() - 1L;
                // what asks for a term that no triple has reads none
                assertTrue(read.get() > 0 || answers == 0, name + " was not counted");
                assertTrue(read.get() < all / 2, name + " reads " + read + " of " + all);
                if (read.get() > all / 8) {
                    much.put(name, read.get());
                }
            }
            assertTrue(much.size() <= THAT_COUNT, much + " of " + all);
        }
    }

    @Test
    void whatIsReadIsCounted() throws Exception {
        try (Release release = Release.open(SeedRelease.folder());
                Guard guard = new Guard(Limits.standard())) {
            AtomicLong read = new AtomicLong();
            release.read(data -> count(storage(data), read));
            String label = "<http://www.w3.org/2000/01/rdf-schema#label>";
            ReleaseQuery query = ReleaseQuery.parse("SELECT * { ?s " + label + " ?o }");
            long rows = release.read(data -> run(guard, data, query));
            assertEquals(rows + 1, read.get());
        }
    }

    private static long run(Guard guard, DatasetGraph data, ReleaseQuery query) {
        Context context = guard.restrict(data.getContext());
        query.chooseGraph(context);
        try (QueryExec run =
                QueryExec.dataset(data).query(query.query()).context(context).build()) {
            Watchdog.Watch watch = guard.watch(run);
            RowSet rows = run.select();
            long count = 0;
            for (; rows.hasNext(); rows.next()) {
                count++;
            }
            watch.close();
            return count;
        }
    }

    private static DatasetGraphTDB storage(DatasetGraph data) {
        return TDBInternal.getDatasetGraphTDB(data);
    }

    private static boolean count(DatasetGraphTDB storage, AtomicLong read) {
        for (TupleTable table :
                List.of(
                        storage.getTripleTable().getNodeTupleTable().getTupleTable(),
                        storage.getQuadTable().getNodeTupleTable().getTupleTable())) {
            for (int i = 0; i < table.numIndexes(); i++) {
                table.setTupleIndex(i, new Counted(table.getIndex(i), read));
            }
        }
        return true;
    }

    /// A look-up is one, an entry is one.
    private static final class Counted extends TupleIndexWrapper {
        private final AtomicLong read;

        Counted(TupleIndex index, AtomicLong read) {
            super(index);
            this.read = read;
        }

        @Override
        public Iterator<Tuple<NodeId>> find(Tuple<NodeId> pattern) {
            read.incrementAndGet();
            return counted(super.find(pattern));
        }

        @Override
        public Iterator<Tuple<NodeId>> all() {
            read.incrementAndGet();
            return counted(super.all());
        }

        private Iterator<Tuple<NodeId>> counted(Iterator<Tuple<NodeId>> entries) {
            return Iter.map(
                    entries,
                    entry -> {
                        read.incrementAndGet();
                        return entry;
                    });
        }
    }
}
