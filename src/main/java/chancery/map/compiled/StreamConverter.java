package chancery.map.compiled;

import chancery.check.AnnotatedTable;
import chancery.check.Findings;
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
import chancery.table.Position;
import chancery.table.bytes.RecordChunks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Converts tables to N-Triples or N-Quads (Generating RDF from Tabular Data on the Web) as a
/// stream, on several cores, in memory that does not grow with the tables.
///
/// The same tables give the same bytes, whatever the number of threads. Foreign keys are not looked
/// at, see [chancery.check.Validator].
public final class StreamConverter {
    private static final int CHUNK = 1 << 20;

    private final Library library;
    private final Settings settings;
    private final Findings findings;
    private final int chunkBytes;

    /// @param mode of the standard
    /// @param threads how many map; at least 1
    /// @param graph IRI of the graph that all is written into; empty for N-Triples
    /// @param keys whether primary keys are looked at
    /// @param progress told now and then how many bytes of tables were read, and rows were written
    /// @param directives empty if our own are off
    public record Settings(
            Mode mode,
            int threads,
            Optional<String> graph,
            boolean keys,
            Progress progress,
            Optional<Directives> directives) {
        /// Our directives are off.
        public Settings(
                Mode mode, int threads, Optional<String> graph, boolean keys, Progress progress) {
            this(mode, threads, graph, keys, progress, Optional.empty());
        }
    }

    /// Told how far the work is.
    @FunctionalInterface
    public interface Progress {
        void at(long bytesRead, long rowsWritten);
    }

    public StreamConverter(Library library, Settings settings, Findings findings) {
        this(library, settings, findings, CHUNK);
    }

    /// @param chunkBytes how much of a table is mapped at a time
    StreamConverter(Library library, Settings settings, Findings findings, int chunkBytes) {
        this.chunkBytes = chunkBytes;
        this.library = library;
        this.settings = settings;
        this.findings = findings;
    }

    /// Writes the triples of all tables whose output is not suppressed, as lines.
    ///
    /// Blank nodes are labelled by table and row: two outputs that are to be read as one document
    /// must not be put behind each other.
    ///
    /// @param out not closed
    /// @return false if a table could not be read to its end; a finding says why
    /// @throws IOException if `out` or a table fails
    public boolean convert(TableGroup group, OutputStream out) throws IOException {
        String end = NTriples.end(settings.graph());
        boolean whole = convert(group, "", new LineSink.ToBytes(out, end));
        out.flush();
        return whole;
    }

    /// Gives the triples of all tables whose output is not suppressed, in the order of the lines.
    ///
    /// Blank nodes are this conversion's own.
    ///
    /// @param into used by the calling thread alone
    /// @return false if a table could not be read to its end; a finding says why
    /// @throws IOException if a table fails
    public boolean convert(TableGroup group, Consumer<Triple> into) throws IOException {
        return convert(group, BlankNodes.uniqueScope(), new LineSink.ToTriples(into));
    }

    private boolean convert(TableGroup group, String scope, LineSink sink) throws IOException {
        BlankNodes names = new BlankNodes(scope);
        Node groupNode = node(group.id(), names.group());
        boolean standard = settings.mode() == Mode.STANDARD;
        boolean whole = true;
        try (TablePipeline pipeline = new TablePipeline(settings, findings, sink)) {
            if (standard) {
                TableTriples.writeGroup(group, groupNode, names, sink.triples());
            }
            int number = 0;
            for (TableDescription table : group.tables()) {
                number++;
                if (!table.suppressOutput()) {
                    BlankNodes ofTable = names.ofTable(number);
                    Node tableNode = node(table.id(), ofTable.table());
                    if (standard) {
                        TableTriples.write(table, groupNode, tableNode, ofTable, sink.triples());
                    }
                    whole &= convert(table, scope + "t" + number, tableNode, sink, pipeline);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return whole;
    }

    private boolean convert(
            TableDescription described,
            String scope,
            Node tableNode,
            LineSink sink,
            TablePipeline pipeline)
            throws IOException {
        try (Library.Document document = library.open(described.iri())) {
            Dialect dialect =
                    described.ownDialect().orElse(DialectDefaults.of(document.mediaType()));
            if (!RecordChunks.canCut(dialect)) {
                return pipeline.readAll(
                        described,
                        new OneDocument(library, document, document.content()),
                        scope,
                        tableNode,
                        sink.triples());
            }
            RecordChunks chunks = new RecordChunks(document.content(), dialect, chunkBytes);
            InputStream head = chunks.head(dialect.headerRowCount());
            Consumer<String> comments =
                    settings.mode() == Mode.STANDARD
                            ? TableTriples.comments(tableNode, sink.triples())
                            : comment -> {};
            TableDescription completed;
            try (AnnotatedTable table =
                    AnnotatedTable.open(
                            described,
                            new OneDocument(library, document, head),
                            false,
                            comments,
                            findings)) {
                completed = table.description();
            }
            List<TableKey> keys =
                    completed
                            .primaryKey()
                            .filter(key -> settings.keys())
                            .map(key -> new TableKey(0, key.columns(), false))
                            .stream()
                            .toList();
            return pipeline.map(
                    chunks,
                    TableJob.of(
                            completed, dialect, settings, scope, tableNode, end(sink), keys, sink));
        } catch (NoSuchFileException e) {
            Position at = Position.of(described.source().name());
            findings.add(Groups.of(new MalformedTable(at, "found no such file, expected a table")));
            return false;
        } catch (MalformedTable e) {
            findings.add(Groups.of(e));
            return false;
        }
    }

    private static String end(LineSink sink) {
        return switch (sink) {
            case LineSink.ToBytes bytes -> bytes.end();
            case LineSink.ToTriples triples -> NTriples.end(Optional.empty());
        };
    }

    private static Node node(Optional<String> id, Node otherwise) {
        return id.map(NodeFactory::createURI).orElse(otherwise);
    }
}
