package chancery.release;

import chancery.release.index.FinishedIndex;
import chancery.release.plan.CountedOrder;
import chancery.search.Deadline;
import chancery.search.SearchIndex;
import chancery.search.SparqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;

/// A release opened for reading: a hard-linked clone of its folder, so that the release itself is
/// never locked and may even be deleted meanwhile.
///
/// Thread-safe. [#close] shuts the database down and deletes the clone; who closes it sees to it
/// that nobody reads any more.
public final class Release implements AutoCloseable {
    static final String DATABASE = "tdb2";
    static final String DUMPS = "dumps";
    static final String TEXT = "text";
    static final String DESCRIPTION = "release.ttl";

    private final Path folder;
    private final Path clone;
    private final Description description;
    private final DatasetGraph dataset;
    private final Optional<SearchIndex> text;
    private final boolean isElsewhere;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private Release(
            Path folder,
            Path clone,
            Description description,
            DatasetGraph dataset,
            Optional<SearchIndex> text,
            boolean isElsewhere) {
        this.folder = folder;
        this.clone = clone;
        this.description = description;
        this.dataset = dataset;
        this.text = text;
        this.isElsewhere = isElsewhere;
    }

    /// @param folder a release's folder with `tdb2/`, `dumps/`, `release.ttl` and, if new enough,
    ///               `text/`
    /// @throws BrokenRelease if a part is missing or cannot be read
    /// @throws IOException   if the clone cannot be made (no room, say)
    public static Release open(Path folder) throws BrokenRelease, IOException {
        requireParts(folder, List.of(DATABASE, DUMPS, DESCRIPTION));
        Description description = DescriptionFile.read(folder.resolve(DESCRIPTION));
        Path clone = LinkedCopy.make(folder);
        try {
            return open(folder, clone, description);
        } catch (RuntimeException e) {
            // a damaged database fails in many ways, which have no common type
            LinkedCopy.delete(clone);
            throw new BrokenRelease(folder + ": found no readable database", e);
        }
    }

    /// Opens a release whose triples are read from somewhere else; its own database may be empty,
    /// and all other parts are as ever.
    ///
    /// @param store gives what is to be read instead
    /// @throws BrokenRelease as [#open]
    public static Release before(Path folder, Function<Description, DatasetGraph> store)
            throws BrokenRelease, IOException {
        requireParts(folder, List.of(DUMPS, DESCRIPTION));
        Description description = DescriptionFile.read(folder.resolve(DESCRIPTION));
        DatasetGraph dataset = store.apply(description);
        Path clone = LinkedCopy.make(folder);
        Optional<SearchIndex> text;
        try {
            Path index = clone.resolve(TEXT);
            text =
                    Files.isDirectory(index)
                            ? Optional.of(SearchIndex.open(index))
                            : Optional.empty();
        } catch (IOException | RuntimeException e) {
            LinkedCopy.delete(clone);
            throw e;
        }
        Release release = new Release(folder, clone, description, dataset, text, true);
        release.offerText(dataset.getContext());
        return release;
    }

    private static void requireParts(Path folder, List<String> parts) throws BrokenRelease {
        for (String part : parts) {
            if (!Files.exists(folder.resolve(part))) {
                throw new BrokenRelease(folder + ": found no " + part + ", expected all parts");
            }
        }
    }

    private static Release open(Path folder, Path clone, Description description)
            throws BrokenRelease {
        Path database = clone.resolve(DATABASE);
        DatasetGraph dataset =
                DatabaseConnection.connectCreate(
                                Location.create(database),
                                null,
                                CountedOrder.of(database.resolve("Data-0001")))
                        .getDatasetGraph();
        FinishedIndex.putInto(dataset);
        Optional<SearchIndex> text = openText(clone, dataset);
        Release release = new Release(folder, clone, description, dataset, text, false);
        release.offerText(dataset.getContext());
        try {
            if (release.read(d -> d.getDefaultGraph().stream().findFirst().isEmpty())) {
                release.close();
                throw new BrokenRelease(folder + ": found an empty database");
            }
            return release;
        } catch (RuntimeException e) {
            release.close();
            throw e;
        }
    }

    private static Optional<SearchIndex> openText(Path clone, DatasetGraph dataset)
            throws BrokenRelease {
        Path index = clone.resolve(TEXT);
        if (!Files.isDirectory(index)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SearchIndex.open(index));
        } catch (IOException e) {
            TDBInternal.expel(dataset, true);
            throw new UncheckedIOException(e);
        }
    }

    /// Whether all parts are there; says nothing of what is in them.
    static boolean isComplete(Path folder) {
        return Files.isDirectory(folder.resolve(DATABASE))
                && Files.isDirectory(folder.resolve(DUMPS))
                && Files.isRegularFile(folder.resolve(DESCRIPTION));
    }

    /// The database; read it inside a transaction, or by [#read].
    public DatasetGraph dataset() {
        if (!open.get()) {
            throw new IllegalStateException("release " + description.id() + " is closed");
        }
        return dataset;
    }

    public Description description() {
        return description;
    }

    /// The index of its names and gists; none in a release made before there was one.
    public Optional<SearchIndex> text() {
        return text;
    }

    /// Lets queries of this context use `text:query`; without that, one would find everything. The
    /// context of the database has it already, that of a dataset made from it has not.
    public void offerText(Context context) {
        offerText(context, Deadline.none());
    }

    /// The same, for a query that has to be answered in time.
    public void offerText(Context context, Deadline deadline) {
        new SparqlText(text, description.id(), deadline).offerTo(context);
    }

    /// The folder from which it was opened; it may be gone by now.
    public Path folder() {
        return folder;
    }

    /// The dumps: those of the clone where links could be made, else those of the release.
    public Path dumps() {
        Path linked = clone.resolve(DUMPS);
        return Files.isDirectory(linked) ? linked : folder.resolve(DUMPS);
    }

    /// A folder for what is sorted, which is gone when the release is closed.
    Path sorting() throws IOException {
        return Files.createDirectory(clone.resolve("sort"));
    }

    /// Runs `reader` inside a read transaction. Its result must not depend on the transaction.
    public <T> T read(Function<DatasetGraph, T> reader) {
        DatasetGraph now = dataset();
        return Txn.calculateRead(now, () -> reader.apply(now));
    }

    /// Shuts the database down and deletes the clone. A second call does nothing.
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            text.ifPresent(SearchIndex::close);
            if (!isElsewhere) {
                TDBInternal.expel(dataset, true);
            }
            try {
                LinkedCopy.delete(clone);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
