package chancery.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Where tables and their metadata are found by their IRIs.
public interface Library {
    /// Opens a document; the caller closes it.
    ///
    /// @param iri absolute, without fragment
    /// @throws java.nio.file.NoSuchFileException if there is none
    Document open(String iri) throws IOException;

    /// The document's name as messages show it.
    String name(String iri);

    /// The bytes of a table, opened when they are asked for.
    default Source source(String iri) {
        return new Source(name(iri), () -> open(iri).content());
    }

    /// What came of opening, as far as HTTP would tell it.
    ///
    /// @param mediaType with its parameters, such as `text/csv;header=absent`; `""` if unknown
    /// @param language of the content; `""` if unknown
    /// @param links values of `Link` headers, as written
    record Document(InputStream content, String mediaType, String language, List<String> links)
            implements AutoCloseable {
        public Document {
            links = List.copyOf(links);
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
