package chancery.page;

import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;

/// The default graph of a release, read for pages: labels, links, values in a steady order.
///
/// Lives inside one read transaction and one thread; it remembers the labels it has looked up.
public final class GraphView {
    /// A name without end would make every page that has it one.
    static final int LONGEST_NAME = 300;

    private static final Node EDTF = Chy.term("edtf");

    private final DatasetGraph dataset;
    private final Graph graph;
    private final String base;
    private final Hrefs hrefs;
    private final Reader reader;
    private final Map<Node, Link> links = new HashMap<>();

    /// @param base the release's base IRI, ends in `/`
    public GraphView(DatasetGraph dataset, String base) {
        this(dataset, base, Reader.anybody());
    }

    /// @param base   the release's base IRI, ends in `/`
    /// @param reader in whose languages things are named
    public GraphView(DatasetGraph dataset, String base, Reader reader) {
        this.reader = reader;
        this.dataset = dataset;
        this.graph = dataset.getDefaultGraph();
        this.base = base;
        this.hrefs = new Hrefs(base);
    }

    /// @param path without the leading slash, such as `id/state/azerbaijan`
    public Node node(String path) {
        return NodeFactory.createURI(base + path);
    }

    /// @param text an IRI, or a path with or without a slash before it
    public Node named(String text) {
        return text.contains("://")
                ? NodeFactory.createURI(text)
                : node(text.replaceFirst("^/", ""));
    }

    /// A plain text as a node.
    public Node string(String text) {
        return NodeFactory.createLiteralString(text);
    }

    /// @param href of a [Link] of this view
    /// @return the IRI that it stands for; `""` for `""`
    public String iri(String href) {
        return hrefs.iri(href);
    }

    /// Whether the graph says anything of the node.
    public boolean knows(Node subject) {
        return graph.contains(subject, Node.ANY, Node.ANY);
    }

    /// Where a thing is to be found that was merged into another or renamed.
    ///
    /// @return a path of this server
    public Optional<String> replacement(Node thing) {
        return object(thing, Terms.IS_REPLACED_BY)
                .filter(other -> !other.equals(thing))
                .map(other -> link(other).href())
                .filter(href -> href.startsWith("/id/"));
    }

    /// Whether it was taken back, and nothing took its place.
    public boolean isWithdrawn(Node thing) {
        return graph.contains(thing, Terms.DEPRECATED, NodeFactory.createLiteralByValue(true));
    }

    /// Why a thing is no longer there; `""` if nobody says.
    public String noteOn(Node thing) {
        return text(thing, Terms.CHANGE_NOTE);
    }

    public boolean isA(Node subject, Node type) {
        return graph.contains(subject, Terms.TYPE, type);
    }

    /// Superclasses are written out in a release; only those without a subclass here are meant.
    public List<Link> kindsOf(Node thing) {
        List<Node> types = objects(thing, Terms.TYPE);
        return types.stream()
                .filter(type -> type.isURI() && !type.getURI().startsWith(RDF.uri))
                .filter(
                        type ->
                                types.stream()
                                        .filter(other -> !other.equals(type))
                                        .noneMatch(other -> has(other, Terms.SUBCLASS_OF, type)))
                .map(this::link)
                .toList();
    }

    public boolean has(Node subject, Node property, Node object) {
        return graph.contains(subject, property, object);
    }

    /// Where a triple is from that no source needs to claim: `register`, `computed` (it follows
    /// from others), or `""` where the release does not say.
    public String basis(Node subject, Node property, Node object) {
        if (dataset.contains(node("graph/register"), subject, property, object)) {
            return "register";
        }
        return dataset.contains(node("graph/derived"), subject, property, object) ? "computed" : "";
    }

    /// Claims about a subject with one property, whatever became of them; no order.
    public Stream<Node> claims(Node subject, Node property) {
        return Iter.asStream(graph.find(Node.ANY, Terms.SUBJECT, subject))
                .map(Triple::getSubject)
                .filter(claim -> has(claim, Terms.PREDICATE, property));
    }

    /// The only subject of a property with this value; empty if there are none or several.
    public Optional<Node> onlySubject(Node property, Node object) {
        return only(graph.find(Node.ANY, property, object), Triple::getSubject);
    }

    /// The only value of a property; empty if there are none or several.
    public Optional<Node> onlyObject(Node subject, Node property) {
        return only(graph.find(subject, property, Node.ANY), Triple::getObject);
    }

    private static Optional<Node> only(
            ExtendedIterator<Triple> triples, Function<Triple, Node> part) {
        try {
            Optional<Node> first =
                    triples.hasNext() ? Optional.of(part.apply(triples.next())) : Optional.empty();
            return triples.hasNext() ? Optional.empty() : first;
        } finally {
            triples.close();
        }
    }

    /// In the order of their labels.
    public List<Node> objects(Node subject, Node property) {
        return sorted(graph.find(subject, property, Node.ANY).mapWith(t -> t.getObject()).toList());
    }

    /// Values of a property, no order.
    public List<Node> values(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
    }

    /// Values of all properties, no order; some more than once.
    public Stream<Node> valuesOf(Node subject) {
        return graph.find(subject, Node.ANY, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }

    /// In the order of their labels.
    public List<Node> subjects(Node property, Node object) {
        return sorted(graph.find(Node.ANY, property, object).mapWith(t -> t.getSubject()).toList());
    }

    /// No order.
    public Stream<Triple> triplesOf(Node subject) {
        return Iter.asStream(graph.find(subject, Node.ANY, Node.ANY));
    }

    /// No order.
    public Stream<Triple> triplesTo(Node object) {
        return Iter.asStream(graph.find(Node.ANY, Node.ANY, object));
    }

    /// All of a property; no order.
    public Stream<Triple> triplesWith(Node property) {
        return Iter.asStream(graph.find(Node.ANY, property, Node.ANY));
    }

    /// Claims about a subject, whatever became of them; no order.
    public Stream<Node> claimsAbout(Node subject) {
        return Iter.asStream(graph.find(Node.ANY, Terms.SUBJECT, subject)).map(Triple::getSubject);
    }

    /// All that have a property, no order; some more than once.
    public Stream<Node> allSubjects(Node property) {
        return allSubjects(property, Node.ANY);
    }

    /// The same without an order, one after the other.
    public Stream<Node> allSubjects(Node property, Node object) {
        return Iter.asStream(graph.find(Node.ANY, property, object)).map(Triple::getSubject);
    }

    /// All of a type, no order.
    public Stream<Node> typed(Node type) {
        return Iter.asStream(graph.find(Node.ANY, Terms.TYPE, type)).map(Triple::getSubject);
    }

    /// All of a type but the rows of large tables, each once, no order. Such rows stand in the
    /// default graph alone, everything else in a named graph too; a dataset without a register has
    /// no such rows.
    public Stream<Node> typedInGraphs(Node type) {
        return inGraphs(type).map(Quad::getSubject).distinct();
    }

    /// The types of [#typedInGraphs], each once.
    public Stream<Node> typesInGraphs() {
        return inGraphs(Node.ANY).map(Quad::getObject).distinct();
    }

    private Stream<Quad> inGraphs(Node type) {
        boolean isNamed = dataset.contains(node("graph/register"), Node.ANY, Terms.TYPE, Node.ANY);
        return Iter.asStream(
                isNamed
                        ? dataset.findNG(Node.ANY, Node.ANY, Terms.TYPE, type)
                        : dataset.find(Quad.defaultGraphIRI, Node.ANY, Terms.TYPE, type));
    }

    /// Where an IRI leads; `""` where no link may lead.
    public String path(String iri) {
        return hrefs.of(iri);
    }

    /// Properties of a subject, in the order of their labels.
    public List<Node> propertiesOf(Node subject) {
        return sorted(
                graph.find(subject, Node.ANY, Node.ANY).mapWith(t -> t.getPredicate()).toList());
    }

    /// Properties that lead to an object, in the order of their labels.
    public List<Node> propertiesTo(Node object) {
        return sorted(
                graph.find(Node.ANY, Node.ANY, object).mapWith(t -> t.getPredicate()).toList());
    }

    public Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    /// The first value as text; `""` if there is none.
    public String text(Node subject, Node property) {
        return object(subject, property).map(node -> link(node).text()).orElse("");
    }

    /// A time as programs read it; `""` for what is none.
    public String edtf(Node time) {
        return values(time, EDTF).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /// An integer value; -1 if there is none.
    public int number(Node subject, Node property) {
        String text = text(subject, property);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /// The node's label with where it leads; a literal is its own label.
    public Link link(Node node) {
        Link known = links.get(node);
        if (known == null) {
            // a name made of other names must end even where the data go in circles
            links.put(node, Link.to("…", ""));
            known = makeLink(node);
            links.put(node, known);
        }
        return known;
    }

    public List<Link> links(List<Node> nodes) {
        return nodes.stream().map(this::link).toList();
    }

    public List<Link> links(Node subject, Node property) {
        return links(objects(subject, property));
    }

    private Link makeLink(Node node) {
        if (node.isLiteral()) {
            return new Link(node.getLiteralLexicalForm(), "", node.getLiteralLanguage());
        }
        if (!node.isURI()) {
            return Link.to(node.toString(), "");
        }
        String href = hrefs.of(node.getURI());
        if (isTime(node)) {
            return timeLink(node, href);
        }
        if (isDisagreement(node)) {
            return Link.to(DisagreementName.of(this, node), href).shortened(LONGEST_NAME);
        }
        return labelOf(node)
                .map(label -> new Link(label.text(), href, label.lang()))
                .orElseGet(
                        () ->
                                Link.to(
                                        EventName.of(this, node)
                                                .orElseGet(() -> withoutLabel(node)),
                                        href))
                .shortened(LONGEST_NAME);
    }

    /// In a language of the reader, then without one, then in any.
    private Optional<Link> labelOf(Node node) {
        return Stream.of(Terms.LABEL, Terms.PREF_LABEL)
                .flatMap(property -> graph.find(node, property, Node.ANY).toList().stream())
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .map(n -> new Link(n.getLiteralLexicalForm(), "", n.getLiteralLanguage()))
                .min(
                        Comparator.comparingInt((Link label) -> reader.rank(label.lang()))
                                .thenComparing(Link::text));
    }

    private boolean isDisagreement(Node node) {
        return node.getURI().startsWith(base + "id/disagreement/") && isA(node, Chy.DISAGREEMENT);
    }

    private boolean isTime(Node node) {
        return node.isURI() && node.getURI().startsWith(base + "id/time/");
    }

    /// In words, unless somebody gave it a label of its own.
    private Link timeLink(Node time, String href) {
        Optional<String> edtf =
                onlyObject(time, EDTF).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
        String words = edtf.map(Dates::inWords).orElseGet(() -> withoutLabel(time));
        return labelOf(time)
                .filter(label -> edtf.filter(label.text()::equals).isEmpty())
                .map(label -> new Link(label.text(), href, label.lang()))
                .orElseGet(() -> Link.to(words, href));
    }

    /// What has no label is called by what it says: a claim, a link, a disagreement, a passage,
    /// a code; the rest by the end of its IRI.
    private String withoutLabel(Node node) {
        if (isA(node, Chy.CLAIM)) {
            return "%s: %s: %s"
                    .formatted(
                            text(node, Terms.SUBJECT),
                            text(node, Terms.PREDICATE),
                            text(node, Terms.OBJECT));
        }
        if (isA(node, Chy.LINK)) {
            String label = text(node, Terms.ITEM_LABEL);
            return "%s: %s: %s"
                    .formatted(
                            text(node, Terms.LINK_SUBJECT),
                            text(node, Terms.LINK_RELATION),
                            text(node, Terms.LINK_OBJECT) + (label.isEmpty() ? "" : ", " + label));
        }
        if (isA(node, Chy.PASSAGE)) {
            return "%s, characters %s–%s"
                    .formatted(
                            text(node, Terms.SOURCE),
                            text(node, Terms.CHAR_START),
                            text(node, Terms.CHAR_END));
        }
        if (isA(node, Terms.TABLE_ROW)) {
            return RowPlace.of(this, node).map(RowPlace::toString).orElse(node.getURI());
        }
        if (isA(node, Terms.IDENTIFIER_CLASS)) {
            return text(node, Terms.IN_SCHEME) + " " + text(node, Terms.NOTATION);
        }
        String iri = node.getURI();
        String tail = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        return tail.isEmpty() ? iri : OthersTerm.name(iri, tail);
    }

    /// Each once, in the order of their labels; times as EDTF writes them, so by year.
    public List<Node> sorted(List<Node> nodes) {
        List<Node> distinct = new ArrayList<>(nodes.stream().distinct().toList());
        distinct.sort(Comparator.comparing(this::sortKey).thenComparing(node -> node.toString()));
        return distinct;
    }

    private String sortKey(Node node) {
        return isTime(node) ? node.toString() : link(node).text();
    }
}
