package chancery.spark;

import chancery.check.Findings;
import chancery.check.Groups;
import chancery.describe.TableGroup;
import chancery.map.compiled.Directives;
import java.util.Locale;
import java.util.Optional;

/// The tables of metadata, or one with the metadata that the standard finds for it.
///
/// @param file name of the metadata or the table, in its folder
/// @param folder IRI, ends in `/`
/// @param published what stands in the place of the folder in the output
record DescribedTables(String file, String folder, String published) implements Inputs {
    static DescribedTables of(String file, Optional<String> url) {
        String iri = FileTables.iri(file);
        String folder = iri.substring(0, iri.lastIndexOf('/') + 1);
        return new DescribedTables(iri.substring(folder.length()), folder, url.orElse(folder));
    }

    @Override
    public Optional<TableGroup> group(Findings findings) {
        Groups groups = new Groups(input(1), findings);
        String iri = published + file;
        return file.toLowerCase(Locale.ROOT).endsWith(".json")
                ? groups.ofMetadata(iri)
                : groups.ofTable(iri);
    }

    @Override
    public Input input(int number) {
        return new FileTables(folder, published);
    }

    @Override
    public Optional<Directives> directives() {
        return Optional.empty();
    }
}
