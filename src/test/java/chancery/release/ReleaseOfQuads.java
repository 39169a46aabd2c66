package chancery.release;

import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.jena.riot.RDFParser;

/// A release of ready N-Quads, for benchmarks; by hand. Nothing is checked or judged.
public final class ReleaseOfQuads {
    private ReleaseOfQuads() {}

    /// @param args folder for the releases, file of quads
    public static void main(String[] args) throws Exception {
        Path releases = Path.of(args[0]);
        try (ReleaseBuild build =
                new ReleaseBuild(
                        releases,
                        Base.DEFAULT,
                        LocalDate.of(2026, 1, 31),
                        Workroom.bytesByHeap(),
                        (what, done, all) -> {})) {
            RDFParser.source(args[1]).parse(build.sink());
            System.out.println(build.finish().folder());
        }
    }
}
