package chancery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;

/// `LoadTriples parallel|phased|sequential STORE TRIPLES`: a ready file into a fresh TDB2 with
/// Jena's own loader.
public final class LoadTriples {
    private LoadTriples() {}

    public static void main(String[] args) throws IOException {
        Path store = Path.of(args[1]);
        Files.createDirectories(store);
        try (var there = Files.list(store)) {
            if (there.findAny().isPresent()) {
                throw new IllegalArgumentException(store + ": expected an empty folder");
            }
        }
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(store));
        DataLoader loader =
                switch (args[0]) {
                    case "parallel" ->
                            LoaderFactory.parallelLoader(dataset, LoaderOps.outputToLog());
                    case "phased" -> LoaderFactory.phasedLoader(dataset, LoaderOps.outputToLog());
                    case "sequential" ->
                            LoaderFactory.sequentialLoader(dataset, LoaderOps.outputToLog());
                    default ->
                            throw new IllegalArgumentException(
                                    "found \"" + args[0] + "\", expected a loader's name");
                };
        loader.startBulk();
        loader.load(args[2]);
        loader.finishBulk();
        System.out.println(loader.countTriples() + " triples, " + loader.countQuads() + " quads");
    }
}
