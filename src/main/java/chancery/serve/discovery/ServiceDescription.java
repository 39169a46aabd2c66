package chancery.serve.discovery;

import static chancery.serve.discovery.ServiceTerms.schema;
import static chancery.serve.discovery.ServiceTerms.sd;

import chancery.guard.AllowedFunctions;
import chancery.guard.Limits;
import chancery.guard.service.ServiceRules;
import chancery.release.Description;
import chancery.search.SparqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

/// The endpoint as it describes itself: SPARQL 1.1 Service Description, with the VoID of the
/// release being served inside, and as a data service of DCAT 3.
///
/// The default graph is what the release's own VoID counts, so it bears the release's name. The
/// service comes first, then its dataset, then the rest: some programs read a description as a
/// stream and know a subject only after another one has named it.
public final class ServiceDescription {
    /// The code of the unit (UN/CEFACT).
    private static final String SECONDS = "SEC";

    private static final String BYTES = "AD";

    private final Graph release;
    private final Description description;
    private final List<Node> examples;
    private final Limits limits;
    private final ServiceRules services;

    /// @param release  `release.ttl`
    /// @param examples resources worth a first look
    /// @param services whom queries may ask
    public ServiceDescription(
            Graph release,
            Description description,
            List<Node> examples,
            Limits limits,
            ServiceRules services) {
        this.release = release;
        this.description = description;
        this.examples = List.copyOf(examples);
        this.limits = limits;
        this.services = services;
    }

    /// The prefixes that it is pleasant to read with.
    public static Map<String, String> prefixes() {
        Map<String, String> prefixes = new TreeMap<>();
        prefixes.put("sd", ServiceTerms.SD);
        prefixes.put("formats", ServiceTerms.FORMATS);
        prefixes.put("void", VOID.NS);
        prefixes.put("dcat", DCAT.NS);
        prefixes.put("foaf", ServiceTerms.FOAF);
        prefixes.put("schema", ServiceTerms.SCHEMA);
        prefixes.put("void-ext", "http://ldf.fi/void-ext#");
        return prefixes;
    }

    /// @param origin of this server as whoever asks sees it, without a slash at its end
    /// @return every triple once, in the order in which to write them
    public List<Triple> at(String origin) {
        return new Writing(origin).all();
    }

    /// That `/sparql` of this server serves these datasets, for a catalogue.
    ///
    /// @return the service
    public static Node addDataService(Graph catalogue, List<Node> served, String origin) {
        Node service = NodeFactory.createURI(origin + "/sparql");
        catalogue.add(Triple.create(service, RDF.Nodes.type, DCAT.DataService.asNode()));
        catalogue.add(
                Triple.create(
                        service,
                        DCTerms.title.asNode(),
                        NodeFactory.createLiteralLang("Chancery, SPARQL endpoint", "en")));
        catalogue.add(Triple.create(service, DCAT.endpointURL.asNode(), service));
        catalogue.add(Triple.create(service, DCAT.endpointDescription.asNode(), document(origin)));
        served.forEach(
                each -> catalogue.add(Triple.create(service, DCAT.servesDataset.asNode(), each)));
        return service;
    }

    private static Node document(String origin) {
        return NodeFactory.createURI(origin + "/.well-known/void");
    }

    /// One description being put together.
    private final class Writing {
        private final String origin;
        private final Node service;
        private final Node dataset;
        private final Node whole;
        private final List<Triple> all = new ArrayList<>();

        Writing(String origin) {
            this.origin = origin;
            this.service = iri(origin + "/sparql");
            this.dataset = iri(origin + "/sparql#dataset");
            this.whole = iri(description.base() + "release/" + description.id());
        }

        List<Triple> all() {
            addService();
            addLimits();
            addServices();
            addDataset();
            addDocument();
            addWhole();
            addRelease();
            return all.stream().distinct().toList();
        }

        private void addService() {
            add(service, RDF.Nodes.type, sd("Service"));
            add(service, RDF.Nodes.type, DCAT.DataService.asNode());
            add(service, RDFS.label.asNode(), english("Chancery"));
            add(service, DCTerms.title.asNode(), english("Chancery, SPARQL endpoint"));
            add(service, sd("endpoint"), service);
            add(service, DCAT.endpointURL.asNode(), service);
            add(service, DCAT.endpointDescription.asNode(), document(origin));
            add(service, DCAT.servesDataset.asNode(), whole);
            add(service, sd("defaultDataset"), dataset);
            add(
                    service,
                    RDFS.comment.asNode(),
                    english(
                            "A query in the syntax of SPARQL 1.1 runs on the default graph, one"
                                    + " that is only SPARQL 1.2 on the union of the named graphs,"
                                    + " which has the reifiers. A query may run for "
                                    + limits.timeoutSeconds()
                                    + " s and have "
                                    + limits.maxQueryCharacters()
                                    + " characters; "
                                    + limits.maxConcurrent()
                                    + " run at a time. An answer may have "
                                    + limits.maxRows()
                                    + " rows or triples and "
                                    + limits.maxBytes()
                                    + " bytes before it is compressed; one that would have more is"
                                    + " refused or broken off, never cut short."
                                    + (services.servers().isEmpty()
                                            ? " SERVICE is refused."
                                            : " SERVICE may ask the servers listed here alone.")));
            add(service, RDFS.seeAlso.asNode(), iri(origin + "/queries.ttl"));
            ServiceTerms.LANGUAGES.forEach(n -> add(service, sd("supportedLanguage"), sd(n)));
            ServiceTerms.VERSIONS.forEach(
                    n -> add(service, sd("supportedVersion"), iri(ServiceTerms.SPARQL + n)));
            ServiceTerms.RESULTS.forEach(
                    n -> add(service, sd("resultFormat"), iri(ServiceTerms.FORMATS + n)));
            AllowedFunctions.extensions(FunctionRegistry.get())
                    .forEach(function -> add(service, sd("extensionFunction"), iri(function)));
            add(service, sd("propertyFeature"), iri(SparqlText.IRI));
            Node union = iri(origin + "/sparql#union-for-sparql-1.2");
            add(service, sd("feature"), union);
            add(union, RDF.Nodes.type, sd("Feature"));
            add(union, RDFS.label.asNode(), english("named graphs as one, for SPARQL 1.2 alone"));
        }

        private void addLimits() {
            limit("timeout", limits.timeoutSeconds(), SECONDS);
            limit("maximum query size", limits.maxQueryCharacters(), "");
            limit("maximum queries at a time", limits.maxConcurrent(), "");
            limit("maximum rows", limits.maxRows(), "");
            limit("maximum answer size", limits.maxBytes(), BYTES);
        }

        /// Those that [ServiceRules] have, or nothing.
        private void addServices() {
            if (services.servers().isEmpty()) {
                return;
            }
            add(service, sd("feature"), sd("BasicFederatedQuery"));
            Node allowed = property("servers that SERVICE may ask");
            services.servers().forEach(each -> add(allowed, schema("value"), iri(each.address())));
            limit("timeout of a SERVICE call", services.limits().seconds(), SECONDS);
            limit("maximum SERVICE calls of a query", services.limits().maxCalls(), "");
            limit("maximum SERVICE calls at a time", services.limits().maxConcurrent(), "");
            limit("maximum rows of a SERVICE call", services.limits().maxRows(), "");
            limit("maximum answer size of a SERVICE call", services.limits().maxBytes(), BYTES);
        }

        /// One that has a name, and gets a value.
        private Node property(String name) {
            Node property = iri(service.getURI() + "#" + name.replace(' ', '-'));
            add(service, schema("additionalProperty"), property);
            add(property, RDF.Nodes.type, schema("PropertyValue"));
            add(property, schema("name"), NodeFactory.createLiteralString(name));
            return property;
        }

        private void limit(String name, long value, String unit) {
            Node limit = property(name);
            add(
                    limit,
                    schema("value"),
                    NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger));
            if (!unit.isEmpty()) {
                add(limit, schema("unitCode"), NodeFactory.createLiteralString(unit));
            }
        }

        private void addDataset() {
            add(dataset, RDF.Nodes.type, sd("Dataset"));
            add(dataset, sd("defaultGraph"), whole);
            for (Node named : namedGraphs()) {
                String name = named.getURI().substring((description.base() + "graph/").length());
                Node graph = iri(service.getURI() + "#graph/" + name);
                add(dataset, sd("namedGraph"), graph);
                add(graph, RDF.Nodes.type, sd("NamedGraph"));
                add(graph, sd("name"), named);
                add(graph, sd("graph"), named);
                add(named, RDF.Nodes.type, sd("Graph"));
            }
        }

        private List<Node> namedGraphs() {
            return release
                    .find(whole, VOID.subset.asNode(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(
                            node ->
                                    node.isURI()
                                            && node.getURI()
                                                    .startsWith(description.base() + "graph/"))
                    .toList()
                    .stream()
                    .sorted(NodeCmp::compareRDFTerms)
                    .toList();
        }

        private void addDocument() {
            Node document = document(origin);
            add(document, RDF.Nodes.type, VOID.DatasetDescription.asNode());
            add(document, DCTerms.title.asNode(), english("What there is at " + origin + "/"));
            add(document, iri(ServiceTerms.FOAF + "primaryTopic"), whole);
            add(document, iri(ServiceTerms.FOAF + "topic"), service);
        }

        private void addWhole() {
            add(whole, RDF.Nodes.type, sd("Graph"));
            add(whole, VOID.sparqlEndpoint.asNode(), service);
            add(whole, iri(ServiceTerms.FOAF + "homepage"), iri(origin + "/"));
            add(whole, RDFS.seeAlso.asNode(), iri(origin + "/dumps/dcat.ttl"));
            String files = whole.getURI() + "/dumps/";
            release
                    .find(whole, DCAT.distribution.asNode(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(file -> file.isURI() && file.getURI().startsWith(files))
                    .mapWith(file -> file.getURI().substring(files.length()))
                    .filterKeep(name -> name.startsWith("chancery."))
                    .toList()
                    .stream()
                    .sorted()
                    .map(name -> iri(origin + "/dumps/" + description.id() + "/" + name))
                    .forEach(dump -> add(whole, VOID.dataDump.asNode(), dump));
            examples.forEach(each -> add(whole, VOID.exampleResource.asNode(), each));
        }

        /// What the release says of itself, but for its files, which the catalogue lists.
        private void addRelease() {
            String files = whole.getURI() + "/dumps/";
            release.stream()
                    .filter(triple -> !isBelow(files, triple.getSubject()))
                    .filter(triple -> !isBelow(files, triple.getObject()))
                    .sorted(
                            Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
                                    .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
                                    .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms))
                    .sorted(Comparator.comparing(triple -> !triple.getSubject().equals(whole)))
                    .forEach(all::add);
        }

        private static boolean isBelow(String prefix, Node node) {
            return node.isURI() && node.getURI().startsWith(prefix);
        }

        private static Node iri(String text) {
            return NodeFactory.createURI(text);
        }

        private static Node english(String text) {
            return NodeFactory.createLiteralLang(text, "en");
        }

        private void add(Node subject, Node property, Node object) {
            all.add(Triple.create(subject, property, object));
        }
    }
}
