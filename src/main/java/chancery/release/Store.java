package chancery.release;

import chancery.release.graph.EntryReading;
import chancery.release.graph.SortedGraph;
import chancery.release.index.PackedTrees;
import chancery.release.plan.Statistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.TableBase;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/// Writes the TDB2 database of a release: into an empty folder, in sorted order, the nodes by one
/// thread and each index by one of its own, so that the same quads give the same files.
final class Store {
    /// Room a release needs on disk: TDB2 grows its files in blocks of 8 MiB (sparse), and a write
    /// to a mapped file notices late that there is no room, so we look before.
    private static final long BYTES_A_QUAD = 700;

    /// Of GDELT's events the indexes as they grow and the terms took 150 bytes, packed indexes
    /// beside them take 72, and the dumps 60 meanwhile.
    private static final long BYTES_A_TRIPLE = 300;

    private static final String DATA = "Data-0001";
    private static final long BYTES_AT_LEAST = 64L << 20;

    private Store() {}

    /// @param census of all that is in the graph
    static void write(Path folder, SortedGraph graph, Census census, BuildProgress progress)
            throws IOException, ReleaseRefused {
        Files.createDirectories(folder);
        long wanted =
                BYTES_AT_LEAST + BYTES_A_TRIPLE * census.triples() + BYTES_A_QUAD * census.quads();
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < wanted) {
            throw new ReleaseRefused(
                    "%s: found %d MB free, expected at least %d MB for the release"
                            .formatted(folder.getParent(), usable >> 20, wanted >> 20));
        }
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        try {
            DataLoader loader = LoaderFactory.parallelLoader(dataset, (format, values) -> {});
            WatchedLoad.run(folder, () -> load(loader, graph, census, progress));
            PackedTrees.write(dataset, name -> progress.at("database, packing " + name, 0, -1));
        } finally {
            TDBInternal.expel(dataset);
        }
        PackedTrees.replace(folder.resolve(DATA));
        finish(folder, census, progress);
    }

    private static void finish(Path folder, Census census, BuildProgress progress)
            throws ReleaseRefused, IOException {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        try {
            progress.at("database, counting", 0, -1);
            checkCounts(folder, dataset, census.triples(), census.quads());
            Statistics.write(folder.resolve(DATA), dataset);
        } finally {
            TDBInternal.expel(dataset);
        }
        Files.deleteIfExists(folder.resolve("tdb.lock"));
        Files.deleteIfExists(folder.resolve(DATA).resolve("tdb.lock"));
    }

    private static void load(
            DataLoader loader, SortedGraph graph, Census census, BuildProgress progress) {
        loader.startBulk();
        try (EntryReading<Triple> triples = graph.triples();
                EntryReading<Quad> quads = graph.quads()) {
            progress.over(triples, "database, triples", census.triples())
                    .forEachRemaining(loader.stream()::triple);
            progress.over(quads, "database, quads", census.quads())
                    .forEachRemaining(loader.stream()::quad);
            progress.at("database, indexes", 0, -1);
            loader.finishBulk();
        } catch (IOException e) {
            loader.finishException(e);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            loader.finishException(e);
            throw e;
        }
    }

    /// Counts what is in each index: one that was not filled is noticed here, not by a user.
    private static void checkCounts(Path folder, DatasetGraph dataset, long triples, long quads)
            throws ReleaseRefused {
        DatasetGraphTDB storage = TDBInternal.getDatasetGraphTDB(dataset);
        List<String> wrong =
                Txn.calculateRead(
                        dataset,
                        () -> {
                            List<String> found = new ArrayList<>();
                            found.addAll(wrong(storage.getTripleTable(), triples));
                            found.addAll(wrong(storage.getQuadTable(), quads));
                            return found;
                        });
        if (!wrong.isEmpty()) {
            throw new ReleaseRefused(folder + ": found " + String.join("; ", wrong));
        }
    }

    private static List<String> wrong(TableBase table, long expected) {
        List<String> wrong = new ArrayList<>();
        for (TupleIndex index : table.getNodeTupleTable().getTupleTable().getIndexes()) {
            long size = index.size();
            if (size != expected) {
                wrong.add(
                        "%d entries in index %s, expected %d"
                                .formatted(size, index.getName(), expected));
            }
        }
        return wrong;
    }
}
