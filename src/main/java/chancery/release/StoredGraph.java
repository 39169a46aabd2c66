package chancery.release;

import chancery.release.graph.EntryDifference;
import chancery.release.graph.QuadEntries;
import chancery.release.graph.SortedGraph;
import chancery.release.sort.EntrySort;
import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// What a database holds, sorted as when the release was made: whether the id comes of it again,
/// and whether the default graph still is what the named graphs hold together.
final class StoredGraph {
    private final Description description;
    private final Workroom room;
    private final QuadEntries entries = new QuadEntries();

    /// @param room where the sorts put what does not fit into memory
    StoredGraph(Description description, Workroom room) {
        this.description = description;
        this.room = room;
    }

    /// @return what does not hold, each `found …, expected …`; empty when all does
    /// @throws UncheckedIOException when it cannot be sorted, for want of room say
    List<String> broken(DatasetGraph dataset) {
        try {
            return compared(dataset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> compared(DatasetGraph dataset) throws IOException {
        List<String> broken = new ArrayList<>();
        EntrySort quads = room.sort();
        Iterator<Quad> named = dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
        while (named.hasNext()) {
            quads.add(entries.of(named.next()));
        }
        SortedGraph graph = SortedGraph.of(new Base(description.base()), quads, room);
        String id = graph.id(description.date());
        if (!id.equals(description.id())) {
            broken.add(
                    "found quads that make release %s, expected those of %s"
                            .formatted(id, description.id()));
        }
        EntrySort plain = room.sort();
        Iterator<Quad> unnamed = dataset.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY);
        while (unnamed.hasNext()) {
            plain.add(QuadEntries.triple(entries.of(unnamed.next())));
        }
        EntryDifference difference = EntryDifference.between(graph.defaultGraph(), plain.sorted());
        if (difference.none()) {
            return broken;
        }
        broken.add(
                ("found %,d triples in the default graph that are in no named graph and %,d missing,"
                                + " expected what the named graphs hold")
                        .formatted(difference.more(), difference.missing()));
        return broken;
    }
}
