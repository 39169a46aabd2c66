package chancery.spark;

import chancery.table.FolderLibrary;
import chancery.table.Source;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/// A folder of any file system that Hadoop knows, under the IRI where it is published. A table that
/// is not there but stands beside as `.gz` is read from that, as by `chancery map`; nothing of
/// another file system is ever asked for.
///
/// @param folder IRI, ends in `/`
/// @param published stands in the place of `folder`
record FileTables(String folder, String published) implements Inputs.Input {
    /// What stands before the path, and the path.
    private static final Pattern URL =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+:(?://[^/]*)?)(/.*)");

    private static final String COMPRESSED = ".gz";
    private static final int BUFFER = 1 << 20;

    /// The file system of a path; which others there are, Hadoop's own configuration says.
    static FileSystem system(Path path) throws IOException {
        return path.getFileSystem(new Configuration());
    }

    /// The IRI of a file, absolute.
    ///
    /// @param file a path, or a URL as Hadoop has it, in which nothing is encoded
    static String iri(String file) {
        Matcher url = URL.matcher(file);
        if (!url.matches() || url.group(1).startsWith("file:")) {
            String path = url.matches() ? url.group(2) : file;
            return java.nio.file.Path.of(path).toAbsolutePath().normalize().toUri().toString();
        }
        try {
            return url.group(1) + new URI("x", "x", url.group(2), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("any text can be encoded", e);
        }
    }

    /// The IRI of a file that is to be mapped: a compressed table is known by the name of what it
    /// holds, unless that is a file too or the metadata beside it are of the other name.
    static String known(String file) throws IOException {
        String iri = iri(file);
        if (!iri.endsWith(COMPRESSED)) {
            return iri;
        }
        String plain = iri.substring(0, iri.length() - COMPRESSED.length());
        return exists(place(plain)) || exists(place(iri + "-metadata.json")) ? iri : plain;
    }

    /// Where a file lies.
    ///
    /// @param iri of a file system that Hadoop knows; a query is no part of a file's name
    private static Path place(String iri) throws NoSuchFileException {
        Matcher url = URL.matcher(iri.replaceFirst("[?#].*", ""));
        if (!url.matches()) {
            throw new NoSuchFileException(iri);
        }
        return new Path(url.group(1) + decoded(url.group(2)).replace("\0", ""));
    }

    private static String decoded(String path) {
        try {
            return URI.create("x://x" + path).getPath();
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static boolean exists(Path path) throws IOException {
        return system(path).exists(path);
    }

    private static boolean isFile(Path path) throws IOException {
        try {
            return system(path).getFileStatus(path).isFile();
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /// A file as it was given, unpacked.
    ///
    /// @param given a path, or a URL of a file system that Hadoop knows
    static Source unpacked(String given) {
        String iri = iri(given);
        return Source.unpacked(new Source(shown(iri), () -> from(place(iri), 0)));
    }

    private static String shown(String iri) {
        try {
            return name(place(iri));
        } catch (NoSuchFileException e) {
            return iri;
        }
    }

    @Override
    public Document open(String iri) throws IOException {
        Path path = path(iri);
        if (!isFile(path)) {
            throw new NoSuchFileException(name(path));
        }
        String name = path.getName().toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zip)$", "");
        return new Document(
                Source.unpacked(new Source(name(path), () -> from(path, 0))).open(),
                FolderLibrary.mediaType(java.nio.file.Path.of(name)),
                "",
                List.of());
    }

    @Override
    public InputStream from(String iri, long offset) throws IOException {
        Path path = path(iri);
        if (isPacked(path.getName())) {
            InputStream in = open(iri).content();
            in.skipNBytes(offset);
            return in;
        }
        return from(path, offset);
    }

    /// The bytes of a file as it was given, from one on.
    static InputStream ofGiven(String given, long offset) throws IOException {
        return from(place(iri(given)), offset);
    }

    private static InputStream from(Path path, long offset) throws IOException {
        FSDataInputStream in = system(path).open(path, BUFFER);
        in.seek(offset);
        return in;
    }

    @Override
    public boolean isWhole(String iri) throws IOException {
        return isPacked(path(iri).getName());
    }

    /// What is packed cannot be read from its middle.
    static boolean isPacked(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(COMPRESSED) || name.endsWith(".zip");
    }

    /// Where the file lies that holds what has this IRI, whether it is there or not.
    private Path path(String iri) throws IOException {
        String place =
                iri.startsWith(published) ? folder + iri.substring(published.length()) : iri;
        if (!root(place).equals(root(folder))) {
            throw new NoSuchFileException(iri);
        }
        Path path = place(place);
        Path compressed = path.isRoot() ? path : path.suffix(COMPRESSED);
        return !exists(path) && isFile(compressed) ? compressed : path;
    }

    private static String root(String iri) {
        Matcher url = URL.matcher(iri);
        return url.matches() ? url.group(1) : iri;
    }

    @Override
    public String name(String iri) {
        try {
            return name(path(iri));
        } catch (NoSuchFileException e) {
            return iri;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file as messages show it.
    static String name(Path path) {
        String name = path.toString();
        return name.startsWith("file:") ? name.substring("file:".length()) : name;
    }
}
