package chancery.spark;

import chancery.check.Findings;
import chancery.check.derive.CodeLists;
import chancery.cli.PackTables;
import chancery.cli.PackTables.LightFile;
import chancery.describe.Annotations;
import chancery.describe.BadDescription;
import chancery.describe.Directive;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.map.compiled.Directives;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Files of a dataset, as their pack describes them.
///
/// @param base of all IRIs
record PackInputs(List<LightFile> files, CodeLists codes, String base) implements Inputs {
    PackInputs {
        files = List.copyOf(files);
    }

    static PackInputs of(PackTables tables) {
        return new PackInputs(tables.light(), tables.codes(), tables.base().iri());
    }

    @Override
    public Optional<TableGroup> group(Findings findings) {
        return Optional.of(
                new TableGroup(
                        Optional.empty(),
                        files.stream().map(PackInputs::described).toList(),
                        Annotations.NONE));
    }

    private static TableDescription described(LightFile file) {
        try {
            return file.file().described(FileTables.unpacked(file.place()));
        } catch (BadDescription e) {
            throw new IllegalStateException("the driver has read these metadata", e);
        }
    }

    @Override
    public Input input(int number) {
        LightFile file = files.get(number - 1);
        return new OneFile(file, described(file));
    }

    @Override
    public Optional<Directives> directives() {
        return Optional.of(new Directives(base, codes));
    }

    private record OneFile(LightFile file, TableDescription table) implements Input {
        @Override
        public Document open(String iri) throws IOException {
            return new Document(table.source().open(), "text/csv", "", List.of());
        }

        @Override
        public String name(String iri) {
            return table.source().name();
        }

        @Override
        public InputStream from(String iri, long offset) throws IOException {
            if (!isWhole(iri)) {
                return FileTables.ofGiven(file.place(), offset);
            }
            InputStream in = table.source().open();
            in.skipNBytes(offset);
            return in;
        }

        /// What is packed, or has bytes of another encoding, cannot be read from its middle.
        @Override
        public boolean isWhole(String iri) {
            return FileTables.isPacked(file.place())
                    || table.annotations().properties().containsKey(Directive.STRAY_BYTES);
        }
    }
}
