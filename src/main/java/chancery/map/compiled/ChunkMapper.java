package chancery.map.compiled;

import chancery.check.Findings;
import chancery.map.NTriples;
import chancery.table.MalformedTable;
import chancery.table.bytes.Chunk;
import chancery.table.bytes.FieldCutter;
import chancery.table.bytes.Utf8;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Maps chunks of one table: each row by the program, or, where that does not do, by the reference
/// path. Used by one thread at a time.
final class ChunkMapper {
    private final TableJob job;
    private final FieldCutter cutter;
    private final @Nullable RowWriter writer;
    private final Findings findings = new Findings();
    private final ReferencePath reference;
    private Bytes out = new Bytes(1 << 16);
    private RowKeys keys = new RowKeys();

    ChunkMapper(TableJob job) {
        this.job = job;
        this.cutter = new FieldCutter(job.dialect());
        this.writer = job.program().map(RowWriter::new).orElse(null);
        this.reference =
                new ReferencePath(
                        job, NTriples.lines(job.end(), line -> out.put(Bytes.of(line))), findings);
    }

    Mapped map(Chunk chunk, Bytes into, RowKeys keysInto) {
        out = into;
        keys = keysInto;
        out.cutTo(0);
        keys.clear();
        int broken = Utf8.firstBroken(chunk.bytes(), chunk.from(), chunk.to());
        long line = chunk.line();
        long record = chunk.records();
        long row = chunk.rows();
        Optional<MalformedTable> end = Optional.empty();
        try {
            for (int at = chunk.from(); at < chunk.to(); ) {
                int next = cutter.cut(chunk, at);
                record++;
                row += cutter.isComment() ? 0 : 1;
                boolean whole = broken < at || broken >= next;
                if (!whole || !write(chunk, line, record, row)) {
                    reference(chunk, at, next, line, record, row);
                }
                line += cutter.lines();
                at = next;
            }
        } catch (MalformedTable e) {
            end = Optional.of(e);
        }
        return new Mapped(
                out, job.sink().prepared(out), keys, findings.taken(), row - chunk.rows(), end);
    }

    private boolean write(Chunk chunk, long line, long record, long row) {
        RowWriter compiled = writer;
        if (compiled == null
                || cutter.isComment()
                || !compiled.write(chunk, cutter, row, record, out)) {
            return false;
        }
        for (int i = 0; i < job.keys().size(); i++) {
            Bytes key = compiled.key(i);
            if (key.length() > 0) {
                keys.add(job.keys().get(i).number(), key.array(), 0, key.length(), line, row);
            }
        }
        return true;
    }

    private void reference(Chunk chunk, int from, int to, long line, long record, long row)
            throws MalformedTable {
        InputStream in = new ByteArrayInputStream(chunk.bytes(), from, to - from);
        long rows = cutter.isComment() ? row : row - 1;
        reference.read(in, line, record - 1, rows, read -> job.note(read, keys));
    }
}
