package chancery.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// Makes the index of a graph: one document a text, as jena-text lays them out, so that its
/// `text:query` reads the same index.
///
/// The graph is read once for each property, and no text is kept: memory does not grow with it.
public final class IndexWriting {
    static final String IRI = "uri";
    static final String TEXT = "text";
    static final String PART = "part";
    static final String LANG = "lang";
    static final String TYPE = "type";

    /// The words of all names together, so that they need not be looked for in each kind of name.
    static final String NAME = "name";

    /// A name's letters as one word, so that it is found however it is cut into words.
    static final String JOINED = "joined";

    private static final double BUFFER_MB = 32;

    /// Claims of one row share their gist, and labels come in the order of the database: the types
    /// of a thing are asked for again soon.
    private static final int REMEMBERED = 10_000;

    private final Graph graph;
    private final Map<Node, List<String>> types =
            new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Node, List<String>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private IndexWriting(Graph graph) {
        this.graph = graph;
    }

    /// @param graph  in a read transaction
    /// @param folder where the index goes; made if it is not there
    /// @return how many texts were indexed
    public static long write(Graph graph, Path folder) throws IOException {
        Lucene.quiet();
        Files.createDirectories(folder);
        IndexWriterConfig config =
                new IndexWriterConfig(new NameAnalyzer())
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                        .setRAMBufferSizeMB(BUFFER_MB);
        long count = 0;
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter index = new IndexWriter(directory, config)) {
            IndexWriting writing = new IndexWriting(graph);
            for (Part part : Part.values()) {
                count += writing.write(part, index);
            }
            index.forceMerge(1);
        }
        Files.deleteIfExists(folder.resolve(IndexWriter.WRITE_LOCK_NAME));
        return count;
    }

    private long write(Part part, IndexWriter index) throws IOException {
        long count = 0;
        ExtendedIterator<Triple> texts = graph.find(Node.ANY, part.property(), Node.ANY);
        try {
            while (texts.hasNext()) {
                Triple triple = texts.next();
                if (triple.getSubject().isURI() && triple.getObject().isLiteral()) {
                    index.addDocument(document(part, triple));
                    count++;
                }
            }
        } finally {
            texts.close();
        }
        return count;
    }

    private Document document(Part part, Triple triple) {
        Node text = triple.getObject();
        Document document = new Document();
        document.add(new StringField(IRI, triple.getSubject().getURI(), Field.Store.YES));
        document.add(new TextField(part.field(), text.getLiteralLexicalForm(), Field.Store.NO));
        if (part.isName()) {
            document.add(new TextField(NAME, text.getLiteralLexicalForm(), Field.Store.NO));
            String joined = Words.joined(Words.of(text.getLiteralLexicalForm()));
            document.add(new StringField(JOINED, joined, Field.Store.NO));
        }
        document.add(new StoredField(TEXT, text.getLiteralLexicalForm()));
        document.add(new StringField(PART, part.field(), Field.Store.YES));
        document.add(new StringField(LANG, text.getLiteralLanguage(), Field.Store.YES));
        for (String type : types.computeIfAbsent(triple.getSubject(), this::typesOf)) {
            document.add(new StringField(TYPE, type, Field.Store.NO));
        }
        return document;
    }

    private List<String> typesOf(Node subject) {
        return graph.find(subject, RDF.Nodes.type, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .mapWith(Node::getURI)
                .toList();
    }
}
