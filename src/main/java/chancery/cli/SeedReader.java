package chancery.cli;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.check.KeyChecker;
import chancery.check.RowChecker;
import chancery.check.Severity;
import chancery.check.derive.CodeLists;
import chancery.describe.BadDescription;
import chancery.describe.DescriptionReader;
import chancery.describe.TableDescription;
import chancery.evidence.FactReader;
import chancery.evidence.ValueNodes;
import chancery.map.Mapper;
import chancery.map.Mode;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.TableReader;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads all tables of a folder: table → check → map → evidence.
final class SeedReader {
    private final Places places;
    private final Base base;

    SeedReader(Places places) throws Refusal {
        this.places = places;
        this.base = places.base();
    }

    /// @throws Refusal when a table or its metadata cannot be read at all
    Seeds read(Progress progress) throws Refusal {
        progress.step("reading tables");
        Findings findings = new Findings();
        List<TableDescription> descriptions = descriptions(findings);
        SeedGatherer gatherer = gathered(descriptions, findings);
        PackReader.Read packs = new PackReader(places).read(gatherer.codes(), gatherer, progress);
        progress.step("verifying evidence");
        return gatherer.finish(descriptions.size(), places.texts(), packs);
    }

    /// What the tables say that rows of large tables need.
    ///
    /// @param codes what codes name
    /// @param times those that the tables name
    record Registers(CodeLists codes, ValueNodes times) {}

    /// @throws Refusal also if a table has findings
    Registers registers() throws Refusal {
        Findings findings = new Findings();
        SeedGatherer gatherer = gathered(descriptions(findings), findings);
        if (findings.hasErrors()) {
            throw new Refusal(
                    "%s: found %,d findings, expected none; check tells them"
                            .formatted(places.seeds(), findings.size()));
        }
        return new Registers(gatherer.codes(), gatherer.values());
    }

    private SeedGatherer gathered(List<TableDescription> descriptions, Findings findings)
            throws Refusal {
        SeedGatherer gatherer = new SeedGatherer(base, findings);
        try (KeyChecker keys = new KeyChecker(descriptions, findings)) {
            for (TableDescription description : descriptions) {
                readTable(description, keys, gatherer, findings);
            }
            keys.finish();
        } catch (IOException e) {
            throw Refusal.ofTemporaryFiles(e);
        }
        return gatherer;
    }

    /// The rows of the tables with one role, as far as they can be read; what is wrong with them is
    /// for `check` to say. A table that is described but not there yet has none.
    ///
    /// @throws Refusal as [#read] does
    List<CheckedRow> rows(String role) throws Refusal {
        List<CheckedRow> rows = new ArrayList<>();
        for (TableDescription description : tables(role)) {
            if (Files.notExists(Path.of(description.source().name()))) {
                continue;
            }
            RowChecker checker = new RowChecker(description, new Findings());
            try (TableReader table =
                    TableReader.open(description.source(), description.dialect())) {
                checker.checkHeader(table.header(), table.headerPosition());
                for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                    rows.add(checker.check(row.get()));
                }
            } catch (MalformedTable e) {
                throw new Refusal(e);
            }
        }
        return rows;
    }

    /// The tables with one role.
    List<TableDescription> tables(String role) throws Refusal {
        return tables().stream().filter(t -> t.role().equals(role)).toList();
    }

    /// All tables, as their metadata describe them.
    List<TableDescription> tables() throws Refusal {
        return descriptions(new Findings());
    }

    private List<TableDescription> descriptions(Findings findings) throws Refusal {
        Path seeds = places.seeds();
        if (!Files.isDirectory(seeds)) {
            throw new Refusal(seeds + ": found no such folder, expected the folder of the tables");
        }
        try {
            List<TableDescription> all = DescriptionReader.readFolder(seeds);
            if (all.isEmpty()) {
                throw new Refusal(
                        seeds + ": found no *-metadata.json, expected tables with their metadata");
            }
            List<Path> described =
                    all.stream().map(t -> Path.of(t.source().name()).normalize()).toList();
            try (Stream<Path> files = Files.walk(seeds)) {
                files.filter(file -> file.toString().endsWith(".csv"))
                        .filter(file -> !file.startsWith(seeds.resolve("packs")))
                        .filter(file -> !described.contains(file.normalize()))
                        .sorted()
                        .forEach(file -> findings.add(undescribed(file)));
            }
            return all.stream().map(this::withRules).toList();
        } catch (BadDescription e) {
            throw new Refusal(e);
        } catch (IOException e) {
            throw new Refusal(seeds + ": found it not readable (" + e.getMessage() + ")");
        }
    }

    /// The list of rules can be replaced; its description stays.
    private TableDescription withRules(TableDescription table) {
        Path rules = places.rules();
        return rules != null && table.role().equals("rules") ? table.at(rules) : table;
    }

    private static Finding undescribed(Path file) {
        return new Finding(
                Code.UNDESCRIBED_TABLE,
                Severity.ERROR,
                chancery.table.Position.of(file.toString()),
                0,
                "",
                "no metadata",
                file.getFileName() + "-metadata.json beside it");
    }

    private void readTable(
            TableDescription description, KeyChecker keys, SeedGatherer gatherer, Findings findings)
            throws Refusal, IOException {
        RowChecker checker = new RowChecker(description, findings);
        Mapper mapper = new Mapper(description, base.iri(), Mode.EVIDENCE, findings);
        FactReader facts = new FactReader(description, mapper);
        try (TableReader rows = TableReader.open(description.source(), description.dialect())) {
            checker.checkHeader(rows.header(), rows.headerPosition());
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                CheckedRow checked = checker.check(row.get());
                keys.add(description, checked);
                gatherer.row(description.role(), mapper, facts, checked);
            }
            checker.finish();
        } catch (MalformedTable e) {
            throw new Refusal(e);
        }
    }
}
