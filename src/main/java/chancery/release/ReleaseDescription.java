package chancery.release;

import chancery.release.dump.DumpedFile;
import chancery.release.dump.Edition;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import chancery.vocab.Prefixes;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.SplitIRI;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/// Says what a release is: VoID (with partitions, and the named graphs as subsets), DCAT 3 and
/// PROV. Its counts are those of the default graph, itself included: of `chancery.ttl`.
///
/// What stands in the database says nothing of files, so that no checksum refers to itself; the
/// file `release.ttl` adds the distributions with their sizes and checksums.
final class ReleaseDescription {
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String SHAPES = "https://w3id.org/chancery/ontology/shapes";

    /// New in DCAT 3.
    private static final Node DCAT_VERSION = NodeFactory.createURI(DCAT.NS + "version");

    private final Base base;
    private final Node release;
    private final String id;
    private final LocalDate date;

    ReleaseDescription(Base base, String id, LocalDate date) {
        this.base = base;
        this.release = base.release(id);
        this.id = id;
        this.date = date;
    }

    /// Counts a release together with this description, which tells these very counts: it is
    /// counted again until it adds no class and no property any more.
    ///
    /// @param without what the release holds besides
    Census counting(Census without) {
        Census with = without;
        Census next = without.plus(ofItself(with));
        while (!next.equals(with)) {
            with = next;
            next = without.plus(ofItself(with));
        }
        return with;
    }

    private Census ofItself(Census counts) {
        List<Quad> quads = quads(counts);
        return Census.of(quads, quads);
    }

    Edition edition(Census census) {
        return new Edition(
                base, id, date, census.triples(), census.of("Claim"), census.licencesById());
    }

    /// @param census of the whole release, by [#counting]
    List<Quad> quads(Census census) {
        return triples(census).stream()
                .map(triple -> Quad.create(base.graph("release"), triple))
                .toList();
    }

    String turtle(Census census, List<DumpedFile> files) {
        List<Triple> all = new ArrayList<>(triples(census));
        Edition edition = edition(census);
        files.forEach(file -> addDistribution(all, file, edition));
        all.sort(new CanonicalQuads().tripleOrder());
        StringWriter out = new StringWriter();
        StreamRDF writer =
                StreamRDFWriter.getWriterStream(
                        new org.apache.commons.io.output.WriterOutputStream.Builder()
                                .setWriter(out)
                                .setCharset(java.nio.charset.StandardCharsets.UTF_8)
                                .getUnchecked(),
                        RDFFormat.TURTLE_BLOCKS);
        writer.start();
        Prefixes.of(base).forEach(writer::prefix);
        all.forEach(writer::triple);
        writer.finish();
        return out.toString();
    }

    private List<Triple> triples(Census census) {
        List<Triple> all = new ArrayList<>();
        add(all, release, RDF.Nodes.type, VOID.Dataset.asNode());
        add(all, release, RDF.Nodes.type, DCAT.Dataset.asNode());
        add(
                all,
                release,
                RDFS.label.asNode(),
                NodeFactory.createLiteralLang("Chancery, release " + id, "en"));
        add(
                all,
                release,
                DCTerms.title.asNode(),
                NodeFactory.createLiteralLang(
                        "Chancery: relations between states, release " + id, "en"));
        add(all, release, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(id));
        add(
                all,
                release,
                DCTerms.issued.asNode(),
                NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate));
        Edition edition = edition(census);
        all.addAll(edition.terms(release, ""));
        add(all, release, DCTerms.conformsTo.asNode(), ReleaseFormat.name());
        add(all, release, DCTerms.conformsTo.asNode(), NodeFactory.createURI(SHAPES));
        add(all, release, DCAT_VERSION, NodeFactory.createLiteralString(id));
        add(
                all,
                release,
                NodeFactory.createURI("http://www.w3.org/2002/07/owl#versionInfo"),
                NodeFactory.createLiteralString(id));
        add(all, release, VOID.triples.asNode(), number(census.triples()));
        add(all, release, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(base.iri()));
        add(all, release, VOID.classes.asNode(), number(census.byClass().size()));
        add(all, release, VOID.properties.asNode(), number(census.byProperty().size()));
        vocabularies(census)
                .forEach(
                        each ->
                                add(
                                        all,
                                        release,
                                        VOID.vocabulary.asNode(),
                                        NodeFactory.createURI(each)));
        add(all, release, Chy.term("claims"), number(census.of("Claim")));
        Map<String, Long> classes = new TreeMap<>(census.byClass());
        classes.forEach(
                (iri, count) -> {
                    Node part =
                            addPartition(
                                    all,
                                    release,
                                    "class",
                                    VOID.classPartition.asNode(),
                                    VOID._class.asNode(),
                                    VOID.entities.asNode(),
                                    iri,
                                    count);
                    addProperties(all, part, census.byClassProperty().getOrDefault(iri, Map.of()));
                });
        addProperties(all, release, census.byProperty());
        census.byGraph()
                .forEach(
                        (iri, count) -> {
                            Node graph = NodeFactory.createURI(iri);
                            add(all, release, VOID.subset.asNode(), graph);
                            add(all, graph, RDF.Nodes.type, VOID.Dataset.asNode());
                            add(all, graph, VOID.triples.asNode(), number(count));
                            all.addAll(edition.terms(graph, source(iri)));
                        });
        return all;
    }

    /// The namespaces of all classes and properties.
    private static Set<String> vocabularies(Census census) {
        Set<String> namespaces = new TreeSet<>();
        for (Set<String> terms : List.of(census.byClass().keySet(), census.byProperty().keySet())) {
            for (String term : terms) {
                namespaces.add(term.substring(0, SplitIRI.splitpoint(term)));
            }
        }
        return namespaces;
    }

    private static void addProperties(
            List<Triple> all, Node dataset, Map<String, Long> byProperty) {
        new TreeMap<>(byProperty)
                .forEach(
                        (iri, count) ->
                                addPartition(
                                        all,
                                        dataset,
                                        "property",
                                        VOID.propertyPartition.asNode(),
                                        VOID.property.asNode(),
                                        VOID.triples.asNode(),
                                        iri,
                                        count));
    }

    /// @return the part
    private static Node addPartition(
            List<Triple> all,
            Node dataset,
            String kind,
            Node partition,
            Node of,
            Node counted,
            String iri,
            long count) {
        String name = iri.replaceFirst("^https?://", "").replaceAll("[^A-Za-z0-9]+", "-");
        Node node = NodeFactory.createURI(dataset.getURI() + "/" + kind + "/" + name);
        add(all, dataset, partition, node);
        add(all, node, of, NodeFactory.createURI(iri));
        add(all, node, counted, number(count));
        return node;
    }

    /// The id of the source that a graph is of; `""` if it is of none.
    private String source(String graph) {
        String prefix = base.graph("source/").getURI();
        return graph.startsWith(prefix) ? graph.substring(prefix.length()) : "";
    }

    private void addDistribution(List<Triple> all, DumpedFile file, Edition edition) {
        Node node = NodeFactory.createURI(release.getURI() + "/dumps/" + file.name());
        Node checksum = NodeFactory.createURI(node.getURI() + "/checksum");
        add(all, release, DCAT.distribution.asNode(), node);
        add(all, node, RDF.Nodes.type, DCAT.Distribution.asNode());
        add(all, node, DCTerms.title.asNode(), NodeFactory.createLiteralString(file.name()));
        all.addAll(edition.terms(node, Edition.source(file.name())));
        add(all, node, DCAT.mediaType.asNode(), mediaType(file.mediaType()));
        if (!file.compression().isEmpty()) {
            boolean isPackage = file.name().endsWith(".zip");
            add(
                    all,
                    node,
                    isPackage ? DCAT.packageFormat.asNode() : DCAT.compressFormat.asNode(),
                    mediaType(file.compression()));
        }
        add(all, node, DCAT.byteSize.asNode(), number(file.sizeBytes()));
        add(all, node, NodeFactory.createURI(SPDX + "checksum"), checksum);
        add(all, checksum, RDF.Nodes.type, NodeFactory.createURI(SPDX + "Checksum"));
        add(
                all,
                checksum,
                NodeFactory.createURI(SPDX + "algorithm"),
                NodeFactory.createURI(SPDX + "checksumAlgorithm_sha256"));
        add(
                all,
                checksum,
                NodeFactory.createURI(SPDX + "checksumValue"),
                NodeFactory.createLiteralDT(file.sha256(), XSDDatatype.XSDhexBinary));
    }

    private static Node mediaType(String name) {
        return NodeFactory.createURI("https://www.iana.org/assignments/media-types/" + name);
    }

    private static void add(List<Triple> all, Node s, Node p, Node o) {
        all.add(Triple.create(s, p, o));
    }

    private static Node number(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }
}
