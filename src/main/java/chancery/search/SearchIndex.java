package chancery.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The index of a release, opened for reading.
///
/// Thread-safe. Nothing is written and nothing locked.
public final class SearchIndex implements AutoCloseable {
    private static final Set<String> STORED =
            Set.of(IndexWriting.IRI, IndexWriting.PART, IndexWriting.TEXT, IndexWriting.LANG);

    private final Directory directory;
    private final DirectoryReader reader;

    private SearchIndex(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    /// @param folder as [IndexWriting] left it
    /// @throws IOException if there is no readable index in it
    public static SearchIndex open(Path folder) throws IOException {
        Lucene.quiet();
        Directory directory = FSDirectory.open(folder);
        try {
            return new SearchIndex(directory, DirectoryReader.open(directory));
        } catch (IOException | IllegalArgumentException e) {
            // a file cut short is the one, one with other bytes in it the other
            directory.close();
            throw new IOException(folder + ": found no readable text index", e);
        }
    }

    /// How many texts there are.
    public int size() {
        return reader.numDocs();
    }

    /// Texts that have all the words looked for, or words like them; if there is none, those that
    /// have most of them; and if there is none of these, those that have any. The likest first.
    ///
    /// @throws Deadline.OutOfTime when it takes longer
    public List<Hit> search(Asked asked, Deadline deadline) {
        List<Hit> all = run(asked, WordQuery.ALL, deadline);
        List<Hit> most = all.isEmpty() ? run(asked, WordQuery.MOST, deadline) : all;
        return most.isEmpty() ? searchAny(asked, deadline) : most;
    }

    /// Texts that have any of the words looked for, or words like them. The likest first.
    ///
    /// @throws Deadline.OutOfTime when it takes longer
    public List<Hit> searchAny(Asked asked, Deadline deadline) {
        return run(asked, WordQuery.ANY, deadline);
    }

    private List<Hit> run(Asked asked, int percent, Deadline deadline) {
        try {
            return run(WordQuery.of(asked, percent), asked.limit(), deadline);
        } catch (IndexSearcher.TooManyClauses e) {
            // a word more or less with slips: what stands there is found in any case
            return run(WordQuery.withoutSlips(asked, percent), asked.limit(), deadline);
        }
    }

    List<Hit> run(Query query, int limit, Deadline deadline) {
        try {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setTimeout(deadline::isOver);
            ScoreDoc[] found = searcher.search(query, Math.max(1, limit)).scoreDocs;
            if (searcher.timedOut()) {
                deadline.check();
            }
            StoredFields stored = searcher.storedFields();
            List<Hit> hits = new ArrayList<>(found.length);
            for (ScoreDoc each : found) {
                Document document = stored.document(each.doc, STORED);
                hits.add(
                        new Hit(
                                text(document, IndexWriting.IRI),
                                Part.named(text(document, IndexWriting.PART)).orElseThrow(),
                                text(document, IndexWriting.TEXT),
                                text(document, IndexWriting.LANG),
                                each.score));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Document document, String field) {
        return Optional.ofNullable(document.get(field)).orElse("");
    }

    @Override
    public void close() {
        try (directory) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
