package chancery.release.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexBase;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/// An index of triples or quads that does not change any more.
///
/// Jena makes an object for each page on the way down, since it may be about to change; here the
/// pages are read where they are.
public final class FinishedIndex extends TupleIndexBase {
    private final TupleIndex index;
    private final Tree tree;

    private FinishedIndex(TupleIndex index, Tree tree) {
        super(index.getTupleLength(), index.getMapping(), index.getName());
        this.index = index;
        this.tree = tree;
    }

    /// Puts such indexes into a database that nobody writes to any more.
    ///
    /// @param dataset a TDB2 database, opened
    public static void putInto(DatasetGraph dataset) {
        DatasetGraphTDB storage = TDBInternal.getDatasetGraphTDB(dataset);
        Txn.executeRead(
                dataset,
                () -> {
                    Path folder = Path.of(storage.getLocation().getDirectoryPath());
                    putInto(storage.getTripleTable().getNodeTupleTable().getTupleTable(), folder);
                    putInto(storage.getQuadTable().getNodeTupleTable().getTupleTable(), folder);
                });
    }

    private static void putInto(TupleTable table, Path folder) {
        for (int i = 0; i < table.numIndexes(); i++) {
            if (table.getIndex(i) instanceof TupleIndexRecord index
                    && index.getRangeIndex() instanceof BPlusTree stored) {
                int width = index.getTupleLength();
                int records = 2 * stored.getParams().getOrder() - 1;
                try {
                    Tree tree =
                            new Tree(folder, index.getName(), stored.getRootId(), width, records);
                    table.setTupleIndex(i, new FinishedIndex(index, tree));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    protected Iterator<Tuple<NodeId>> performFind(Tuple<NodeId> natural) {
        Tuple<NodeId> pattern = tupleMap.map(natural);
        int leading = 0;
        while (leading < tupleLength && !undef(pattern.get(leading))) {
            leading++;
        }
        long[] prefix = new long[leading];
        ByteBuffer bytes = ByteBuffer.allocate(NodeId.SIZE);
        for (int i = 0; i < leading; i++) {
            NodeIdFactory.set(pattern.get(i), bytes, 0);
            prefix[i] = bytes.getLong(0);
        }
        return new Found(tree.from(prefix), natural, leading, bytes);
    }

    @Override
    public Iterator<Tuple<NodeId>> all() {
        NodeId[] any = new NodeId[tupleLength];
        Arrays.fill(any, NodeId.NodeIdAny);
        return performFind(TupleFactory.create(any));
    }

    private final class Found implements Iterator<Tuple<NodeId>> {
        private final Tree.Cursor cursor;
        private final Tuple<NodeId> pattern;
        private final int leading;
        private final ByteBuffer bytes;
        private boolean isReady;
        private boolean isOver;

        Found(Tree.Cursor cursor, Tuple<NodeId> pattern, int leading, ByteBuffer bytes) {
            this.cursor = cursor;
            this.pattern = pattern;
            this.leading = leading;
            this.bytes = bytes;
        }

        @Override
        public boolean hasNext() {
            while (!isReady && !isOver) {
                isOver = !cursor.next();
                isReady = !isOver && hasTheRest();
            }
            return isReady;
        }

        /// Whether also what is given behind a gap in the pattern agrees.
        private boolean hasTheRest() {
            for (int i = leading + 1; i < tupleLength; i++) {
                NodeId wanted = tupleMap.mapSlot(i, pattern);
                if (!undef(wanted) && !wanted.equals(get(i))) {
                    return false;
                }
            }
            return true;
        }

        private NodeId get(int i) {
            bytes.putLong(0, cursor.get(i));
            return NodeIdFactory.get(bytes, 0);
        }

        @Override
        public Tuple<NodeId> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            NodeId[] ids = new NodeId[tupleLength];
            for (int i = 0; i < tupleLength; i++) {
                NodeId given = pattern.get(i);
                ids[i] = undef(given) ? get(tupleMap.unmapIdx(i)) : given;
            }
            return TupleFactory.create(ids);
        }
    }

    @Override
    protected void performAdd(Tuple<NodeId> tuple) {
        throw readOnly();
    }

    @Override
    protected void performDelete(Tuple<NodeId> tuple) {
        throw readOnly();
    }

    @Override
    public void addAll(Collection<Tuple<NodeId>> tuples) {
        throw readOnly();
    }

    @Override
    public void deleteAll(Collection<Tuple<NodeId>> tuples) {
        throw readOnly();
    }

    @Override
    public void clear() {
        throw readOnly();
    }

    private UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException(getName() + ": the database is finished");
    }

    /// Jena's, which its own shortcuts use.
    @Override
    public TupleIndex wrapped() {
        return index;
    }

    @Override
    public long size() {
        return index.size();
    }

    @Override
    public boolean isEmpty() {
        return index.isEmpty();
    }

    @Override
    public void sync() {
        index.sync();
    }

    @Override
    public void close() {
        index.close();
    }
}
