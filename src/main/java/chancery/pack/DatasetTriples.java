package chancery.pack;

import chancery.pack.PackStore.Added;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// What a release says of a dataset: the source, and its files (DCAT 3).
public final class DatasetTriples {
    private final Base base;
    private final Pack pack;
    private final List<Added> files;

    public DatasetTriples(Base base, Pack pack, List<Added> files) {
        this.base = base;
        this.pack = pack;
        this.files = List.copyOf(files);
    }

    /// @throws UncheckedIOException if the size of a file cannot be told
    public List<Triple> all() {
        List<Triple> all = new ArrayList<>();
        Dataset dataset = pack.dataset();
        Node source = base.id("source", dataset.id());
        put(all, source, RDF.Nodes.type, Chy.term("Source"));
        put(all, source, RDFS.Nodes.label, english(dataset.title()));
        put(all, source, Chy.term("title"), text(dataset.title()));
        put(all, source, Chy.term("sourceKind"), base.id("concept", "dataset"));
        put(all, source, Chy.term("show"), text("sentence"));
        putText(all, source, Chy.term("publisher"), dataset.publisher());
        putText(
                all,
                source,
                NodeFactory.createURI("http://www.w3.org/ns/dcat#version"),
                dataset.version());
        putText(all, source, DCTerms.bibliographicCitation.asNode(), dataset.rights());
        if (!dataset.issued().isEmpty()) {
            putText(all, source, DCTerms.issued.asNode(), dataset.issued());
        }
        putIri(all, source, Chy.term("licence"), dataset.licence());
        putIri(all, source, Chy.term("url"), dataset.url());
        for (Added added : files) {
            Node file = base.id("file", pack.fileId(added.name()));
            put(all, source, DCAT.distribution.asNode(), file);
            put(all, file, RDF.Nodes.type, DCAT.Distribution.asNode());
            put(all, file, RDFS.Nodes.label, text(added.name()));
            put(all, file, Chy.term("fileSha256"), text(added.sha256()));
            put(all, file, DCAT.byteSize.asNode(), size(added));
        }
        return all;
    }

    private static Node size(Added added) {
        try {
            return NodeFactory.createLiteralDT(
                    Long.toString(Files.size(added.file())), XSDDatatype.XSDnonNegativeInteger);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(List<Triple> into, Node s, Node p, Node o) {
        into.add(Triple.create(s, p, o));
    }

    private static void putText(List<Triple> into, Node s, Node p, String text) {
        if (!text.isEmpty()) {
            put(into, s, p, text(text));
        }
    }

    private static void putIri(List<Triple> into, Node s, Node p, String iri) {
        if (!iri.isEmpty()) {
            put(into, s, p, NodeFactory.createURI(iri));
        }
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }
}
