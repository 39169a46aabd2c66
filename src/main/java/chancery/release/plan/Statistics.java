package chancery.release.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;

/// The counts by which TDB2 orders the patterns of a query: of each predicate, each class, and each
/// predicate's triples of one subject and of one object on average.
///
/// They are those of the union of the named graphs, in which the default graph lies but for a few
/// graphs of its own kind. Read from two indexes, in their order; what is kept grows with the
/// numbers of predicates and classes alone.
public final class Statistics {
    /// TDB2 looks for it beside the indexes.
    static final String FILE = "stats.opt";

    private static final int SUBJECT = 1;
    private static final int PREDICATE = 2;
    private static final int OBJECT = 3;
    private static final int[] BY_OBJECT = {PREDICATE, OBJECT, SUBJECT};
    private static final int[] BY_SUBJECT = {SUBJECT, PREDICATE, OBJECT};

    private final NodeTable nodes;
    private final Map<NodeId, long[]> predicates = new HashMap<>();
    private final Map<NodeId, Long> classes = new HashMap<>();

    private Statistics(NodeTable nodes) {
        this.nodes = nodes;
    }

    /// Writes the file into a database that is open and has been filled.
    ///
    /// @param folder of the database's files
    public static void write(Path folder, DatasetGraph dataset) throws IOException {
        String text = Txn.calculateRead(dataset, () -> of(dataset));
        Files.writeString(folder.resolve(FILE), text);
    }

    private static String of(DatasetGraph dataset) {
        DatasetGraphTDB storage = TDBInternal.getDatasetGraphTDB(dataset);
        NodeTupleTable quads = storage.getQuadTable().getNodeTupleTable();
        Statistics counted = new Statistics(quads.getNodeTable());
        counted.countObjects(index("POSG", quads));
        counted.countSubjects(index("SPOG", quads));
        return counted.text();
    }

    private static TupleIndex index(String name, NodeTupleTable quads) {
        for (TupleIndex index : quads.getTupleTable().getIndexes()) {
            if (index.getName().equals(name)) {
                return index;
            }
        }
        throw new IllegalStateException("found no index " + name);
    }

    /// Triples, objects and classes.
    private void countObjects(TupleIndex index) {
        NodeId type = nodes.getNodeIdForNode(RDF.Nodes.type);
        Run run = new Run(BY_OBJECT);
        for (Iterator<Tuple<NodeId>> all = index.all(); all.hasNext(); ) {
            Tuple<NodeId> quad = all.next();
            int same = run.next(quad);
            if (same < BY_OBJECT.length) {
                long[] counts = of(quad.get(PREDICATE));
                counts[0]++;
                if (same < 2) {
                    counts[2]++;
                }
                if (quad.get(PREDICATE).equals(type)) {
                    classes.merge(quad.get(OBJECT), 1L, Long::sum);
                }
            }
        }
    }

    private void countSubjects(TupleIndex index) {
        Run run = new Run(BY_SUBJECT);
        for (Iterator<Tuple<NodeId>> all = index.all(); all.hasNext(); ) {
            Tuple<NodeId> quad = all.next();
            if (run.next(quad) < 2) {
                of(quad.get(PREDICATE))[1]++;
            }
        }
    }

    private long[] of(NodeId predicate) {
        return predicates.computeIfAbsent(predicate, id -> new long[3]);
    }

    private String text() {
        StatisticsText text = new StatisticsText();
        classes.forEach((id, count) -> text.ofClass(node(id), count));
        predicates.forEach(
                (id, counts) ->
                        text.ofPredicate(
                                node(id), new PredicateCount(counts[0], counts[1], counts[2])));
        return text.toString();
    }

    private Node node(NodeId id) {
        return nodes.getNodeForNodeId(id);
    }

    /// How much a quad has in common with the one before, from the left of an index.
    private static final class Run {
        private final int[] order;
        private final NodeId[] before;

        Run(int[] order) {
            this.order = order;
            this.before = new NodeId[order.length];
            Arrays.fill(before, NodeId.NodeIdAny);
        }

        int next(Tuple<NodeId> quad) {
            int same = 0;
            while (same < order.length && quad.get(order[same]).equals(before[same])) {
                same++;
            }
            for (int i = same; i < order.length; i++) {
                before[i] = quad.get(order[i]);
            }
            return same;
        }
    }
}
