package chancery.cli;

import chancery.table.FolderLibrary;
import chancery.table.Library;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The files of this machine, each under its `file:` IRI; nothing else is ever asked for. A table
/// that is not there but stands beside as `.gz` is read from that.
final class LocalFiles implements Library {
    private static final String ROOT = "file:///";
    private static final String COMPRESSED = ".gz";
    private static final int BUFFER = 1 << 16;

    private final FolderLibrary root = new FolderLibrary(ROOT, Path.of("/"));
    private final Path here = Path.of("").toAbsolutePath();
    private final Map<Path, String> names = new HashMap<>();

    /// The IRI of a file, which messages name as it is given here.
    ///
    /// A compressed table is known by the name of what it holds, unless that is a file too or the
    /// metadata beside it are of the other name.
    String iri(Path given, String name) {
        Path file = given.toAbsolutePath().normalize();
        names.put(file, name);
        if (isCompressed(file)) {
            Path plain = without(file);
            boolean known = Files.exists(plain) || Files.exists(metadata(file));
            return (known ? file : plain).toUri().toString();
        }
        return file.toUri().toString();
    }

    private static Path metadata(Path table) {
        return table.resolveSibling(table.getFileName() + "-metadata.json");
    }

    private static boolean isCompressed(Path file) {
        return file.toString().endsWith(COMPRESSED);
    }

    private static Path without(Path compressed) {
        String name = String.valueOf(compressed.getFileName());
        return compressed.resolveSibling(name.substring(0, name.length() - COMPRESSED.length()));
    }

    /// The file that holds what has this IRI, whether it is there or not.
    private Path file(String iri) {
        Path file = Path.of(root.name(iri));
        Path compressed = Path.of(file + COMPRESSED);
        return !Files.exists(file) && Files.isRegularFile(compressed) ? compressed : file;
    }

    @Override
    public Document open(String iri) throws IOException {
        if (!iri.startsWith(ROOT)) {
            throw new NoSuchFileException(iri);
        }
        Path file = file(iri);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(name(iri));
        }
        if (!isCompressed(file)) {
            return root.open(file.toUri().toString());
        }
        String mediaType = FolderLibrary.mediaType(without(file));
        return new Document(inflated(file), mediaType, "", List.of());
    }

    @Override
    public String name(String iri) {
        if (!iri.startsWith(ROOT)) {
            return iri;
        }
        Path file = file(iri).normalize();
        String name = names.get(file);
        if (name != null) {
            return name;
        }
        Path shown = file.startsWith(here) ? here.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }

    private static InputStream inflated(Path file) throws IOException {
        InputStream compressed = Files.newInputStream(file);
        try {
            return new GZIPInputStream(compressed, BUFFER);
        } catch (IOException e) {
            compressed.close();
            throw e;
        }
    }
}
