package chancery.release;

import chancery.release.graph.EntryDifference;
import chancery.release.graph.QuadEntries;
import chancery.release.graph.SortedGraph;
import chancery.release.sort.EntrySort;
import chancery.release.sort.SortedEntries;
import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.atlas.iterator.Iter;
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

    /// What came of reading a database once.
    ///
    /// @param broken what does not hold, each `found …, expected …`; empty when all does
    record Found(Census census, List<String> broken) {
        Found {
            broken = List.copyOf(broken);
        }
    }

    /// @throws UncheckedIOException when it cannot be sorted, for want of room say
    Found read(DatasetGraph dataset) {
        EntrySort quads = room.sort();
        EntrySort plain = room.sort();
        Census census =
                Census.of(
                        () ->
                                Iter.map(
                                        dataset.find(
                                                Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY),
                                        quad -> put(quad, QuadEntries::triple, plain)),
                        () ->
                                Iter.map(
                                        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY),
                                        quad -> put(quad, entry -> entry, quads)));
        try {
            return new Found(census, broken(quads, plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Quad put(Quad quad, UnaryOperator<byte[]> part, EntrySort sort) {
        try {
            sort.add(part.apply(entries.of(quad)));
            return quad;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> broken(EntrySort quads, EntrySort plain) throws IOException {
        List<String> broken = new ArrayList<>();
        SortedEntries found = plain.sorted();
        SortedGraph graph = SortedGraph.of(new Base(description.base()), quads, found, room);
        // what stands in no named graph is hashed too: with the right id it belongs there
        boolean isOfNamed = graph.ofNamed().id(description.date()).equals(description.id());
        String id = isOfNamed ? description.id() : graph.id(description.date());
        boolean mayHaveMore = !isOfNamed && id.equals(description.id());
        if (!id.equals(description.id())) {
            broken.add(
                    "found quads that make release %s, expected those of %s"
                            .formatted(id, description.id()));
        }
        EntryDifference difference = EntryDifference.between(graph.ofNamed().defaultGraph(), found);
        if (difference.missing() > 0 || (difference.more() > 0 && !mayHaveMore)) {
            broken.add(
                    ("found %,d triples in the default graph that are in no named graph and %,d"
                                    + " missing, expected what the named graphs hold")
                            .formatted(difference.more(), difference.missing()));
        }
        return broken;
    }
}
