package chancery.release;

import chancery.release.sum.Checksums;
import chancery.search.IndexWriting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        Checksums.write(folder, names(folder));
    }

    /// All but the list itself, sorted.
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(Checksums.FILE))
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
        Path list = folder.resolve(Checksums.FILE);
        if (!Files.isRegularFile(list)) {
            return List.of(list + ": found no such file, expected one");
        }
        Checksums sums = Checksums.read(folder);
        List<String> broken = new ArrayList<>(sums.broken());
        for (String name : names(folder)) {
            if (!sums.sums().containsKey(name)) {
                broken.add(
                        "%s: found %s, expected none as SHA256SUMS says"
                                .formatted(
                                        folder.resolve(name),
                                        Checksums.sha256(folder.resolve(name))));
            }
        }
        Collections.sort(broken);
        return broken;
    }
}
