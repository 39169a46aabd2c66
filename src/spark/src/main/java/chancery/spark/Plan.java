package chancery.spark;

import chancery.check.Findings;
import chancery.check.Groups;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.map.Mode;
import chancery.map.compiled.Split;
import chancery.map.compiled.SplitMapper;
import chancery.map.compiled.StreamConverter;
import chancery.table.Library;
import chancery.table.MalformedTable;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is to be mapped, and how: all that a machine has to be told, which then reads the metadata
/// itself.
///
/// @param file name of the metadata or the table, in its folder
/// @param folder IRI, ends in `/`
/// @param published what stands in the place of the folder in the output
/// @param graph `""` for N-Triples
record Plan(
        String file,
        String folder,
        String published,
        Mode mode,
        String graph,
        boolean keys,
        long partBytes)
        implements Serializable {

    /// One part of one table.
    ///
    /// @param table its number in the group, 1-based
    /// @param number of the part in its table, 0-based
    record Part(int table, int number, Split split) implements Serializable {}

    FileTables library() {
        return new FileTables(folder, published);
    }

    /// @return empty if the metadata cannot be used; a finding says why
    Optional<TableGroup> group(Findings findings) {
        Groups groups = new Groups(library(), findings);
        String iri = published + file;
        return file.toLowerCase(Locale.ROOT).endsWith(".json")
                ? groups.ofMetadata(iri)
                : groups.ofTable(iri);
    }

    StreamConverter.Settings settings() {
        return new StreamConverter.Settings(
                mode,
                1,
                graph.isEmpty() ? Optional.empty() : Optional.of(graph),
                keys,
                (bytes, rows) -> {});
    }

    SplitMapper mapper(int table, Findings findings) throws IOException, MalformedTable {
        TableGroup group = group(new Findings()).orElseThrow();
        return SplitMapper.of(library(), group, table, settings(), findings);
    }

    TableDescription table(int number) {
        return group(new Findings()).orElseThrow().tables().get(number - 1);
    }

    /// Reads a table once and cuts it; one that is packed stays whole.
    List<Part> parts(int number) throws IOException, MalformedTable {
        String iri = table(number).iri();
        SplitMapper mapper = mapper(number, new Findings());
        List<Split> splits;
        try (Library.Document document = library().open(iri)) {
            splits =
                    mapper.splits(
                            document.content(),
                            FileTables.isPacked(iri) ? Long.MAX_VALUE : partBytes);
        }
        return java.util.stream.IntStream.range(0, splits.size())
                .mapToObj(i -> new Part(number, i, splits.get(i)))
                .toList();
    }
}
