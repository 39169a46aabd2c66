package chancery.cli;

import chancery.check.Findings;
import chancery.check.derive.CodeLists;
import chancery.cli.PackReader.LightTable;
import chancery.describe.Annotations;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.evidence.NamedTimes;
import chancery.evidence.ValueNodes;
import chancery.map.Mode;
import chancery.map.compiled.Directives;
import chancery.map.compiled.StreamConverter;
import chancery.release.ReleaseBuild;
import chancery.release.TableRun;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Streams tables whose rows are too many to hold them in memory: their rows make no claims, and
/// each leads to itself as its evidence by what its metadata say.
///
/// What a table makes is kept, so that the next build has to map only what is new.
final class LightTables {
    private final Base base;
    private final CodeLists codes;
    private final Findings findings;
    private final ReleaseBuild release;
    private final Progressing progress;
    private final NamedTimes times;
    private final List<Report> reports = new ArrayList<>();

    /// Told how far the work is: see [Progress#at].
    @FunctionalInterface
    interface Progressing {
        void at(String what, long done, long all);
    }

    /// What came of one table.
    ///
    /// @param isMappedBefore what an earlier build had kept was taken
    record Report(String pack, String file, long rows, boolean isMappedBefore) {}

    LightTables(
            Base base,
            CodeLists codes,
            Findings findings,
            ReleaseBuild release,
            Progressing progress) {
        this.base = base;
        this.codes = codes;
        this.findings = findings;
        this.release = release;
        this.progress = progress;
        this.times = new NamedTimes(base);
    }

    /// @param known the times that are described already; the others are described behind the rows
    /// @return whether every table was read to its end
    boolean write(List<LightTable> tables, ValueNodes known) throws IOException {
        boolean whole = true;
        for (LightTable table : tables) {
            whole &= write(table);
        }
        times.describe(known, release.lightSink()::triple);
        return whole;
    }

    /// What came of each table, in their order.
    List<Report> reports() {
        return List.copyOf(reports);
    }

    private boolean write(LightTable table) throws IOException {
        String file = table.file().getFileName().toString();
        long bytes = Files.size(table.file());
        TableKey key =
                TableKey.of(
                        table,
                        base,
                        codes,
                        read -> progress.at("bytes of " + file + " looked at", read, bytes));
        Optional<TableNotes> before = release.mappedBefore(key.hex()).flatMap(TableNotes::read);
        Optional<TableNotes> notes = before.isPresent() ? before : map(table, key);
        notes.ifPresent(
                it -> {
                    findings.addAll(it.findings());
                    times.addAll(it.times());
                    reports.add(
                            new Report(table.pack().name(), file, it.rows(), before.isPresent()));
                });
        return notes.isPresent();
    }

    /// @return empty if the table could not be read to its end; a finding says why
    private Optional<TableNotes> map(LightTable light, TableKey key) throws IOException {
        TableDescription table = light.description();
        Findings own = new Findings();
        RowsSoFar rows = new RowsSoFar(light, key.size(), progress);
        StreamConverter.Settings settings =
                new StreamConverter.Settings(
                        Mode.EVIDENCE,
                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                        Optional.empty(),
                        true,
                        rows,
                        Optional.of(new Directives(base.iri(), codes)));
        TableGroup group = new TableGroup(Optional.empty(), List.of(table), Annotations.NONE);
        TableRun run = release.table();
        NamedTimes named = new NamedTimes(base);
        boolean whole =
                new StreamConverter(new OneTable(table), settings, own)
                        .convert(
                                group,
                                triple -> {
                                    named.see(triple.getObject());
                                    run.triple(triple);
                                });
        if (!whole) {
            findings.addAll(own);
            return Optional.empty();
        }
        TableNotes notes = new TableNotes(rows.rows, List.copyOf(named.seen()), own);
        if (key.isStill()) {
            run.keep(key.hex(), notes.bytes());
        } else {
            run.take();
        }
        return Optional.of(notes);
    }

    /// Counts rows, and guesses from the bytes how many there are.
    private static final class RowsSoFar implements StreamConverter.Progress {
        private final String what;
        private final long bytes;
        private final Progressing progress;
        private long rows;

        RowsSoFar(LightTable table, long bytes, Progressing progress) {
            String file = table.file().getFileName().toString();
            boolean isPacked = file.matches("(?i).*\\.(gz|zip)");
            this.what = "rows of " + file;
            this.bytes = isPacked ? 0 : bytes;
            this.progress = progress;
        }

        @Override
        public void at(long bytesRead, long rowsWritten) {
            rows = rowsWritten;
            boolean guesses = bytes > 0 && bytesRead > 0 && rows > 0;
            progress.at(what, rows, guesses ? (long) ((double) rows * bytes / bytesRead) : -1);
        }
    }
}
