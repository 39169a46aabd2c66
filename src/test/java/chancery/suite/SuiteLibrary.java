package chancery.suite;

import chancery.table.FolderLibrary;
import chancery.table.Library;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// The folder of the official tests as the web would serve it: no request leaves this machine.
///
/// @param folder stands for [#BASE]
/// @param linked the document that comes with a `Link` header
/// @param link that header; `""` if there is none
record SuiteLibrary(FolderLibrary folder, String linked, String link) implements Library {
    static final String BASE = "http://www.w3.org/2013/csvw/tests/";
    private static final String SITE_CONFIGURATION = "http://www.w3.org/.well-known/csvm";
    private static final String PLACES =
            """
            {+url}-metadata.json
            csv-metadata.json
            {+url}.json
            csvm.json
            """;

    static SuiteLibrary of(Path folder, String linked, String link) {
        return new SuiteLibrary(new FolderLibrary(BASE, folder), linked, link);
    }

    @Override
    public Document open(String iri) throws IOException {
        if (iri.equals(SITE_CONFIGURATION)) {
            byte[] places = PLACES.getBytes(StandardCharsets.UTF_8);
            return new Document(new ByteArrayInputStream(places), "text/plain", "", List.of());
        }
        Document document = folder.open(iri);
        return link.isEmpty() || !iri.equals(linked)
                ? document
                : new Document(document.content(), document.mediaType(), "", List.of(link));
    }

    @Override
    public String name(String iri) {
        return iri.startsWith(BASE) ? iri.substring(BASE.length()) : iri;
    }
}
