package chancery.spark;

import chancery.table.Library;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Sees which documents tell what tables are, so that all machines can be held to the same ones.
///
/// The standard goes on without metadata that cannot be read; here what is there and cannot be read
/// ends the reading, for it may be readable the next time, or for another machine. Used by one
/// thread.
final class MetadataSeen implements Library {
    private final Library files;
    private final String table;
    private final MessageDigest seen;
    private boolean ended;

    /// @param table IRI of a document that is no metadata, `""` if there is none
    MetadataSeen(Library files, String table) {
        this.files = files;
        this.table = table;
        try {
            this.seen = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public Document open(String iri) throws IOException {
        if (ended || iri.equals(table)) {
            return files.open(iri);
        }
        try (Document document = files.open(iri)) {
            byte[] content = document.content().readAllBytes();
            seen.update((iri + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            seen.update(content);
            return new Document(
                    new ByteArrayInputStream(content),
                    document.mediaType(),
                    document.language(),
                    document.links());
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name(String iri) {
        return files.name(iri);
    }

    /// What all documents opened so far are told by; those opened from now on are passed on.
    String digest() {
        ended = true;
        return HexFormat.of().formatHex(seen.digest());
    }
}
