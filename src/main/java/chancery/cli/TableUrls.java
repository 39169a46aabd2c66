package chancery.cli;

import chancery.table.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// How a metadata document names the tables it describes: relative to where it will lie.
final class TableUrls {
    private static final String COMPRESSED = ".gz";
    private static final int BUFFER = 1 << 16;

    private TableUrls() {}

    /// A compressed table has the name of what it holds, by which `check` finds it.
    ///
    /// @param output the document; null if nobody knows: then it is beside the tables
    static Map<String, Source> of(List<Path> files, @Nullable Path output) throws Refusal {
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                throw new Refusal(file + ": found a folder, expected a table");
            }
            if (!Files.exists(file)) {
                throw new Refusal(file + ": found no such file, expected a table");
            }
        }
        Path folder = output == null ? shared(files) : folder(output);
        Map<String, Source> tables = new LinkedHashMap<>();
        for (Path file : files) {
            String url = url(folder.relativize(file.toAbsolutePath().normalize()));
            boolean compressed = url.endsWith(COMPRESSED);
            String named = compressed ? url.substring(0, url.length() - COMPRESSED.length()) : url;
            if (tables.put(named, compressed ? inflated(file) : Source.of(file)) != null) {
                throw new Refusal(file + ": found it twice, expected every table once");
            }
        }
        return tables;
    }

    private static Source inflated(Path file) {
        Source compressed = Source.of(file);
        return new Source(
                compressed.name(), () -> new GZIPInputStream(compressed.opener().open(), BUFFER));
    }

    private static Path shared(List<Path> files) {
        Path shared = folder(files.getFirst());
        for (Path file : files) {
            Path parent = shared.getParent();
            while (parent != null && !folder(file).startsWith(shared)) {
                shared = parent;
                parent = shared.getParent();
            }
        }
        return shared;
    }

    private static Path folder(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }

    private static String url(Path way) {
        String path =
                StreamSupport.stream(way.spliterator(), false)
                        .map(Path::toString)
                        .collect(Collectors.joining("/"));
        try {
            // a colon before the first slash would make a scheme of what is before it
            String escaped = new URI(null, null, "/" + path, null).getRawPath().substring(1);
            return escaped.replaceFirst("^([^/]*):", "./$1:");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
