package chancery.spark;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.GroupKeys;
import chancery.check.Groups;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.map.Mode;
import chancery.map.compiled.Split;
import chancery.map.compiled.SplitMapper;
import chancery.map.compiled.StreamConverter;
import chancery.table.Library;
import chancery.table.MalformedTable;
import chancery.table.Position;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipException;

/// What is to be mapped, and how: all that a machine has to be told, which then reads the metadata
/// itself.
///
/// @param graph `""` for N-Triples
record Plan(Inputs inputs, Mode mode, String graph, boolean keys, long partBytes)
        implements Serializable {

    /// One part of one table.
    ///
    /// @param table its number in the group, 1-based
    /// @param number of the part in its table, 0-based
    record Part(int table, int number, Split split) implements Serializable {}

    /// @return empty if the metadata cannot be used; a finding says why
    Optional<TableGroup> group(Findings findings) {
        return inputs.group(findings);
    }

    StreamConverter.Settings settings() {
        return new StreamConverter.Settings(
                mode,
                1,
                graph.isEmpty() ? Optional.empty() : Optional.of(graph),
                keys,
                (bytes, rows) -> {},
                inputs.directives());
    }

    /// The keys of all tables.
    GroupKeys groupKeys() {
        return GroupKeys.of(group(new Findings()).orElseThrow().tables());
    }

    /// The tables to read, by their numbers: those that are written, and those that others refer
    /// to, or that refer.
    List<Integer> tables() {
        TableGroup group = group(new Findings()).orElseThrow();
        GroupKeys all = GroupKeys.of(keys ? group.tables() : List.of());
        Set<Integer> joined = new HashSet<>();
        for (GroupKeys.Reference reference : all.references()) {
            joined.add(reference.number());
            reference.target().ifPresent(it -> joined.add(all.indexes().get(it).number()));
        }
        return IntStream.rangeClosed(1, group.tables().size())
                .filter(number -> isWritten(number) || joined.contains(number))
                .boxed()
                .toList();
    }

    /// Whether a table is written; else its keys alone are noted.
    boolean isWritten(int table) {
        return !table(table).suppressOutput();
    }

    SplitMapper mapper(int table, Findings findings) throws IOException, MalformedTable {
        TableGroup group = group(new Findings()).orElseThrow();
        return SplitMapper.of(inputs.input(table), group, table, settings(), findings);
    }

    TableDescription table(int number) {
        return group(new Findings()).orElseThrow().tables().get(number - 1);
    }

    /// What came of cutting a table.
    ///
    /// @param comments that stand before its first row
    /// @param whole whether it could be read
    /// @param findings why not, or what is wrong with its header
    record Cut(
            int table,
            List<Part> parts,
            List<String> comments,
            boolean whole,
            List<String> findings)
            implements Serializable {}

    /// Reads a table once and cuts it; one that is packed stays whole.
    ///
    /// @throws IOException if it cannot be read now; what cannot be read at all is a finding
    Cut parts(int number) throws IOException {
        String iri = table(number).iri();
        Inputs.Input input = inputs.input(number);
        try (Library.Document document = input.open(iri)) {
            SplitMapper mapper = mapper(number, new Findings());
            List<Split> splits =
                    mapper.splits(
                            document.content(), input.isWhole(iri) ? Long.MAX_VALUE : partBytes);
            return new Cut(
                    number,
                    IntStream.range(0, splits.size())
                            .mapToObj(i -> new Part(number, i, splits.get(i)))
                            .toList(),
                    mapper.head().comments(),
                    true,
                    isWritten(number) ? mapper.head().findings().lines() : List.of());
        } catch (NoSuchFileException | FileNotFoundException e) {
            return unreadable(number, "found no such file, expected a table");
        } catch (EOFException | ZipException e) {
            // whoever unpacks half an archive may say nothing at all
            String why = e.getMessage() == null ? "it ends too early" : e.getMessage();
            return unreadable(number, "cannot be read on, " + why);
        } catch (MalformedTable e) {
            return unreadable(number, e);
        }
    }

    private Cut unreadable(int number, String what) {
        Position at = Position.of(inputs.input(number).name(table(number).iri()));
        return unreadable(number, new MalformedTable(at, what));
    }

    private static Cut unreadable(int number, MalformedTable e) {
        return new Cut(number, List.of(), List.of(), false, List.of(Groups.of(e).toString()));
    }

    /// The bytes of a part.
    InputStream open(Part part) throws IOException {
        Split split = part.split();
        String iri = table(part.table()).iri();
        return new Bounded(
                inputs.input(part.table()).from(iri, split.from()), split.to() - split.from());
    }

    /// Reads a part for messages about its rows; what is wrong with it was told before.
    void read(Part part, Consumer<CheckedRow> each) throws IOException, MalformedTable {
        try (InputStream in = open(part)) {
            mapper(part.table(), new Findings()).read(in, part.split(), each);
        }
    }
}
