package chancery.spark;

import chancery.check.Findings;
import chancery.describe.TableGroup;
import chancery.map.compiled.Split;
import chancery.map.compiled.SplitMapper;
import chancery.map.compiled.SplitMapper.Key;
import chancery.spark.Plan.Part;
import chancery.table.MalformedTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
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
    /// @param name of its table, for messages
    record Written(
            int table,
            String name,
            long rows,
            boolean whole,
            boolean hasErrors,
            List<String> findings,
            List<Key> keys)
            implements Serializable {
        Written withoutKeys() {
            return new Written(table, name, rows, whole, hasErrors, findings, List.of());
        }
    }

    Written write(Part part) throws IOException, MalformedTable {
        Findings findings = new Findings();
        SplitMapper mapper = plan.mapper(part.table(), findings);
        String iri = plan.table(part.table()).iri();
        Split split = part.split();
        String name = "part-%03d-%06d".formatted(part.table(), part.number());
        SplitMapper.Outcome outcome;
        try (Whole file = Whole.open(output, name + ending(plan));
                InputStream in = plan.library().from(iri, split.from())) {
            outcome = mapper.map(new Bounded(in, split.to() - split.from()), split, file.out());
            file.finish();
        }
        return new Written(
                part.table(),
                plan.library().name(iri),
                outcome.rows(),
                outcome.whole(),
                findings.hasErrors(),
                List.copyOf(findings.lines()),
                outcome.keys());
    }

    /// What stands before the rows, in standard mode.
    static void writeGroup(Plan plan, TableGroup group, String output) throws IOException {
        try (Whole file = Whole.open(output, "part-000-000000" + ending(plan))) {
            SplitMapper.writeGroup(group, plan.settings(), file.out());
            file.finish();
        }
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
            system.delete(fresh, false);
        }
    }

    /// The next so many bytes.
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long bytes) {
            this.in = in;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            int read = left > 0 ? in.read() : -1;
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
