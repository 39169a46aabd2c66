package chancery.guard.run;

import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.atlas.data.DistinctDataBag;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.system.SerializationFactoryFinder;

/// The files of Jena's bags, so that they are gone whatever ends a query: a bag that is closed
/// while it is being filled or merged leaves some behind.
final class SpilledFiles implements AutoCloseable {
    private final List<File> files = new ArrayList<>();
    private final Consumer<SpilledFiles> whenClosed;
    private boolean isClosed;

    SpilledFiles(Consumer<SpilledFiles> whenClosed) {
        this.whenClosed = whenClosed;
    }

    private synchronized void add(File file) {
        if (isClosed) {
            delete(file);
        } else {
            files.add(file);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        files.forEach(SpilledFiles::delete);
        files.clear();
        whenClosed.accept(this);
    }

    private static void delete(File file) {
        if (!file.delete()) {
            // the bag itself deleted it, or will at the end of the process
            file.deleteOnExit();
        }
    }

    /// In an order, all of them.
    SortedDataBag<Binding> sorted(ByteThreshold threshold, Comparator<Binding> order) {
        return new SortedDataBag<>(
                threshold, SerializationFactoryFinder.bindingSerializationFactory(), order) {
            @Override
            protected void registerSpillFile(File file) {
                add(file);
                super.registerSpillFile(file);
            }

            private void add(File file) {
                SpilledFiles.this.add(file);
            }
        };
    }

    /// Each once.
    DistinctDataBag<Binding> distinct(ByteThreshold threshold, Comparator<Binding> order) {
        return new DistinctDataBag<>(
                threshold, SerializationFactoryFinder.bindingSerializationFactory(), order) {
            @Override
            protected void registerSpillFile(File file) {
                add(file);
                super.registerSpillFile(file);
            }

            private void add(File file) {
                SpilledFiles.this.add(file);
            }
        };
    }
}
