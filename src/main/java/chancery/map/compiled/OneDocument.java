package chancery.map.compiled;

import chancery.table.Library;
import java.io.InputStream;

/// A library that has one document, which is open.
///
/// @param library tells the name
/// @param content what is read in the place of the document's own
record OneDocument(Library library, Library.Document document, InputStream content)
        implements Library {
    @Override
    public Document open(String iri) {
        return new Document(content, document.mediaType(), document.language(), document.links());
    }

    @Override
    public String name(String iri) {
        return library.name(iri);
    }
}
