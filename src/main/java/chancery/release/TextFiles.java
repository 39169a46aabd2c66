package chancery.release;

import chancery.search.IndexWriting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/// The folder `text/` of a release: an index of its names and gists, with a list of checksums.
///
/// Lucene gives each index an id by chance and writes the time into it, so the files differ from
/// build to build; nothing of them is hashed into the id of the release or told in its description.
final class TextFiles {
    static final String SUMS = "SHA256SUMS";

    private TextFiles() {}

    /// @param release folder with a database that nobody has open
    static void write(Path release) throws IOException {
        Path folder = release.resolve(Release.TEXT);
        Path database = release.resolve(Release.DATABASE);
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(database));
        dataset.begin(ReadWrite.READ);
        try {
            IndexWriting.write(dataset.getDefaultGraph(), folder);
        } finally {
            dataset.end();
            TDBInternal.expel(dataset);
        }
        Files.deleteIfExists(database.resolve("tdb.lock"));
        Files.deleteIfExists(database.resolve("Data-0001").resolve("tdb.lock"));
        StringBuilder sums = new StringBuilder();
        for (String name : names(folder)) {
            sums.append(sha256(folder.resolve(name))).append("  ").append(name).append('\n');
        }
        Files.write(folder.resolve(SUMS), sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// All but the list itself, sorted.
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(SUMS))
                    .sorted()
                    .toList();
        }
    }

    /// Compares the files with the list.
    ///
    /// @param folder `text/` of a release; one made before there was an index has none
    /// @return a line for each that does not hold, `where: found …, expected …`
    static List<String> broken(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Path list = folder.resolve(SUMS);
        if (!Files.isRegularFile(list)) {
            return List.of(list + ": found no such file, expected one");
        }
        Map<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            String[] parts = line.split("  ", 2);
            expected.put(parts.length == 2 ? parts[1] : line, parts[0]);
        }
        Map<String, String> found = new TreeMap<>();
        for (String name : names(folder)) {
            found.put(name, sha256(folder.resolve(name)));
        }
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        List<String> broken = new ArrayList<>();
        for (String name : all) {
            String is = found.getOrDefault(name, "no such file");
            String told = expected.getOrDefault(name, "none");
            if (!is.equals(told)) {
                broken.add(
                        "%s: found %s, expected %s as SHA256SUMS says"
                                .formatted(folder.resolve(name), is, told));
            }
        }
        return broken;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest sha = CanonicalQuads.sha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream digest =
                        new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            in.transferTo(digest);
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
