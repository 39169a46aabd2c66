package chancery.serve;

import chancery.release.ReleaseStore;
import chancery.release.change.Patches;
import chancery.serve.discovery.ServiceDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// What can be downloaded here, for programs (DCAT 3): the release being served as it describes
/// itself, with the address of each file on this server, and the other releases by name.
final class Catalogue {
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    /// Of what a compressed file holds.
    private static final Map<String, String> CONTENTS =
            Map.of(
                    "ttl", "text/turtle",
                    "nq", "application/n-quads",
                    "trig", "application/trig");

    private final Served served;
    private final String origin;
    private final Graph graph = GraphFactory.createDefaultGraph();

    /// @param origin of this server, without a slash at its end
    Catalogue(Served served, String origin) {
        this.served = served;
        this.origin = origin;
    }

    /// @param patches between releases, also of former ones
    Graph of(List<ReleaseStore.Listed> releases, List<Patches.Pair> patches) throws IOException {
        String base = served.release().description().base();
        RDFParser.fromString(served.release().description().turtle(), Lang.TURTLE).parse(graph);
        Node catalogue = NodeFactory.createURI(base);
        add(catalogue, RDF.type.asNode(), DCAT.Catalog.asNode());
        add(catalogue, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Chancery", "en"));
        add(catalogue, DCTerms.license.asNode(), NodeFactory.createURI(Signposts.LICENCE));
        for (ReleaseStore.Listed each : releases) {
            Node release = NodeFactory.createURI(base + "release/" + each.id());
            add(catalogue, DCAT.dataset.asNode(), release);
            add(release, RDF.type.asNode(), DCAT.Dataset.asNode());
            add(
                    release,
                    DCAT.landingPage.asNode(),
                    NodeFactory.createURI(origin + "/dumps/" + each.id() + "/"));
            if (!each.id().equals(served.id())) {
                add(
                        release,
                        RDFS.seeAlso.asNode(),
                        NodeFactory.createURI(origin + "/release/" + each.id()));
            }
        }
        for (Patches.Pair pair : patches) {
            patch(catalogue, base, pair);
        }
        Node current = NodeFactory.createURI(base + "release/" + served.id());
        Node service = ServiceDescription.addDataService(graph, List.of(current), origin);
        add(catalogue, DCAT.service.asNode(), service);
        String prefix = current.getURI() + "/dumps/";
        graph.find(current, DCAT.distribution.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(node -> node.isURI() && node.getURI().startsWith(prefix))
                .toList()
                .forEach(file -> address(file, file.getURI().substring(prefix.length())));
        return graph;
    }

    /// A data set of its own, as it is no form of either release.
    private void patch(Node catalogue, String base, Patches.Pair pair) throws IOException {
        Node former = NodeFactory.createURI(base + "release/" + pair.former());
        Node later = NodeFactory.createURI(base + "release/" + pair.later());
        String address = origin + "/dumps/" + Patches.FOLDER + "/" + pair.name() + "/";
        Node patch = NodeFactory.createURI(address);
        add(catalogue, DCAT.dataset.asNode(), patch);
        add(patch, RDF.type.asNode(), DCAT.Dataset.asNode());
        add(
                patch,
                DCTerms.title.asNode(),
                NodeFactory.createLiteralLang(
                        "Changes from release " + pair.former() + " to " + pair.later(), "en"));
        add(patch, DCTerms.license.asNode(), NodeFactory.createURI(Signposts.LICENCE));
        add(patch, DCTerms.relation.asNode(), former);
        add(patch, DCTerms.relation.asNode(), later);
        add(later, NodeFactory.createURI(DCAT.NS + "previousVersion"), former);
        for (String name : List.of(Patches.PATCH, Patches.CHANGELOG)) {
            Node file = NodeFactory.createURI(address + name);
            boolean isPatch = name.equals(Patches.PATCH);
            add(patch, DCAT.distribution.asNode(), file);
            add(file, RDF.type.asNode(), DCAT.Distribution.asNode());
            add(file, DCTerms.title.asNode(), NodeFactory.createLiteralString(name));
            add(file, DCAT.accessURL.asNode(), patch);
            add(file, DCAT.downloadURL.asNode(), file);
            add(
                    file,
                    DCAT.byteSize.asNode(),
                    NodeFactory.createLiteralDT(
                            Long.toString(Files.size(pair.folder().resolve(name))),
                            XSDDatatype.XSDinteger));
            add(
                    file,
                    DCAT.mediaType.asNode(),
                    mediaType(isPatch ? "application/rdf-patch" : "text/markdown"));
            if (isPatch) {
                add(file, DCAT.compressFormat.asNode(), mediaType("application/gzip"));
            }
        }
    }

    private void address(Node file, String name) {
        Node folder = NodeFactory.createURI(origin + "/dumps/" + served.id() + "/");
        add(file, DCAT.accessURL.asNode(), folder);
        add(file, DCAT.downloadURL.asNode(), NodeFactory.createURI(folder.getURI() + name));
        if (name.endsWith(".gz") && !graph.contains(file, DCAT.compressFormat.asNode(), Node.ANY)) {
            String plain = name.substring(0, name.length() - ".gz".length());
            String content =
                    CONTENTS.getOrDefault(
                            plain.substring(plain.lastIndexOf('.') + 1), "text/plain");
            graph.remove(file, DCAT.mediaType.asNode(), Node.ANY);
            add(file, DCAT.mediaType.asNode(), mediaType(content));
            add(file, DCAT.compressFormat.asNode(), mediaType("application/gzip"));
        }
    }

    private static Node mediaType(String name) {
        return NodeFactory.createURI(MEDIA_TYPES + name);
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }
}
