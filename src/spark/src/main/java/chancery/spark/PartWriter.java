package chancery.spark;

import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.describe.TableGroup;
import chancery.evidence.NamedTimes;
import chancery.evidence.ValueNodes;
import chancery.map.NTriples;
import chancery.map.compiled.RowKeys;
import chancery.map.compiled.SplitMapper;
import chancery.spark.Plan.Part;
import chancery.table.MalformedTable;
import chancery.vocab.Base;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/// Maps a part and writes it as one file, which is there as a whole or not at all: a machine that
/// dies on the way leaves a file that nobody reads, and another one maps the part again.
record PartWriter(Plan plan, String output) {
    /// What is being written, and what was left behind by machines that died.
    static final String UNFINISHED = "_unfinished";

    private static final int BUFFER = 1 << 16;

    /// What came of a part.
    ///
    /// @param file that it was written to; `""` if its table is in no output
    /// @param times that its rows name, if our directives are on
    record Written(
            int table,
            String file,
            long rows,
            boolean whole,
            boolean hasErrors,
            List<String> findings,
            List<String> times,
            RowKeys keys)
            implements Serializable {
        Written withoutKeys() {
            return new Written(table, file, rows, whole, hasErrors, findings, times, new RowKeys());
        }
    }

    Written write(Part part) throws IOException, MalformedTable {
        Findings findings = new Findings();
        SplitMapper mapper = plan.mapper(part.table(), findings);
        String name = "part-%03d-%06d%s".formatted(part.table(), part.number(), ending(plan));
        boolean isWritten = plan.isWritten(part.table());
        Optional<NamedTimes> times =
                plan.inputs().directives().map(it -> new NamedTimes(new Base(it.base())));
        SplitMapper.Outcome outcome;
        if (!isWritten) {
            try (InputStream in = plan.open(part)) {
                outcome = mapper.map(in, part.split(), OutputStream.nullOutputStream());
            }
            // what is not written has no findings but those of its keys, and where they end
            findings = malformed(findings);
        } else {
            try (Whole file = Whole.open(output, name);
                    InputStream in = plan.open(part)) {
                OutputStream out =
                        times.isPresent()
                                ? times.get().seeing(file.out(), end(plan))
                                : file.out();
                outcome = mapper.map(in, part.split(), out);
                file.finish();
            }
        }
        return new Written(
                part.table(),
                isWritten ? name : "",
                outcome.rows(),
                outcome.whole(),
                findings.hasErrors(),
                List.copyOf(findings.lines()),
                times.map(it -> List.copyOf(it.seen())).orElse(List.of()),
                outcome.keys());
    }

    private static Findings malformed(Findings all) {
        Findings malformed = new Findings();
        all.sorted().stream()
                .filter(finding -> finding.code() == Code.MALFORMED_TABLE)
                .forEach(malformed::add);
        return malformed;
    }

    /// What stands before the rows, in standard mode.
    ///
    /// @param comments by the number of the table
    static void writeGroup(
            Plan plan, TableGroup group, Map<Integer, List<String>> comments, String output)
            throws IOException {
        try (Whole file = Whole.open(output, "part-000-000000" + ending(plan))) {
            SplitMapper.writeGroup(group, comments, plan.settings(), file.out());
            file.finish();
        }
    }

    /// What stands behind the rows of a pack's tables: the times that they name.
    ///
    /// @param known described elsewhere
    static void writeTimes(Plan plan, NamedTimes times, ValueNodes known, String output)
            throws IOException {
        try (Whole file = Whole.open(output, "part-000-000000" + ending(plan))) {
            StringBuilder lines = new StringBuilder();
            times.describe(known, NTriples.lines(end(plan), lines::append));
            file.out().write(lines.toString().getBytes(StandardCharsets.UTF_8));
            file.finish();
        }
    }

    private static String end(Plan plan) {
        return NTriples.end(plan.settings().graph());
    }

    private static String ending(Plan plan) {
        return plan.graph().isEmpty() ? ".nt.gz" : ".nq.gz";
    }

    /// A file that gets its name when it is whole.
    private record Whole(FileSystem system, Path fresh, Path target, OutputStream out)
            implements AutoCloseable {
        static Whole open(String folder, String name) throws IOException {
            Path target = new Path(folder, name);
            FileSystem system = FileTables.system(target);
            Path fresh = new Path(new Path(folder, UNFINISHED), name + "." + UUID.randomUUID());
            return new Whole(
                    system,
                    fresh,
                    target,
                    new BufferedOutputStream(
                            new GZIPOutputStream(system.create(fresh), BUFFER), BUFFER));
        }

        void finish() throws IOException {
            out.close();
            if (!system.rename(fresh, target) && !system.exists(target)) {
                throw new IOException(target + ": found no way to write it");
            }
        }

        @Override
        public void close() throws IOException {
            try {
                out.close();
            } finally {
                system.delete(fresh, false);
            }
        }
    }
}
