package chancery.release.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.block.BlockMgr;
import org.apache.jena.dboe.base.block.BlockMgrFactory;
import org.apache.jena.dboe.base.file.BufferChannel;
import org.apache.jena.dboe.base.file.FileFactory;
import org.apache.jena.dboe.base.file.FileSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.sys.SystemIndex;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/// Writes the B+trees of a database anew, with full pages.
///
/// A tree that grew has pages that are about half full, for each was cut in two when it was. What
/// is written once and read for ever need not keep the other half: the files of the indexes become
/// half as long, and a scan reads half as many pages.
public final class PackedTrees {
    private static final String FRESH = "packed-";

    private PackedTrees() {}

    private record Stored(String name, BPlusTree tree) {}

    /// Writes packed trees beside those of a database that nobody writes to. They take the place of
    /// the others by [#replace].
    ///
    /// @param dataset a TDB2 database, opened
    /// @param told    of the name of each tree before it is written
    public static void write(DatasetGraph dataset, Consumer<String> told) {
        DatasetGraphTDB storage = TDBInternal.getDatasetGraphTDB(dataset);
        Location folder = storage.getLocation();
        Txn.executeRead(
                dataset,
                () -> {
                    for (Stored stored : trees(storage)) {
                        told.accept(stored.name());
                        write(folder, stored);
                    }
                });
    }

    private static List<Stored> trees(DatasetGraphTDB storage) {
        List<Stored> trees = new ArrayList<>();
        add(storage.getTripleTable().getNodeTupleTable().getTupleTable(), trees);
        add(storage.getQuadTable().getNodeTupleTable().getTupleTable(), trees);
        if (storage.getTripleTable().getNodeTupleTable().getNodeTable().baseNodeTable()
                        instanceof NodeTableTRDF nodes
                && nodes.getIndex() instanceof BPlusTree tree) {
            trees.add(new Stored(Names.nodeTableBaseName, tree));
        }
        return trees;
    }

    private static void add(TupleTable table, List<Stored> trees) {
        for (TupleIndex index : table.getIndexes()) {
            if (index instanceof TupleIndexRecord records
                    && records.getRangeIndex() instanceof BPlusTree tree) {
                trees.add(new Stored(index.getName(), tree));
            }
        }
    }

    private static void write(Location folder, Stored stored) {
        FileSet files = new FileSet(folder, FRESH + stored.name());
        BufferChannel state = FileFactory.createBufferChannel(files, Names.extBptState);
        BPlusTree from = stored.tree();
        BPlusTree packed =
                BPlusTreeRewriter.packIntoBPlusTree(
                        from.iterator(),
                        from.getParams(),
                        from.getRecordFactory(),
                        state,
                        pages(files, Names.extBptTree),
                        pages(files, Names.extBptRecords));
        packed.nonTransactional();
        packed.sync();
        packed.close();
    }

    private static BlockMgr pages(FileSet files, String ending) {
        return BlockMgrFactory.create(
                files,
                ending,
                SystemIndex.BlockSize,
                SystemIndex.BlockReadCacheSize,
                SystemIndex.BlockWriteCacheSize);
    }

    /// Puts the trees that [#write] wrote in the place of the others.
    ///
    /// @param folder with the files of the database, which nobody has open
    public static void replace(Path folder) throws IOException {
        List<Path> fresh;
        try (Stream<Path> files = Files.list(folder)) {
            fresh = files.filter(file -> file.getFileName().toString().startsWith(FRESH)).toList();
        }
        for (Path file : fresh) {
            String name = file.getFileName().toString().substring(FRESH.length());
            Files.move(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
