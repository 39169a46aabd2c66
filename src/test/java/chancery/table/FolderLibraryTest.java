package chancery.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderLibraryTest {
    @TempDir private Path folder;

    private FolderLibrary library() throws IOException {
        Files.createDirectories(folder.resolve("in/deep"));
        Files.writeString(folder.resolve("secret.csv"), "secret");
        Files.writeString(folder.resolve("in/deep/a b.csv"), "found");
        Files.writeString(folder.resolve("in/t.tsv"), "found");
        return new FolderLibrary("http://example.org/t/", folder.resolve("in"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/t/deep/a%20b.csv, text/csv",
        "http://example.org/t/deep/a%20b.csv?of=2002, text/csv",
        "http://example.org/t/t.tsv, text/tab-separated-values",
    })
    void whatLiesBelowIsFound(String iri, String mediaType) throws IOException {
        try (Library.Document document = library().open(iri)) {
            assertEquals(
                    "found", new String(document.content().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(mediaType, document.mediaType());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/t/none.csv",
                "http://example.org/t/",
                "http://example.org/t/../secret.csv",
                "http://example.org/t/%2E%2E/secret.csv",
                "http://example.org/t/deep/../../secret.csv",
                "http://example.com/t/t.tsv",
            })
    void nothingElseIs(String iri) throws IOException {
        FolderLibrary library = library();
        assertThrows(NoSuchFileException.class, () -> library.open(iri));
    }
}
