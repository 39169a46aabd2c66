package chancery.release.dump.archive;

import chancery.release.dump.DumpFolder;
import chancery.release.dump.Edition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.query.ARQ;

/// Packs a database: gzip, which whoever has a Fuseki can unpack with what came with the system.
public final class DatabaseArchive {
    public static final String NAME = "chancery-tdb2.tar.gz";

    private static final String INSIDE = "chancery-tdb2/";

    private DatabaseArchive() {}

    /// @param database folder of a database that is closed
    public static void write(Path database, Edition edition, DumpFolder into) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(database)) {
            files =
                    all.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().endsWith(".lock"))
                            .sorted()
                            .toList();
        }
        long time = edition.date().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        try (OutputStream zipped =
                        new Fast(into.openAlone(NAME, "application/x-tar", "application/gzip"));
                TarFile tar = new TarFile(zipped, time)) {
            tar.add(INSIDE + "RELEASE.txt", about(edition).getBytes(StandardCharsets.UTF_8));
            for (Path file : files) {
                String name = database.relativize(file).toString().replace('\\', '/');
                tar.add(INSIDE + name, file);
            }
        }
    }

    private static String about(Edition edition) {
        return edition.comment("The database of all graphs, TDB2 of Apache Jena " + ARQ.VERSION, "")
                + """
                #
                # This folder is a TDB2 database. Apache Jena Fuseki of that version opens it:
                #
                #   fuseki-server --tdb2 --loc=chancery-tdb2 /chancery
                #
                # The default graph holds what all named graphs but reifiers and rows hold.
                """;
    }

    /// An index is packed nearly as small by the fastest level, in a third of the time.
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
