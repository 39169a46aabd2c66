package chancery.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/// A TDB2 database that is filled once, with triples in its default graph, as they come.
public final class TripleStore {
    private TripleStore() {}

    /// Gives triples, one after another.
    @FunctionalInterface
    public interface Feed {
        /// @return whether all could be given; if not, no database comes of it
        boolean into(Consumer<Triple> store) throws IOException;
    }

    /// Makes a database; it is there as a whole or not at all.
    ///
    /// @param folder not there yet, or empty
    /// @return what the feed returned
    /// @throws ReleaseRefused if there is something in the folder already
    public static boolean load(Path folder, Feed feed) throws IOException, ReleaseRefused {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new ReleaseRefused(
                    folder + ": found files in it, expected an empty folder or none");
        }
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        delete(part);
        Files.createDirectories(part);
        boolean whole = false;
        try {
            whole = write(part, feed);
            if (whole) {
                Files.deleteIfExists(folder);
                Files.move(part, folder);
            }
            return whole;
        } finally {
            if (!whole) {
                delete(part);
            }
        }
    }

    private static boolean write(Path folder, Feed feed) throws IOException {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        try {
            DataLoader loader = LoaderFactory.parallelLoader(dataset, (format, values) -> {});
            loader.startBulk();
            boolean whole;
            try {
                whole = feed.into(loader.stream()::triple);
                loader.finishBulk();
            } catch (RuntimeException | IOException e) {
                loader.finishException(
                        e instanceof RuntimeException r ? r : new IllegalStateException(e));
                throw e;
            }
            return whole;
        } finally {
            TDBInternal.expel(dataset);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
