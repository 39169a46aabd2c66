package chancery.spark;

import chancery.check.Findings;
import chancery.check.Groups;
import chancery.describe.TableGroup;
import chancery.map.compiled.Directives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/// The tables of metadata, or one with the metadata that the standard finds for it.
///
/// @param file name of the metadata or the table, in its folder, as in an IRI
/// @param folder IRI, ends in `/`
/// @param published what stands in the place of the folder in the output
/// @param digest of the metadata that the driver has read; `""` until then
record DescribedTables(String file, String folder, String published, String digest)
        implements Inputs {
    /// What came of reading metadata.
    private record Seen(Optional<TableGroup> group, String digest) {}

    /// Reads the metadata, to which all machines are then held.
    static DescribedTables of(String file, Optional<String> url) throws IOException {
        String iri = FileTables.known(file);
        String folder = iri.substring(0, iri.lastIndexOf('/') + 1);
        String name = iri.substring(folder.length());
        DescribedTables unread = new DescribedTables(name, folder, url.orElse(folder), "");
        return new DescribedTables(
                name, folder, unread.published(), unread.seen(new Findings()).digest());
    }

    /// @throws UncheckedIOException if metadata cannot be read, or are not those of the driver
    @Override
    public Optional<TableGroup> group(Findings findings) {
        Seen seen = seen(findings);
        if (!digest.equals(seen.digest())) {
            throw new UncheckedIOException(
                    new IOException(
                            input(1).name(published + file)
                                    + ": found other metadata than the driver has, expected every"
                                    + " machine to reach the same"));
        }
        return seen.group();
    }

    private Seen seen(Findings findings) {
        String iri = published + file;
        String name = file.toLowerCase(Locale.ROOT);
        boolean isMetadata = name.endsWith(".json") || name.endsWith(".jsonld");
        MetadataSeen library = new MetadataSeen(input(1), isMetadata ? "" : iri);
        Groups groups = new Groups(library, findings);
        Optional<TableGroup> group = isMetadata ? groups.ofMetadata(iri) : groups.ofTable(iri);
        return new Seen(group, library.digest());
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
