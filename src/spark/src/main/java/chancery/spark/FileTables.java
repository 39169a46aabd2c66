package chancery.spark;

import chancery.table.FolderLibrary;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/// A folder of any file system that Hadoop knows, under the IRI where it is published.
///
/// @param folder ends in `/`
/// @param published stands in the place of `folder`
record FileTables(String folder, String published) implements Inputs.Input {
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
        String name = path.getName().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zip)$", "");
        try {
            return new Document(
                    PackInputs.source(path.toString()).open(),
                    FolderLibrary.mediaType(java.nio.file.Path.of(name)),
                    "",
                    List.of());
        } catch (FileNotFoundException e) {
            throw new NoSuchFileException(name(iri));
        }
    }

    @Override
    public InputStream from(String iri, long offset) throws IOException {
        if (isWhole(iri)) {
            InputStream in = open(iri).content();
            in.skipNBytes(offset);
            return in;
        }
        return from(path(iri), offset);
    }

    static InputStream from(Path path, long offset) throws IOException {
        FSDataInputStream in = system(path).open(path, 1 << 20);
        in.seek(offset);
        return in;
    }

    @Override
    public boolean isWhole(String iri) {
        return isPacked(iri);
    }

    /// What is packed cannot be read from its middle.
    static boolean isPacked(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") || name.endsWith(".zip");
    }

    private Path path(String iri) {
        return new Path(
                iri.startsWith(published) ? folder + iri.substring(published.length()) : iri);
    }

    @Override
    public String name(String iri) {
        return name(path(iri));
    }

    /// A file as messages show it.
    static String name(Path path) {
        String name = path.toString();
        return name.startsWith("file:") ? name.substring("file:".length()) : name;
    }
}
