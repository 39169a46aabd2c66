package chancery.describe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads metadata files (Metadata Vocabulary for Tabular Data) into descriptions of tables.
///
/// Strict: what another processor would pass over with a warning, such as a property it does not
/// know, is refused here, because a mistyped word would else change the graph silently.
public final class DescriptionReader {
    private static final String ENDING = "-metadata.json";

    private DescriptionReader() {}

    /// Reads one metadata file.
    ///
    /// @return the tables it describes, in its order; at least one
    /// @throws BadDescription if the file is missing, no JSON, or says what the standard does not
    ///     allow; names of other tables are not looked at
    public static List<TableDescription> read(Path metadata) throws BadDescription {
        Path folder = metadata.toAbsolutePath().normalize().getParent();
        return read(metadata, folder == null ? "file:///" : folder.toUri().toString());
    }

    /// Reads one metadata file, as if its folder stood at an IRI.
    ///
    /// @param folderIri ends in `/`; `url`s of the file are resolved against it
    public static List<TableDescription> read(Path metadata, String folderIri)
            throws BadDescription {
        Path parent = metadata.getParent();
        Path folder = parent == null ? Path.of("") : parent;
        return new MetadataReader(folder, folderIri).read(JsonReader.read(metadata));
    }

    /// Reads all `<name>.csv-metadata.json` of a folder, and holds their foreign keys together.
    ///
    /// @return the tables in the order of their metadata files' names; may be empty
    /// @throws BadDescription also if a CSV file of the folder has no description, two descriptions
    ///     are of one table, or a foreign key names a table or column that is not there
    public static List<TableDescription> readFolder(Path folder) throws BadDescription {
        return readFolder(folder, folder.toAbsolutePath().normalize().toUri().toString());
    }

    /// Reads a folder, as if it stood at an IRI.
    ///
    /// @param folderIri ends in `/`
    public static List<TableDescription> readFolder(Path folder, String folderIri)
            throws BadDescription {
        List<TableDescription> tables = new ArrayList<>();
        Set<String> urls = new HashSet<>();
        List<Path> files = files(folder);
        for (Path file : files) {
            if (file.toString().endsWith(".csv" + ENDING)) {
                for (TableDescription table : read(file, folderIri)) {
                    if (!urls.add(table.url())) {
                        throw new BadDescription(
                                shown(file),
                                "found a second description of " + table.url() + ", expected one");
                    }
                    tables.add(table);
                }
            }
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".csv") && !urls.contains(name)) {
                throw new BadDescription(
                        shown(file), "found no description, expected " + name + ENDING);
            }
        }
        ForeignKeys.check(tables);
        return List.copyOf(tables);
    }

    private static List<Path> files(Path folder) throws BadDescription {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (NotDirectoryException e) {
            throw new BadDescription(shown(folder), "found a file, expected a folder");
        } catch (IOException e) {
            throw new BadDescription(shown(folder), "found no such folder, expected tables");
        }
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
