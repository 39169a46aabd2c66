package chancery.map.compiled;

import chancery.check.AnnotatedTable;
import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.Groups;
import chancery.check.KeyChecker;
import chancery.check.KeyFindings;
import chancery.check.keys.KeyStore;
import chancery.describe.TableDescription;
import chancery.map.BlankNodes;
import chancery.map.Mode;
import chancery.map.RowTriples;
import chancery.map.TableTriples;
import chancery.map.compiled.StreamConverter.Settings;
import chancery.table.Library;
import chancery.table.MalformedTable;
import chancery.table.Position;
import chancery.table.bytes.Chunk;
import chancery.table.bytes.RecordChunks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Has chunks mapped by several threads and writes what comes of them in the order of the table.
/// Used by one thread, which reads and writes.
final class TablePipeline implements AutoCloseable {
    private static final int KEYS_IN_MEMORY = 1 << 21;
    private static final int OUTPUT = 1 << 20;

    private final Settings settings;
    private final Findings findings;
    private final LineSink sink;
    private final ExecutorService workers;
    private final Queue<Bytes> spareOutputs = new ConcurrentLinkedQueue<>();
    private final Queue<RowKeys> spareKeys = new ConcurrentLinkedQueue<>();
    private long rows;

    /// A chunk, and what will have come of it.
    private record Pending(Chunk chunk, Future<Mapped> mapped) {}

    TablePipeline(Settings settings, Findings findings, LineSink sink) {
        this.settings = settings;
        this.findings = findings;
        this.sink = sink;
        this.workers =
                Executors.newFixedThreadPool(
                        settings.threads(),
                        Thread.ofPlatform().daemon().name("mapper-", 1).factory());
    }

    /// Maps a table.
    ///
    /// @return false if it could not be read to its end; a finding says why
    boolean map(RecordChunks chunks, TableJob job) throws IOException {
        Queue<ChunkMapper> mappers = new ConcurrentLinkedQueue<>();
        Deque<Pending> pending = new ArrayDeque<>();
        try (KeyStore keys = KeyStore.of(KEYS_IN_MEMORY)) {
            Optional<MalformedTable> end = Optional.empty();
            Chunk chunk = chunks.next();
            while (end.isEmpty() && (chunk != null || !pending.isEmpty())) {
                if (chunk != null && pending.size() <= settings.threads()) {
                    Chunk next = chunk;
                    pending.add(new Pending(next, workers.submit(() -> map(next, job, mappers))));
                    chunk = chunks.next();
                } else {
                    end = take(pending.remove(), chunks, keys);
                    settings.progress().at(chunks.bytesRead(), rows);
                }
            }
            if (end.isEmpty() && chunks.stopped()) {
                end = rest(chunks, job, sink.triples(), keys);
            }
            end.map(Groups::of).ifPresent(findings::add);
            reportDuplicates(job, keys);
            return end.isEmpty();
        } finally {
            pending.forEach(left -> left.mapped().cancel(true));
        }
    }

    private Mapped map(Chunk chunk, TableJob job, Queue<ChunkMapper> mappers) {
        ChunkMapper free = mappers.poll();
        ChunkMapper mapper = free == null ? new ChunkMapper(job) : free;
        Bytes spare = spareOutputs.poll();
        RowKeys keys = spareKeys.poll();
        Mapped mapped =
                mapper.map(
                        chunk,
                        spare == null ? new Bytes(OUTPUT) : spare,
                        keys == null ? new RowKeys() : keys);
        mappers.add(mapper);
        return mapped;
    }

    private Optional<MalformedTable> take(Pending pending, RecordChunks chunks, KeyStore keys)
            throws IOException {
        Mapped mapped = finished(pending.mapped());
        chunks.recycle(pending.chunk());
        return put(mapped, keys);
    }

    private Optional<MalformedTable> put(Mapped mapped, KeyStore keys) throws IOException {
        sink.take(mapped.lines(), mapped.triples());
        mapped.keys().each((key, high, low, line, row) -> keys.add(high, low, line, row));
        findings.addAll(mapped.findings());
        rows += mapped.rows();
        spareOutputs.add(mapped.lines());
        spareKeys.add(mapped.keys());
        return mapped.end();
    }

    /// What cannot be cut is for the reference path, which says why.
    private Optional<MalformedTable> rest(
            RecordChunks chunks, TableJob job, Consumer<Triple> lines, KeyStore keys) {
        Chunk at = chunks.position();
        RowKeys rowKeys = new RowKeys();
        try {
            new ReferencePath(job, lines, findings)
                    .read(
                            chunks.rest(),
                            at.line(),
                            at.records(),
                            at.rows(),
                            row -> {
                                rowKeys.clear();
                                job.note(row, rowKeys);
                                put(rowKeys, keys);
                                rows++;
                            });
            return Optional.empty();
        } catch (MalformedTable e) {
            return Optional.of(e);
        }
    }

    private static void put(RowKeys from, KeyStore into) {
        try {
            from.each((key, high, low, line, row) -> into.add(high, low, line, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Consumer<String> comments(Node tableNode, Consumer<Triple> lines) {
        return settings.mode() == Mode.STANDARD
                ? TableTriples.comments(tableNode, lines)
                : comment -> {};
    }

    private static Mapped finished(Future<Mapped> mapped) {
        try {
            return mapped.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while mapping", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a row could not be mapped", e.getCause());
        }
    }

    private void reportDuplicates(TableJob job, KeyStore keys) throws IOException {
        keys.duplicates(
                (line, row, firstLine, firstRow) ->
                        findings.add(
                                KeyFindings.repeated(
                                        job.table(),
                                        new Position(job.table().source().name(), line, 0, row),
                                        firstLine)));
    }

    /// Maps a table that cannot be cut into chunks: by the reference path alone.
    boolean readAll(
            TableDescription described,
            Library library,
            String scope,
            Node tableNode,
            Consumer<Triple> lines)
            throws IOException {
        boolean checksKeys = settings.keys() && described.primaryKey().isPresent();
        try (AnnotatedTable table =
                        AnnotatedTable.open(
                                described, library, false, comments(tableNode, lines), findings);
                KeyChecker keys =
                        new KeyChecker(keyed(table.description(), checksKeys), findings)) {
            RowTriples triples =
                    new RowTriples(
                            table.description(),
                            settings.mode(),
                            new BlankNodes(scope),
                            tableNode,
                            findings);
            for (Optional<CheckedRow> row = table.next(); row.isPresent(); row = table.next()) {
                triples.write(row.get(), lines);
                if (checksKeys) {
                    keys.add(table.description(), row.get());
                }
                rows++;
                settings.progress().at(0, rows);
            }
            keys.finish();
            return true;
        } catch (MalformedTable e) {
            findings.add(Groups.of(e));
            return false;
        }
    }

    private static List<TableDescription> keyed(TableDescription table, boolean checksKeys) {
        return checksKeys ? List.of(table.with(table.schema().withoutForeignKeys())) : List.of();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
