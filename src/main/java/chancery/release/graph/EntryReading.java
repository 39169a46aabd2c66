package chancery.release.graph;

import chancery.release.sort.EntryCursor;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Goes over sorted entries, once, and makes something of each.
///
/// As an iterator it throws [UncheckedIOException] when it cannot read on.
public final class EntryReading<T> implements Iterator<T>, Closeable {
    private final EntryCursor entries;
    private final Function<byte[], T> made;
    private byte @Nullable [] next;

    EntryReading(EntryCursor entries, Function<byte[], T> made) throws IOException {
        this.entries = entries;
        this.made = made;
        this.next = entries.next();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public T next() {
        byte[] entry = next;
        if (entry == null) {
            throw new NoSuchElementException();
        }
        try {
            next = entries.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made.apply(entry);
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
