package chancery.cli;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.check.KeyChecker;
import chancery.check.RowChecker;
import chancery.check.derive.CodeLists;
import chancery.describe.BadDescription;
import chancery.describe.TableDescription;
import chancery.describe.json.Nearest;
import chancery.evidence.RowEvidence;
import chancery.map.Mapper;
import chancery.map.Mode;
import chancery.pack.Pack;
import chancery.pack.PackStore;
import chancery.pack.PackStore.Added;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.TableReader;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the files of packs that were added.
///
/// What one cell says wrong is told and left out, for these are tables of others; a table that is
/// not what its pack describes is refused.
final class PackReader {
    /// The role of a table whose rows are many: see [LightTable].
    static final String LIGHT = "light";

    private static final Set<Code> REFUSED =
            EnumSet.of(
                    Code.MALFORMED_TABLE,
                    Code.HEADER_MISMATCH,
                    Code.MISSING_COLUMN,
                    Code.UNKNOWN_COLUMN,
                    Code.COLUMN_ORDER,
                    Code.FIELD_COUNT);

    private static final int TOLD = 1024;

    private final Places places;
    private final Base base;
    private final Findings findings = new Findings();

    /// A table whose rows are too many to hold them in memory.
    record LightTable(Pack pack, TableDescription description, Path file) {}

    /// What came of one file.
    record FileReport(String pack, String file, long rows, long claims) {}

    /// All that the packs' files say that is not in the gatherer.
    ///
    /// @param codes what the codes in the tables name
    record Read(
            List<LightTable> light, List<FileReport> reports, CodeLists codes, Findings findings) {
        Read {
            light = List.copyOf(light);
            reports = List.copyOf(reports);
        }
    }

    PackReader(Places places) throws Refusal {
        this.places = places;
        this.base = places.base();
    }

    /// @param codes what the codes in the tables name
    /// @throws Refusal when a file is not what its pack describes
    Read read(CodeLists codes, SeedGatherer gatherer, Progress progress) throws Refusal {
        PackStore store = places.packStore();
        List<LightTable> light = new ArrayList<>();
        List<FileReport> reports = new ArrayList<>();
        try {
            List<String> names = store.names();
            for (String name : names) {
                Pack pack = pack(places, name);
                List<Added> files = store.files(name);
                refuseMissing(name, files);
                gatherer.dataset(pack, files);
                for (Added added : files) {
                    PackLists.read(pack.described(added), codes);
                }
                for (Added added : files) {
                    TableDescription table = pack.described(added);
                    PackLists.refuseWithoutList(pack, table, codes);
                    if (table.role().equals(LIGHT)) {
                        checkHead(table, codes);
                        light.add(new LightTable(pack, table, added.file()));
                    } else {
                        reports.add(rows(pack, table, added, codes, gatherer, progress));
                    }
                }
            }
        } catch (BadDescription e) {
            throw new Refusal(e);
        } catch (MalformedTable e) {
            throw new Refusal(e);
        } catch (PackStore.Broken e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Refusal(places.packs() + ": found it not readable (" + e.getMessage() + ")");
        }
        return new Read(light, reports, codes, findings);
    }

    /// The pack of a name.
    ///
    /// @throws Refusal if there is none; it says which there are
    static Pack pack(Places places, String name) throws Refusal {
        Path folder = places.seeds().resolve("packs");
        try {
            List<Pack> all = Pack.all(folder);
            Optional<Pack> found = all.stream().filter(it -> it.name().equals(name)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            List<String> names = all.stream().map(Pack::name).toList();
            throw new Refusal(
                    "%s: found no pack \"%s\", expected %s%s"
                            .formatted(
                                    folder,
                                    name,
                                    Nearest.of(name, names),
                                    Nearest.meant(name, names)
                                            .map(meant -> "; did you mean " + meant + "?")
                                            .orElse("")));
        } catch (BadDescription e) {
            throw new Refusal(e);
        }
    }

    private static void refuseMissing(String name, List<Added> files) throws Refusal {
        for (Added added : files) {
            if (!Files.isRegularFile(added.file())) {
                throw new Refusal(
                        "%s: found no such file, expected the file that was added; pack add %s FILE"
                                        .formatted(added.shown(), name)
                                + " brings it back, pack remove "
                                + name
                                + " takes the pack away");
            }
        }
    }

    /// @param file as it was given
    static Refusal otherName(Pack pack, String file, String fileName) {
        return new Refusal(
                "%s: found the name %s, expected one that the pack %s describes: %s"
                        .formatted(file, fileName, pack.name(), pack.fileNames()));
    }

    private FileReport rows(
            Pack pack,
            TableDescription table,
            Added file,
            CodeLists codes,
            SeedGatherer gatherer,
            Progress progress)
            throws Refusal, IOException {
        checkHead(table, codes);
        RowChecker checker = new RowChecker(table, codes, findings);
        Mapper mapper = new Mapper(table, base.iri(), Mode.EVIDENCE, findings);
        String id = pack.fileId(file.name());
        RowEvidence evidence = new RowEvidence(pack.dataset().id(), id, table, mapper);
        long rows = 0;
        long claims = 0;
        try (KeyChecker keys =
                        new KeyChecker(
                                List.of(table.with(table.schema().withoutForeignKeys())),
                                findings);
                TableReader reader = TableReader.openNumbered(table.source(), table.dialect())) {
            checker.checkHeader(reader.header(), reader.headerPosition());
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                CheckedRow checked = checker.check(row.get());
                keys.add(table, checked);
                claims += gatherer.datasetRow(evidence, checked);
                rows++;
                if (rows % TOLD == 0) {
                    progress.at("rows of " + file.name(), rows, file.rows());
                }
            }
            checker.finish();
            keys.finish();
        } catch (MalformedTable e) {
            throw new Refusal(e);
        }
        return new FileReport(pack.name(), file.name(), rows, claims);
    }

    /// Refuses a table with other columns. Without a header the first row tells how many it has.
    static void checkHead(TableDescription table, CodeLists codes) throws Refusal {
        Findings head = new Findings();
        try (TableReader reader = TableReader.openNumbered(table.source(), table.dialect())) {
            RowChecker checker = new RowChecker(table, codes, head);
            checker.checkHeader(reader.header(), reader.headerPosition());
            if (reader.header().isEmpty()) {
                reader.next().ifPresent(checker::check);
            }
            refuse(head);
        } catch (MalformedTable e) {
            throw new Refusal(e);
        }
    }

    private static void refuse(Findings head) throws Refusal {
        List<String> refused =
                head.sorted().stream()
                        .filter(finding -> REFUSED.contains(finding.code()))
                        .map(Finding::toString)
                        .toList();
        if (!refused.isEmpty()) {
            throw new Refusal(String.join(System.lineSeparator(), refused));
        }
    }
}
