package chancery.cli;

import chancery.table.Library;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files of this machine under the IRIs that they have for the world, one of which may be on
/// standard input.
///
/// @param files under their `file:` IRIs
/// @param folder the `file:` IRI of a folder, with `/` at its end
/// @param published what stands in the place of `folder`
/// @param given the IRI of what is on standard input; null if nothing is
record PublishedFiles(
        Library files, String folder, String published, @Nullable String given, InputStream in)
        implements Library {

    @Override
    public Document open(String iri) throws IOException {
        if (iri.equals(given)) {
            return new Document(new Unclosed(in), "text/csv", "", List.of());
        }
        return files.open(local(iri));
    }

    @Override
    public String name(String iri) {
        return iri.equals(given) ? "standard input" : files.name(local(iri));
    }

    /// What has this IRI is on standard input.
    PublishedFiles withGiven(String iri) {
        return new PublishedFiles(files, folder, published, iri, in);
    }

    String published(String local) {
        return local.startsWith(folder) ? published + local.substring(folder.length()) : local;
    }

    private String local(String iri) {
        return iri.startsWith(published) ? folder + iri.substring(published.length()) : iri;
    }

    /// A table is opened once to see what it is, and then to be read.
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, length);
        }

        @Override
        public void close() {}
    }
}
