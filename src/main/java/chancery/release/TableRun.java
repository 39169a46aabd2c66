package chancery.release;

import chancery.release.sort.EntrySort;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Triple;

/// The triples of one large table on their way into a release, where they stand in the default
/// graph alone; see [ReleaseBuild#table].
public final class TableRun {
    private final EntrySort triples;
    private final BiConsumer<Triple, EntrySort> put;
    private final Kept kept;

    /// Keeps the triples, and puts them into the release.
    @FunctionalInterface
    interface Kept {
        void keep(EntrySort triples, String key, byte[] notes) throws IOException;
    }

    TableRun(EntrySort triples, BiConsumer<Triple, EntrySort> put, Kept kept) {
        this.triples = triples;
        this.put = put;
        this.kept = kept;
    }

    /// Takes a triple; in any order, and more than once.
    ///
    /// It throws [java.io.UncheckedIOException] when there is no room for it on the disk, say.
    public void triple(Triple triple) {
        put.accept(triple, triples);
    }

    /// Ends the table: its triples are in the release, but nothing is kept for later builds.
    public void take() throws IOException {
        kept.keep(triples, "", new byte[0]);
    }

    /// Ends the table: its triples are in the release, and kept for later builds.
    ///
    /// @param key of all that the triples depend on, hexadecimal
    /// @param notes for [ReleaseBuild#mappedBefore] to give back
    public void keep(String key, byte[] notes) throws IOException {
        kept.keep(triples, key, notes);
    }
}
