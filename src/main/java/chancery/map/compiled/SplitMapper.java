package chancery.map.compiled;

import chancery.check.AnnotatedTable;
import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.GroupKeys;
import chancery.check.Groups;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.map.BlankNodes;
import chancery.map.Mode;
import chancery.map.NTriples;
import chancery.map.TableTriples;
import chancery.table.Dialect;
import chancery.table.DialectDefaults;
import chancery.table.Library;
import chancery.table.MalformedTable;
import chancery.table.bytes.Chunk;
import chancery.table.bytes.RecordChunks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Maps any part of a table, for whoever gives the parts to several machines: the lines of all
/// parts together are those of [StreamConverter]. Used by one thread.
public final class SplitMapper {
    private static final int CHUNK = 1 << 20;
    private static final int SMALLEST_CHUNK = 64;

    private final TableJob job;
    private final Findings findings;
    private final Head head;
    private final boolean canCut;

    /// What stands before the rows: the same whoever opens the table, and to be told once.
    ///
    /// @param comments in their order; none if the table cannot be cut: its only part writes them
    /// @param findings what is wrong with the header
    public record Head(List<String> comments, Findings findings) {
        public Head {
            comments = List.copyOf(comments);
        }
    }

    /// What came of a part.
    ///
    /// @param rows how many it has
    /// @param whole whether it could be read to its end; if not, a finding says why
    /// @param keys by their numbers, see [#number]; none if keys are not looked at
    public record Outcome(long rows, boolean whole, RowKeys keys) {}

    private SplitMapper(TableJob job, Head head, boolean canCut, Findings findings) {
        this.job = job;
        this.head = head;
        this.canCut = canCut;
        this.findings = findings;
    }

    /// Opens one table of a group and reads its head.
    ///
    /// @param number of the table, 1-based
    /// @param settings threads and progress do not matter
    /// @param findings where every part puts what is wrong
    /// @throws MalformedTable if its head cannot be read
    public static SplitMapper of(
            Library library,
            TableGroup group,
            int number,
            StreamConverter.Settings settings,
            Findings findings)
            throws IOException, MalformedTable {
        TableDescription described = group.tables().get(number - 1);
        try (Library.Document document = library.open(described.iri())) {
            Dialect dialect =
                    described.ownDialect().orElse(DialectDefaults.of(document.mediaType()));
            boolean canCut = RecordChunks.canCut(dialect);
            InputStream head =
                    canCut
                            ? new RecordChunks(document.content(), dialect, CHUNK)
                                    .head(dialect.headerRowCount())
                            : document.content();
            List<String> comments = new ArrayList<>();
            Findings ofHead = new Findings();
            TableDescription completed;
            try (AnnotatedTable table =
                    AnnotatedTable.open(
                            described,
                            new OneDocument(library, document, head),
                            false,
                            canCut ? comments::add : comment -> {},
                            ofHead)) {
                completed = table.description();
            }
            BlankNodes names = new BlankNodes("").ofTable(number);
            String end = NTriples.end(settings.graph());
            TableJob job =
                    TableJob.of(
                            completed,
                            dialect,
                            settings,
                            "t" + number,
                            described.id().map(NodeFactory::createURI).orElse(names.table()),
                            end,
                            settings.keys() ? keys(number, group) : List.of(),
                            new LineSink.ToBytes(OutputStream.nullOutputStream(), end));
            return new SplitMapper(job, new Head(comments, ofHead), canCut, findings);
        }
    }

    /// What stands before the rows.
    public Head head() {
        return head;
    }

    private static List<TableKey> keys(int table, TableGroup group) {
        GroupKeys all = GroupKeys.of(group.tables());
        List<TableKey> keys = new ArrayList<>();
        for (int i = 0; i < all.indexes().size(); i++) {
            GroupKeys.Index index = all.indexes().get(i);
            if (index.number() == table) {
                keys.add(new TableKey(i, index.columns(), false));
            }
        }
        for (int i = 0; i < all.references().size(); i++) {
            GroupKeys.Reference reference = all.references().get(i);
            if (reference.number() == table) {
                keys.add(new TableKey(number(i), reference.key().columns(), true));
            }
        }
        return keys;
    }

    /// The number under which references are noted; keys that are looked up have that of their
    /// index.
    ///
    /// @param reference number in [GroupKeys#references], from 0
    /// @return below 0
    public static int number(int reference) {
        return -1 - reference;
    }

    /// What stands before the rows of a group: nothing but in standard mode.
    ///
    /// @param comments by the number of the table, see [Head#comments]
    public static void writeGroup(
            TableGroup group,
            Map<Integer, List<String>> comments,
            StreamConverter.Settings settings,
            OutputStream out) {
        if (settings.mode() != Mode.STANDARD) {
            return;
        }
        BlankNodes names = new BlankNodes("");
        Node groupNode = group.id().map(NodeFactory::createURI).orElse(names.group());
        Consumer<Triple> lines = lines(NTriples.end(settings.graph()), out);
        TableTriples.writeGroup(group, groupNode, names, lines);
        int number = 0;
        for (TableDescription table : group.tables()) {
            number++;
            if (!table.suppressOutput()) {
                BlankNodes ofTable = names.ofTable(number);
                Node node = table.id().map(NodeFactory::createURI).orElse(ofTable.table());
                TableTriples.write(table, groupNode, node, ofTable, lines);
                comments.getOrDefault(number, List.of())
                        .forEach(TableTriples.comments(node, lines));
            }
        }
    }

    /// Cuts a table into parts by reading it once, which is much faster than mapping it.
    ///
    /// @param table from its first byte on
    /// @param bytes of a part, about
    public List<Split> splits(InputStream table, long bytes) throws IOException {
        if (!canCut) {
            return List.of(new Split(0, Split.END, 1, 0, 0, false));
        }
        int chunk = Math.clamp(bytes, SMALLEST_CHUNK, CHUNK);
        RecordChunks chunks = new RecordChunks(table, job.dialect(), chunk);
        chunks.head(job.dialect().headerRowCount());
        List<Split> splits = new ArrayList<>();
        long from = chunks.offset();
        Chunk first = chunks.position();
        long to = from;
        for (Chunk next = chunks.next(); next != null; next = chunks.next()) {
            to += next.to() - next.from();
            chunks.recycle(next);
            if (to - from >= bytes) {
                splits.add(split(from, to, first, true));
                from = to;
                first = chunks.position();
            }
        }
        if (to > from) {
            splits.add(split(from, to, first, true));
        }
        if (chunks.stopped()) {
            splits.add(split(to, Split.END, chunks.position(), false));
        }
        return splits;
    }

    private static Split split(long from, long to, Chunk at, boolean cut) {
        return new Split(from, to, at.line(), at.records(), at.rows(), cut);
    }

    /// Maps a part.
    ///
    /// @param in the bytes of the part
    /// @param out takes whole lines; not closed
    public Outcome map(InputStream in, Split split, OutputStream out) throws IOException {
        RowKeys keys = new RowKeys();
        if (!split.cut()) {
            return rest(in, split, out, keys);
        }
        RecordChunks chunks =
                new RecordChunks(
                        in, job.dialect(), CHUNK, split.line(), split.records(), split.rows());
        ChunkMapper mapper = new ChunkMapper(job);
        Bytes lines = new Bytes(CHUNK);
        RowKeys ofChunk = new RowKeys();
        long rows = 0;
        boolean whole = true;
        for (Chunk chunk = chunks.next(); whole && chunk != null; chunk = chunks.next()) {
            Mapped mapped = mapper.map(chunk, lines, ofChunk);
            chunks.recycle(chunk);
            mapped.lines().writeTo(out);
            keys.addAll(mapped.keys());
            findings.addAll(mapped.findings());
            rows += mapped.rows();
            mapped.end().map(Groups::of).ifPresent(findings::add);
            whole = mapped.end().isEmpty();
        }
        return new Outcome(rows, whole, keys.trimmed());
    }

    /// What cannot be cut is for the reference path: a whole table, or what is left of one, of
    /// which it says why.
    private Outcome rest(InputStream in, Split split, OutputStream out, RowKeys keys) {
        long[] rows = {0};
        boolean whole =
                read(
                        in,
                        split,
                        lines(job.end(), out),
                        row -> {
                            job.note(row, keys);
                            rows[0]++;
                        });
        return new Outcome(rows[0], whole, keys.trimmed());
    }

    /// Reads a part without writing anything, for messages about its rows.
    ///
    /// @param each told of each row; used by the calling thread
    public void read(InputStream in, Split split, Consumer<CheckedRow> each) {
        read(in, split, triple -> {}, each);
    }

    /// @return whether the part could be read to its end; if not, a finding says why
    private boolean read(
            InputStream in, Split split, Consumer<Triple> lines, Consumer<CheckedRow> each) {
        ReferencePath path = new ReferencePath(job, lines, findings);
        try {
            if (canCut) {
                path.read(in, split.line(), split.records(), split.rows(), each);
            } else {
                path.readAll(in, each);
            }
            return true;
        } catch (MalformedTable e) {
            findings.add(Groups.of(e));
            return false;
        }
    }

    private static Consumer<Triple> lines(String end, OutputStream out) {
        return NTriples.lines(
                end,
                line -> {
                    try {
                        out.write(Bytes.of(line));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
