package chancery.spark;

import chancery.table.FolderLibrary;
import chancery.table.Library;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/// A folder of any file system that Hadoop knows, under the IRI where it is published.
///
/// @param folder ends in `/`
/// @param published stands in the place of `folder`
record FileTables(String folder, String published) implements Library {
    /// The file system of a path; which others there are, Hadoop's own configuration says.
    static FileSystem system(Path path) throws IOException {
        return path.getFileSystem(new Configuration());
    }

    /// The IRI of a file, absolute.
    static String iri(String file) {
        if (file.matches("[a-zA-Z][a-zA-Z0-9+.-]+:/.*")) {
            return file;
        }
        String iri = java.nio.file.Path.of(file).toAbsolutePath().normalize().toUri().toString();
        return iri;
    }

    @Override
    public Document open(String iri) throws IOException {
        Path path = path(iri);
        try {
            InputStream in = system(path).open(path);
            String name = path.getName().toLowerCase(Locale.ROOT);
            return new Document(
                    isPacked(iri) ? new GZIPInputStream(in, 1 << 16) : in,
                    FolderLibrary.mediaType(java.nio.file.Path.of(name.replaceFirst("\\.gz$", ""))),
                    "",
                    List.of());
        } catch (FileNotFoundException e) {
            throw new NoSuchFileException(name(iri));
        }
    }

    /// The bytes of a table from one on.
    InputStream from(String iri, long offset) throws IOException {
        if (isPacked(iri)) {
            InputStream in = open(iri).content();
            in.skipNBytes(offset);
            return in;
        }
        Path path = path(iri);
        FSDataInputStream in = system(path).open(path, 1 << 20);
        in.seek(offset);
        return in;
    }

    /// What is packed cannot be read from its middle.
    static boolean isPacked(String iri) {
        return iri.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private Path path(String iri) {
        return new Path(
                iri.startsWith(published) ? folder + iri.substring(published.length()) : iri);
    }

    @Override
    public String name(String iri) {
        String path = path(iri).toString();
        return path.startsWith("file:") ? path.substring("file:".length()) : path;
    }
}
