package chancery.release;

import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/// An open release, to read from.
///
/// It reads a clone of the database whose files are hard links, so that the release itself is never
/// locked and may even be deleted while it is open. Closing it deletes the clone.
public final class Release implements AutoCloseable {
    private static final String LOCK = "tdb.lock";

    private final Path folder;
    private final Path clone;
    private final DatasetGraph dataset;
    private final Base base;
    private final String id;
    private final String date;

    private Release(Path folder, Path clone, Node node, String date) {
        this.folder = folder;
        this.clone = clone;
        String iri = node.getURI();
        int at = iri.lastIndexOf("release/");
        this.base = new Base(iri.substring(0, at));
        this.id = iri.substring(at + "release/".length());
        this.date = date;
        this.dataset = DatabaseMgr.connectDatasetGraph(Location.create(clone));
    }

    /// @param folder `releases/<id>`
    /// @throws ReleaseRefused when it is not a whole release
    public static Release open(Path folder) throws ReleaseRefused {
        Graph description = description(folder);
        List<Triple> found =
                description.find(Node.ANY, RDF.Nodes.type, VOID.Dataset.asNode()).toList();
        if (found.size() != 1 || !found.getFirst().getSubject().getURI().contains("release/")) {
            throw new ReleaseRefused(
                    folder.resolve("release.ttl") + ": found no release, expected one");
        }
        Node node = found.getFirst().getSubject();
        String date =
                description.find(node, DCTerms.issued.asNode(), Node.ANY).toList().stream()
                        .map(triple -> triple.getObject().getLiteralLexicalForm())
                        .findFirst()
                        .orElse("");
        Path clone = cloneOf(folder.resolve("tdb2"));
        try {
            return new Release(folder, clone, node, date);
        } catch (DBOpEnvException e) {
            deleteAll(clone);
            throw new ReleaseRefused(folder + "/tdb2: found " + e.getMessage(), e);
        }
    }

    private static Graph description(Path folder) throws ReleaseRefused {
        Graph description = GraphFactory.createGraphMem();
        try {
            RDFParser.source(folder.resolve("release.ttl")).parse(description);
            return description;
        } catch (RiotException e) {
            throw new ReleaseRefused(
                    folder + "/release.ttl: found it not readable, expected Turtle", e);
        }
    }

    /// Links every file; where the temporary folder is on another disk, copies.
    private static Path cloneOf(Path database) throws ReleaseRefused {
        try {
            Path clone = temporaryBeside(database);
            try (Stream<Path> files = Files.walk(database)) {
                for (Path file : files.toList()) {
                    Path target = clone.resolve(database.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else if (!file.endsWith(LOCK)) {
                        linkOrCopy(file, target);
                    }
                }
            }
            return clone;
        } catch (IOException e) {
            throw new ReleaseRefused(
                    database + ": found it not readable (" + e.getMessage() + ")", e);
        }
    }

    private static Path temporaryBeside(Path database) throws IOException {
        Path releases = database.toAbsolutePath().resolve("../..").normalize();
        try {
            return Files.createTempDirectory(releases, ".open-");
        } catch (IOException e) {
            return Files.createTempDirectory("chancery-open-");
        }
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, target);
        }
    }

    public DatasetGraph dataset() {
        return dataset;
    }

    /// What a query runs on.
    public DatasetGraph datasetFor(ReleaseQuery query) {
        return query.onUnion() ? new UnionView(dataset) : dataset;
    }

    public Base base() {
        return base;
    }

    public String id() {
        return id;
    }

    /// @return `YYYY-MM-DD`
    public String date() {
        return date;
    }

    public Path folder() {
        return folder;
    }

    public Path dumps() {
        return folder.resolve("dumps");
    }

    @Override
    public void close() {
        TDBInternal.expel(dataset);
        deleteAll(clone);
    }

    private static void deleteAll(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // a clone that cannot be deleted costs a little room and nothing else
        }
    }
}
