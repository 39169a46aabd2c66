package chancery.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/// Makes small releases on disk for tests of what reads them.
public final class ReleaseFixture {
    public static final String BASE = "https://w3id.org/chancery/";

    private ReleaseFixture() {}

    /// Writes a complete release; does not make it current.
    ///
    /// @param trig its database: TriG that may be RDF 1.2, IRIs relative to [#BASE]
    public static Path write(Path releases, String id, String trig) throws IOException {
        Path folder = Files.createDirectories(releases.resolve(id));
        Files.createDirectories(folder.resolve("dumps/sources"));
        Files.writeString(folder.resolve("dumps/chancery.ttl"), "# nothing in it\n");
        Files.writeString(folder.resolve("dumps/sources/gazette.ttl"), "# nothing either\n");
        DatasetGraph dataset =
                DatabaseMgr.connectDatasetGraph(
                        Files.createDirectories(folder.resolve("tdb2")).toString());
        Txn.executeWrite(
                dataset, () -> RDFParser.fromString(trig, Lang.TRIG).base(BASE).parse(dataset));
        TDBInternal.expel(dataset, true);
        TextFiles.write(folder);
        Files.writeString(folder.resolve("release.ttl"), description(id));
        ReleaseFiles.write(folder);
        return folder;
    }

    /// Lists its files anew, after some of them were changed.
    public static void list(Path release) throws IOException {
        ReleaseFiles.write(release);
    }

    public static void makeCurrent(Path releases, String id) throws IOException {
        Path next = Files.writeString(releases.resolve("current.new"), id + "\n");
        Files.move(
                next,
                releases.resolve("current"),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String description(String id) {
        return """
        BASE <https://w3id.org/chancery/>
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX void: <http://rdfs.org/ns/void#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <release/%1$s> a dcat:Dataset , void:Dataset ;
            dcterms:issued "2026-01-31"^^xsd:date ;
            void:triples 123 .
        """
                .formatted(id);
    }
}
