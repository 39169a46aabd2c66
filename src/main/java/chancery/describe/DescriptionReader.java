package chancery.describe;

import chancery.describe.json.Json;
import chancery.describe.json.JsonReader;
import chancery.describe.metadata.ForeignKeys;
import chancery.describe.metadata.MetadataReader;
import chancery.table.FolderLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Reads the metadata of our own tables (Metadata Vocabulary for Tabular Data).
///
/// Strict: what another processor would pass over with a warning, such as a property it does not
/// know, is refused here, because a mistyped word would else change the graph silently. For tables
/// of others see [MetadataLocator].
public final class DescriptionReader {
    private static final String ENDING = ".csv-metadata.json";

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
        String iri = folderIri + metadata.getFileName();
        return MetadataReader.strict(new FolderLibrary(folderIri, folder))
                .read(JsonReader.read(metadata), iri)
                .tables();
    }

    /// Reads one metadata file with what it says of all its tables together.
    ///
    /// @param folderIri as above
    /// @param changed what is put in the place of each text in it
    public static TableGroup readGroup(
            Path metadata, String folderIri, UnaryOperator<String> changed) throws BadDescription {
        Path parent = metadata.getParent();
        Path folder = parent == null ? Path.of("") : parent;
        return MetadataReader.strict(new FolderLibrary(folderIri, folder))
                .read(
                        changed(JsonReader.read(metadata), changed),
                        folderIri + metadata.getFileName());
    }

    /// As above, from a text that lies in no folder.
    ///
    /// @param name of the metadata, for messages
    public static TableGroup readGroup(
            String name, InputStream metadata, String folderIri, UnaryOperator<String> changed)
            throws BadDescription, IOException {
        return MetadataReader.strict(new FolderLibrary(folderIri, Path.of("")))
                .read(
                        changed(JsonReader.read(name, metadata), changed),
                        folderIri + name.substring(name.lastIndexOf('/') + 1));
    }

    private static Json changed(Json json, UnaryOperator<String> change) {
        return switch (json) {
            case Json.Str text -> new Json.Str(change.apply(text.text()), text.place());
            case Json.Arr array ->
                    new Json.Arr(
                            array.items().stream().map(item -> changed(item, change)).toList(),
                            array.place());
            case Json.Obj object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members()
                        .forEach((name, value) -> members.put(name, changed(value, change)));
                yield new Json.Obj(members, object.place());
            }
            case Json.Num number -> number;
            case Json.Bool flag -> flag;
            case Json.Null none -> none;
        };
    }

    /// Reads all `<name>.csv-metadata.json` of a folder and of those in it, and holds their
    /// foreign keys together.
    ///
    /// @return the tables in the order of their metadata files' names; may be empty
    /// @throws BadDescription also if two descriptions are of one table, or a foreign key names a
    ///     table or a column that is not there
    public static List<TableDescription> readFolder(Path folder) throws BadDescription {
        return readFolder(folder, folder.toAbsolutePath().normalize().toUri().toString());
    }

    /// Reads a folder, as if it stood at an IRI.
    ///
    /// @param folderIri ends in `/`
    public static List<TableDescription> readFolder(Path folder, String folderIri)
            throws BadDescription {
        List<TableDescription> tables = new ArrayList<>();
        Set<String> iris = new HashSet<>();
        for (Path file : metadataFiles(folder)) {
            for (TableDescription table : read(file, below(folderIri, folder, file))) {
                if (!iris.add(table.iri())) {
                    throw BadDescription.of(
                            shown(file), 0, "a second description of " + table.url(), "one");
                }
                tables.add(table);
            }
        }
        ForeignKeys.check(tables);
        return List.copyOf(tables);
    }

    private static String below(String folderIri, Path folder, Path file) {
        Path parent = folder.relativize(file).getParent();
        return parent == null ? folderIri : folderIri + shown(parent) + "/";
    }

    private static List<Path> metadataFiles(Path folder) throws BadDescription {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw BadDescription.of(shown(folder), 0, "no such folder", "tables");
        }
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
