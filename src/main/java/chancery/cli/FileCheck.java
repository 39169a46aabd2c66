package chancery.cli;

import chancery.check.Findings;
import chancery.check.Groups;
import chancery.check.Validator;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Validates any tables, each with the metadata that the standard finds for it, and the tables of
/// any metadata.
final class FileCheck {
    private static final String STANDARD_INPUT = "-";

    private final List<String> files;
    private final InputStream in;
    private final LocalFiles library = new LocalFiles();
    private final Findings findings = new Findings();

    /// What was read, and what is wrong.
    record Outcome(int tables, long rows, Findings findings) {}

    /// @param files tables, metadata (`.json`), or `-` for a table on standard input
    FileCheck(List<String> files, InputStream in) {
        this.files = files;
        this.in = in;
    }

    /// @throws Refusal if a file is not there or there is no room for temporary ones
    Outcome check() throws Refusal {
        Path spooled = null;
        try (RowProgress progress = new RowProgress("check")) {
            List<String> metadata = new ArrayList<>();
            List<String> tables = new ArrayList<>();
            for (String file : files) {
                if (file.equals(STANDARD_INPUT)) {
                    spooled = spooled == null ? spool() : spooled;
                    tables.add(library.iri(spooled, "standard input"));
                } else {
                    String iri = library.iri(existing(file), file);
                    (isMetadata(file) ? metadata : tables).add(iri);
                }
            }
            int read = 0;
            Validator validator = new Validator(library, findings, progress::row);
            for (TableGroup group : groups(metadata, tables)) {
                read += group.tables().size();
                validator.validate(group);
            }
            return new Outcome(read, progress.rows(), findings);
        } catch (IOException e) {
            throw Refusal.ofTemporaryFiles(e);
        } finally {
            delete(spooled);
        }
    }

    /// A table is left out whose metadata, named as well, describe it.
    private List<TableGroup> groups(List<String> metadata, List<String> tables) {
        Groups groups = new Groups(library, findings);
        Set<String> described = new HashSet<>();
        List<TableGroup> all = new ArrayList<>();
        for (String iri : metadata) {
            groups.ofMetadata(iri).ifPresent(group -> add(group, described, all));
        }
        for (String iri : tables) {
            if (!described.contains(iri)) {
                groups.ofTable(iri).ifPresent(group -> add(group, described, all));
            }
        }
        return all;
    }

    private static void add(TableGroup group, Set<String> described, List<TableGroup> all) {
        List<String> iris = group.tables().stream().map(TableDescription::iri).toList();
        if (!described.containsAll(iris) || iris.isEmpty()) {
            described.addAll(iris);
            all.add(group);
        }
    }

    private static boolean isMetadata(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".jsonld");
    }

    private static Path existing(String file) throws Refusal {
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new Refusal(file + ": found a folder, expected a table or metadata");
        }
        if (!Files.isRegularFile(path)) {
            throw new Refusal(file + ": found no such file, expected a table or metadata");
        }
        return path;
    }

    /// Metadata are looked for and the header is read before the rows: so the table is kept, alone
    /// in a folder.
    private Path spool() throws IOException {
        Path folder = Files.createTempDirectory("chancery-input");
        Path table = folder.resolve("input.csv");
        Files.copy(in, table);
        return table;
    }

    private static void delete(@Nullable Path spooled) {
        if (spooled == null) {
            return;
        }
        try {
            Files.deleteIfExists(spooled);
            Path folder = spooled.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // it lies among other temporary files, which the system clears away
            spooled.toFile().deleteOnExit();
        }
    }
}
