package chancery.release.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedIndexTest {
    private final Random random = new Random(2);

    /// With 60,000 the trees are three pages deep; several transactions leave copied pages.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 60_000})
    void everyPatternFindsInEveryIndexWhatJenaFindsInTheSameOrder(int size, @TempDir Path folder) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        try {
            for (int part = 0; part < 3; part++) {
                dataset.executeWrite(() -> fill(dataset, size / 3 + 1, size));
            }
            DatasetGraphTDB storage = TDBInternal.getDatasetGraphTDB(dataset);
            List<TupleTable> tables =
                    List.of(
                            storage.getTripleTable().getNodeTupleTable().getTupleTable(),
                            storage.getQuadTable().getNodeTupleTable().getTupleTable());
            FinishedIndex.putInto(dataset);
            Txn.executeRead(dataset, () -> tables.forEach(this::compare));
        } finally {
            TDBInternal.expel(dataset);
        }
    }

    @Test
    void whatIsFinishedRefusesToBeChanged(@TempDir Path folder) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        try {
            dataset.executeWrite(() -> fill(dataset, 10, 10));
            FinishedIndex.putInto(dataset);
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> dataset.executeWrite(() -> fill(dataset, 10, 10)));
        } finally {
            TDBInternal.expel(dataset);
        }
    }

    private void compare(TupleTable table) {
        for (TupleIndex index : table.getIndexes()) {
            assertTrue(index instanceof FinishedIndex, index.getName());
            TupleIndex jenas = index.wrapped();
            assertTrue(jenas instanceof TupleIndexRecord, index.getName());
            List<Tuple<NodeId>> all = read(jenas.all());
            assertEquals(all, read(index.all()), index.getName());
            for (int i = 0; i < 200 && !all.isEmpty(); i++) {
                Tuple<NodeId> there = all.get(random.nextInt(all.size()));
                Tuple<NodeId> other = all.get(random.nextInt(all.size()));
                NodeId[] pattern = new NodeId[there.len()];
                for (int slot = 0; slot < pattern.length; slot++) {
                    // of one tuple, or by chance of another, or anything
                    int choice = random.nextInt(8);
                    pattern[slot] =
                            choice < 3 ? NodeId.NodeIdAny : (choice < 7 ? there : other).get(slot);
                }
                Tuple<NodeId> wanted = TupleFactory.create(pattern);
                List<Tuple<NodeId>> expected = read(jenas.find(wanted));
                if (!expected.isEmpty() && isWhole(wanted)) {
                    // Jena 5.6.0 gives that back in the order of the index
                    expected = List.of(wanted);
                }
                assertEquals(
                        expected, read(index.find(wanted)), () -> index.getName() + " " + wanted);
            }
        }
    }

    private static boolean isWhole(Tuple<NodeId> pattern) {
        return pattern.stream().noneMatch(NodeId::isAny);
    }

    private static List<Tuple<NodeId>> read(Iterator<Tuple<NodeId>> tuples) {
        List<Tuple<NodeId>> all = new ArrayList<>();
        tuples.forEachRemaining(all::add);
        return all;
    }

    private void fill(DatasetGraph dataset, int count, int size) {
        for (int i = 0; i < count; i++) {
            Node object =
                    random.nextBoolean()
                            ? NodeFactory.createLiteralString("text " + random.nextInt(size + 1))
                            : NodeConst.nodeTrue;
            dataset.add(
                    random.nextInt(3) == 0 ? Quad.defaultGraphNodeGenerated : iri("g", 4),
                    iri("s", size / 5 + 1),
                    iri("p", 7),
                    random.nextInt(4) == 0 ? iri("s", size / 5 + 1) : object);
        }
    }

    private Node iri(String kind, int of) {
        return NodeFactory.createURI("https://x.example/" + kind + random.nextInt(of));
    }
}
