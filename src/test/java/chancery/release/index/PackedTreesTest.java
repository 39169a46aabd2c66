package chancery.release.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTreesTest {
    private static final int PAGE_BYTES = 8192;
    private static final int TRIPLES_IN_A_PAGE = (PAGE_BYTES - 8) / 24;
    private static final int QUADS_IN_A_PAGE = (PAGE_BYTES - 8) / 32;

    @TempDir private Path folder;

    private DatasetGraph open() {
        return DatabaseMgr.connectDatasetGraph(Location.create(folder));
    }

    private static Node iri(String kind, int number) {
        return NodeFactory.createURI("http://example.org/" + kind + number);
    }

    /// Fills a database with so many triples and as many quads, in no order.
    private Set<Quad> fill(int count) {
        DatasetGraph dataset = open();
        Set<Quad> all = new HashSet<>();
        Txn.executeWrite(
                dataset,
                () -> {
                    for (int i = 0; i < count; i++) {
                        int mixed = (int) (i * 7919L % Math.max(1, count));
                        Node subject = iri("s", mixed);
                        Node predicate = iri("p", mixed % 7);
                        Node object = iri("o", mixed % 1000);
                        all.add(new Quad(iri("g", mixed % 3), subject, predicate, object));
                        all.add(new Quad(Quad.defaultGraphIRI, subject, predicate, object));
                    }
                    all.forEach(dataset::add);
                });
        TDBInternal.expel(dataset);
        return all;
    }

    private void pack() throws IOException {
        DatasetGraph dataset = open();
        List<String> told = new ArrayList<>();
        PackedTrees.write(dataset, told::add);
        TDBInternal.expel(dataset);
        assertEquals(
                List.of(
                        "SPO", "POS", "OSP", "GSPO", "GPOS", "GOSP", "POSG", "OSPG", "SPOG",
                        "nodes"),
                told);
        PackedTrees.replace(folder.resolve("Data-0001"));
        try (var files = Files.list(folder.resolve("Data-0001"))) {
            assertEquals(
                    List.of(), files.filter(file -> file.toString().contains("packed")).toList());
        }
    }

    /// Pages of records that are not empty.
    private int pages(String index) throws IOException {
        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("Data-0001/" + index + ".dat")));
        int pages = 0;
        for (int at = 0; at < file.limit(); at += PAGE_BYTES) {
            pages += file.getInt(at) == 0 ? 0 : 1;
        }
        return pages;
    }

    private static int pagesOf(int records, int inAPage) {
        return (records + inAPage - 1) / inAPage;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 340, 341, 342, 343, 682, 683, 20_000, 60_000})
    void everyRecordIsFoundAsBefore(int count) throws IOException {
        Set<Quad> all = fill(count);
        pack();
        assertEquals(pagesOf(count, TRIPLES_IN_A_PAGE), pages("SPO"));
        assertEquals(pagesOf(count, TRIPLES_IN_A_PAGE), pages("OSP"));
        assertEquals(pagesOf(count, QUADS_IN_A_PAGE), pages("POSG"));
        DatasetGraph dataset = open();
        assertHolds(dataset, all, count);
        FinishedIndex.putInto(dataset);
        assertHolds(dataset, all, count);
        TDBInternal.expel(dataset);
    }

    private static void assertHolds(DatasetGraph dataset, Set<Quad> all, int count) {
        assertEquals(all, found(dataset, Quad.ANY));
        for (int i = 0; i < count; i += 1 + count / 50) {
            for (Quad quad :
                    List.of(
                            new Quad(Node.ANY, iri("s", i), Node.ANY, Node.ANY),
                            new Quad(Node.ANY, Node.ANY, iri("p", i), Node.ANY),
                            new Quad(Quad.defaultGraphIRI, Node.ANY, Node.ANY, iri("o", i)),
                            new Quad(iri("g", i), Node.ANY, Node.ANY, iri("o", i)))) {
                assertEquals(matching(all, quad), found(dataset, quad));
            }
        }
    }

    private static Set<Quad> matching(Set<Quad> all, Quad pattern) {
        Set<Quad> matching = new HashSet<>();
        for (Quad quad : all) {
            if (quad.matches(
                    pattern.getGraph(),
                    pattern.getSubject(),
                    pattern.getPredicate(),
                    pattern.getObject())) {
                matching.add(quad);
            }
        }
        return matching;
    }

    private static Set<Quad> found(DatasetGraph dataset, Quad pattern) {
        return Txn.calculateRead(
                dataset,
                () -> {
                    Set<Quad> found = new HashSet<>();
                    dataset.find(pattern)
                            .forEachRemaining(
                                    quad ->
                                            found.add(
                                                    quad.isDefaultGraph()
                                                            ? Quad.create(
                                                                    Quad.defaultGraphIRI,
                                                                    quad.asTriple())
                                                            : quad));
                    return found;
                });
    }

    @Test
    void aTreeThatGrewHasMorePages() throws IOException {
        fill(20_000);
        int before = pages("OSP");
        pack();
        assertTrue(
                pages("OSP") * 5 < before * 4,
                "found " + before + " pages before and " + pages("OSP") + " after");
    }
}
