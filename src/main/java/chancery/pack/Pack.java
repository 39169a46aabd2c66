package chancery.pack;

import chancery.describe.BadDescription;
import chancery.describe.DescriptionReader;
import chancery.describe.Directive;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.describe.json.Json;
import chancery.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// One dataset that can be added: what its files are called, and what their cells mean.
///
/// @param name of its folder, such as `cow-states`
/// @param folder with metadata, README and example queries; no data
/// @param group the tables as the metadata have them
/// @param dataset what the metadata say of the whole
public record Pack(String name, Path folder, TableGroup group, Dataset dataset) {
    /// The metadata of a pack's tables.
    public static final String METADATA = "csvw-metadata.json";

    /// In templates of a pack's metadata: the id of the file at hand.
    public static final String FILE_VARIABLE = "{_file}";

    private static final String IRI = Directive.BASE + "pack/";
    private static final Pattern PACKED = Pattern.compile("(?i)\\.(gz|zip)$");
    private static final Pattern NO_ID = Pattern.compile("[^a-z0-9]+");

    /// All packs of a folder, by name.
    ///
    /// @param packs such as `seeds/packs`; need not be there
    public static List<Pack> all(Path packs) throws BadDescription {
        if (!Files.isDirectory(packs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(packs)) {
            List<Path> described =
                    folders.filter(it -> Files.exists(it.resolve(METADATA))).sorted().toList();
            List<Pack> all = new java.util.ArrayList<>();
            for (Path folder : described) {
                all.add(read(folder));
            }
            return List.copyOf(all);
        } catch (IOException e) {
            throw BadDescription.of(packs.toString(), 0, "it not readable", "packs");
        }
    }

    private static Pack read(Path folder) throws BadDescription {
        String name = folder.getFileName().toString();
        Path metadata = folder.resolve(METADATA);
        TableGroup group = DescriptionReader.readGroup(metadata, IRI + name + "/", text -> text);
        return new Pack(name, folder, group, Dataset.of(group, metadata.toString()));
    }

    /// The table that a file of this name is of.
    ///
    /// @param file such as `20180101000000.export.CSV.zip`; how it is packed does not matter
    public Optional<TableDescription> table(String file) {
        String unpacked = unpacked(file);
        return group.tables().stream()
                .filter(table -> unpacked.equals(table.url()) || fits(table, unpacked))
                .findFirst();
    }

    private static boolean fits(TableDescription table, String file) {
        try {
            return table.annotations().properties().get(Directive.FILE_NAME)
                            instanceof Json.Str pattern
                    && Pattern.matches(pattern.text(), file);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /// What files may be called, for a message.
    public String fileNames() {
        return group.tables().stream()
                .map(
                        table ->
                                table.annotations().properties().get(Directive.FILE_NAME)
                                                instanceof Json.Str pattern
                                        ? table.url() + " (or what fits " + pattern.text() + ")"
                                        : table.url())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /// The description of one file of a table.
    ///
    /// @param url of the table in the metadata
    /// @param file where it lies; may be packed
    public TableDescription described(String url, Path file) throws BadDescription {
        return described(url, file, file.toString());
    }

    /// The description of a file that was added.
    public TableDescription described(PackStore.Added added) throws BadDescription {
        return described(added.table(), added.file(), added.shown());
    }

    private TableDescription described(String url, Path file, String shown) throws BadDescription {
        Source source = new Source(shown.replace('\\', '/'), Source.unpacked(file).opener());
        return file(url, file.getFileName().toString()).described(source);
    }

    /// One file of a table.
    ///
    /// @param url of the table in the metadata
    /// @param file its name; how it is packed does not matter
    public PackFile file(String url, String file) throws BadDescription {
        Path metadata = folder.resolve(METADATA);
        String shown = metadata.toString().replace('\\', '/');
        try {
            return new PackFile(
                    shown, Files.readString(metadata), IRI + name + "/", url, fileId(file));
        } catch (IOException e) {
            throw BadDescription.of(shown, 0, "it not readable", "the metadata of a pack");
        }
    }

    /// The id of a file in IRIs, such as `gdelt-20180101000000-export`.
    public String fileId(String file) {
        String plain = unpacked(file);
        int dot = plain.lastIndexOf('.');
        String stem = dot > 0 ? plain.substring(0, dot) : plain;
        String id = NO_ID.matcher(stem.toLowerCase(java.util.Locale.ROOT)).replaceAll("-");
        return dataset.id() + "-" + id.replaceAll("^-|-$", "");
    }

    private static String unpacked(String file) {
        return PACKED.matcher(file).replaceFirst("");
    }
}
