package chancery.cli;

import chancery.check.derive.CodeLists;
import chancery.describe.BadDescription;
import chancery.describe.Directive;
import chancery.describe.TableDescription;
import chancery.evidence.ValueNodes;
import chancery.map.compiled.Directives;
import chancery.pack.Pack;
import chancery.pack.PackFile;
import chancery.table.MalformedTable;
import chancery.table.Source;
import chancery.vocab.Base;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Files of a pack whose rows are too many to hold them in memory, and all that is needed to map
/// them without a release: for `chancery map --pack`, and for mappers outside of this archive.
///
/// @param light the files to be mapped, in the order given
/// @param codes what the codes in them name
/// @param known times that the registers describe
public record PackTables(List<LightFile> light, CodeLists codes, ValueNodes known, Base base) {
    public PackTables {
        light = List.copyOf(light);
    }

    /// A file, and what it is.
    ///
    /// @param place as it was given
    public record LightFile(PackFile file, String place) implements Serializable {}

    /// Finds out what files are, and reads the codes of the registers and of the files that list
    /// some.
    ///
    /// @param seeds folder of the tables; null for the usual one
    /// @param name of the pack
    /// @param files names of files, of which the part behind the last `/` tells which table it is
    /// @param sources opens a file, unpacked
    /// @throws Refusal if there is no such pack, or a file is not what the pack describes
    public static PackTables read(
            @Nullable Path seeds,
            Base base,
            String name,
            List<String> files,
            Function<String, Source> sources)
            throws Refusal {
        Places places = Places.of(seeds, base);
        Pack pack = PackReader.pack(places, name);
        SeedReader.Registers registers = new SeedReader(places).registers();
        CodeLists codes = registers.codes();
        List<LightFile> light = new ArrayList<>();
        try {
            List<TableDescription> described = new ArrayList<>();
            for (String file : files) {
                PackFile found = file(pack, file);
                TableDescription table = found.described(sources.apply(file));
                PackLists.read(table, codes);
                if (table.role().equals(PackReader.LIGHT)) {
                    described.add(table);
                    light.add(new LightFile(found, file));
                } else if (!table.schema().properties().containsKey(Directive.LISTS_CODES)) {
                    throw new Refusal(
                            "%s: found a table whose rows make claims or registers, expected one"
                                            .formatted(file)
                                    + " with the role light; see pack add");
                }
            }
            for (TableDescription table : described) {
                PackLists.refuseWithoutList(pack, table, codes);
                PackReader.checkHead(table, codes);
            }
        } catch (BadDescription e) {
            throw new Refusal(e);
        } catch (MalformedTable e) {
            throw new Refusal(e);
        }
        return new PackTables(light, codes, registers.times(), base);
    }

    private static PackFile file(Pack pack, String place) throws Refusal, BadDescription {
        String fileName = place.substring(place.lastIndexOf('/') + 1);
        Optional<TableDescription> table = pack.table(fileName);
        if (table.isEmpty()) {
            throw PackReader.otherName(pack, place, fileName);
        }
        return pack.file(table.get().url(), fileName);
    }

    /// What the mapper is told.
    public Directives directives() {
        return new Directives(base.iri(), codes);
    }
}
