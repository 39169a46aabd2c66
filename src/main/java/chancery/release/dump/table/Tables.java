package chancery.release.dump.table;

import chancery.release.dump.ByClass;
import chancery.release.dump.DumpFolder;
import chancery.release.dump.Edition;
import chancery.release.dump.SubjectSink;
import chancery.vocab.Prefixes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Writes the tables of all classes when it is closed, their description, and all of it as one
/// archive.
public final class Tables implements SubjectSink {
    private static final String DESCRIPTION = "csv-metadata.json";

    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0, 2);
    private static final LocalDateTime LATEST = LocalDateTime.of(2107, 12, 31, 0, 0);

    private final DumpFolder folder;
    private final Edition edition;
    private final TableDescriptions descriptions;
    private final ByClass byClass;

    public Tables(DumpFolder folder, Edition edition) throws IOException {
        this.folder = folder;
        this.edition = edition;
        this.descriptions = new TableDescriptions(edition);
        Map<String, String> prefixes = new HashMap<>();
        Prefixes.of(edition.base()).forEach((prefix, space) -> prefixes.put(space, prefix));
        ColumnNames names = new ColumnNames(prefixes);
        this.byClass = new ByClass(name -> new ClassTable(name, folder, names, descriptions));
        Files.createDirectories(folder.path("tables"));
    }

    @Override
    public void subject(Node subject, List<Triple> triples) throws IOException {
        byClass.subject(subject, triples);
    }

    @Override
    public void close() throws IOException {
        byClass.close();
        if (descriptions.isEmpty()) {
            Files.delete(folder.path("tables"));
            return;
        }
        byte[] description = descriptions.json().getBytes(StandardCharsets.UTF_8);
        try (OutputStream out =
                folder.openAlone("tables/" + DESCRIPTION, "application/csvm+json", "")) {
            out.write(description);
        }
        try (ZipOutputStream zip =
                new ZipOutputStream(
                        folder.openAlone("tables.zip", "text/csv", "application/zip"))) {
            zip.putNextEntry(entry(DESCRIPTION));
            zip.write(description);
            for (String name : descriptions.names()) {
                zip.putNextEntry(entry(name + ".csv"));
                Files.copy(folder.path("tables/" + name + ".csv"), zip);
            }
        }
    }

    /// Of the date of the release in any time zone, so that the same tables give the same bytes.
    ///
    /// What the archive's own two fields cannot hold would be told in the zone of this machine, and
    /// so would the very first time that they can.
    private ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        LocalDateTime time = edition.date().atStartOfDay();
        if (time.isBefore(EARLIEST)) {
            time = EARLIEST;
        } else if (time.isAfter(LATEST)) {
            time = LATEST;
        }
        entry.setTimeLocal(time);
        return entry;
    }
}
