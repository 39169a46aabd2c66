package chancery.release.example;

import chancery.release.ReleaseQuery;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import chancery.vocab.Prefixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Writes examples as `sh:SPARQLExecutable`, with the prefixes as `sh:declare`; without blank
/// nodes, which a release has none of.
///
/// The endpoint is named below the base, never by the address of a server: same input, same bytes.
public final class ExampleGraph {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";
    private static final Node KEYWORDS = NodeFactory.createURI("https://schema.org/keywords");
    private static final Node TARGET = NodeFactory.createURI("https://schema.org/target");

    /// What depends on the base in the text of a query; the ontology does not.
    private static final Pattern OURS =
            Pattern.compile(
                    Pattern.quote(Base.DEFAULT.iri())
                            + "(?=id/|graph/|release/|queries/|sparql\\b)");

    private static final Pattern TERM = Pattern.compile("\\bchy:([A-Za-z]\\w*)");

    private final Base base;
    private final Graph ontology;
    private final Node prefixes;

    /// @param ontology has the labels of the terms, by which an example can be found
    public ExampleGraph(Base base, Graph ontology) {
        this.base = base;
        this.ontology = ontology;
        this.prefixes = NodeFactory.createURI(base.iri() + "queries#prefixes");
    }

    /// @return what says how `base`'s prefixes are written, and each example; nothing without
    ///     examples
    /// @throws QueryException for one that is no query, with its name
    public List<Triple> of(List<ExampleQuery> examples) {
        List<Triple> all = new ArrayList<>();
        if (!examples.isEmpty()) {
            declare(all);
        }
        examples.forEach(example -> add(example, all));
        return all;
    }

    private void declare(List<Triple> all) {
        Prefixes.of(base)
                .forEach(
                        (prefix, namespace) -> {
                            Node node =
                                    NodeFactory.createURI(base.iri() + "queries#prefix-" + prefix);
                            add(all, prefixes, sh("declare"), node);
                            add(all, node, RDF.Nodes.type, sh("PrefixDeclaration"));
                            add(all, node, sh("prefix"), NodeFactory.createLiteralString(prefix));
                            add(
                                    all,
                                    node,
                                    sh("namespace"),
                                    NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
                        });
    }

    private void add(ExampleQuery example, List<Triple> all) {
        String text = OURS.matcher(example.text()).replaceAll(Matcher.quoteReplacement(base.iri()));
        Query query = parse(example.name(), text);
        Node node = NodeFactory.createURI(base.iri() + "queries/" + example.name());
        add(all, node, RDF.Nodes.type, sh("SPARQLExecutable"));
        add(all, node, RDF.Nodes.type, kind(query));
        add(all, node, property(query), NodeFactory.createLiteralString(text));
        add(
                all,
                node,
                RDFS.comment.asNode(),
                NodeFactory.createLiteralLang(example.question(), "en"));
        add(all, node, sh("prefixes"), prefixes);
        add(all, node, TARGET, NodeFactory.createURI(base.iri() + "sparql"));
        keywords(text)
                .forEach(word -> add(all, node, KEYWORDS, NodeFactory.createLiteralString(word)));
        services(query)
                .forEach(
                        other ->
                                add(
                                        all,
                                        node,
                                        NodeFactory.createURI(SPEX + "federatesWith"),
                                        other));
    }

    private static Query parse(String name, String text) {
        try {
            return ReleaseQuery.parse(text).query();
        } catch (QueryException e) {
            throw new QueryException(name + ".rq: " + e.getMessage(), e);
        }
    }

    private static Node kind(Query query) {
        if (query.isAskType()) {
            return sh("SPARQLAskExecutable");
        }
        if (query.isConstructType()) {
            return sh("SPARQLConstructExecutable");
        }
        return query.isDescribeType()
                ? NodeFactory.createURI(SPEX + "SPARQLDescribeExecutable")
                : sh("SPARQLSelectExecutable");
    }

    /// SHACL knows no DESCRIBE.
    private static Node property(Query query) {
        if (query.isAskType()) {
            return sh("ask");
        }
        if (query.isConstructType()) {
            return sh("construct");
        }
        return query.isDescribeType() ? NodeFactory.createURI(SPEX + "describe") : sh("select");
    }

    /// Labels of the classes that it asks for; of the properties if it names no class.
    private Set<String> keywords(String text) {
        Set<String> classes = labels(text, name -> Character.isUpperCase(name.charAt(0)));
        return classes.isEmpty() ? labels(text, name -> true) : classes;
    }

    private Set<String> labels(String text, Predicate<String> wanted) {
        Set<String> labels = new TreeSet<>();
        Matcher terms = TERM.matcher(text);
        while (terms.find()) {
            if (wanted.test(terms.group(1))) {
                ontology.find(Chy.term(terms.group(1)), RDFS.label.asNode(), Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(label -> label.getLiteralLanguage().equals("en"))
                        .forEach(label -> labels.add(label.getLiteralLexicalForm()));
            }
        }
        return labels;
    }

    private static List<Node> services(Query query) {
        List<Node> services = new ArrayList<>();
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(
                    query.getQueryPattern(),
                    new ElementVisitorBase() {
                        @Override
                        public void visit(ElementService service) {
                            if (service.getServiceNode().isURI()) {
                                services.add(service.getServiceNode());
                            }
                        }
                    });
        }
        return services;
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(SH + name);
    }

    private static void add(List<Triple> all, Node subject, Node property, Node object) {
        all.add(Triple.create(subject, property, object));
    }
}
