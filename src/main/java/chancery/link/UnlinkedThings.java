package chancery.link;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The things of a release that have no link to Wikidata, with what may tell them from others:
/// names in each language, kind, dates, countries, offices. Which class and property of
/// Wikidata lie near ours is read from the alignments, which are part of every release.
public final class UnlinkedThings {
    private static final String WIKIDATA = "http://www.wikidata.org/entity/";
    private static final Pattern DAY = Pattern.compile("^\\d{4}(-\\d\\d){0,2}(?=$|/)");
    private static final Node EXACT = SKOS.exactMatch.asNode();
    private static final Node CLOSE = SKOS.closeMatch.asNode();
    private static final Node NARROW = SKOS.narrowMatch.asNode();
    private static final Node NOT_SAME = Chy.term("notSameAs");
    private static final int MOST_PROPERTIES = 6;

    /// Holding an office, and being of the country whose office it is: both lie on the way over a
    /// tenure, not on one property of ours.
    private static final String POSITION_HELD = "P39";

    private static final String CITIZENSHIP = "P27";

    private final Graph graph;
    private final String ids;

    /// @param graph the default graph of a release
    public UnlinkedThings(Graph graph, Base base) {
        this.graph = graph;
        this.ids = base.iri() + "id/";
    }

    /// @return sorted by id
    public List<Thing> all() {
        Map<String, Thing> things = new TreeMap<>();
        for (Triple match : matches()) {
            Node ours = match.getSubject();
            graph.find(Node.ANY, RDF.Nodes.type, ours)
                    .mapWith(Triple::getSubject)
                    .filterKeep(this::isOurs)
                    .filterDrop(this::isLinked)
                    .toList()
                    .forEach(
                            node ->
                                    thing(node, ours)
                                            .ifPresent(it -> things.putIfAbsent(it.id(), it)));
        }
        return List.copyOf(things.values());
    }

    /// Our classes beside classes of Wikidata.
    private List<Triple> matches() {
        List<Triple> all = new ArrayList<>();
        for (Node relation : List.of(CLOSE, NARROW)) {
            graph.find(Node.ANY, relation, Node.ANY)
                    .filterKeep(t -> item(t.getObject()).startsWith("Q"))
                    .filterKeep(t -> t.getSubject().getURI().startsWith(Chy.NS))
                    .forEachRemaining(all::add);
        }
        return all;
    }

    private boolean isOurs(Node node) {
        return node.isURI() && node.getURI().startsWith(ids);
    }

    private boolean isLinked(Node node) {
        return graph.find(Node.ANY, Chy.term("linkSubject"), node)
                .mapWith(Triple::getSubject)
                .filterDrop(link -> graph.contains(link, Chy.term("linkRelation"), NOT_SAME))
                .hasNext();
    }

    private Optional<Thing> thing(Node node, Node ours) {
        List<Label> labels = labels(node);
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        Set<String> types = new LinkedHashSet<>(items(ours, CLOSE));
        types.addAll(items(ours, NARROW));
        Set<String> known = new TreeSet<>();
        graph.find(node, NOT_SAME, Node.ANY).forEachRemaining(t -> known.add(item(t.getObject())));
        return Optional.of(
                new Thing(
                        node.getURI().substring(ids.length()),
                        labels,
                        types.iterator().next(),
                        types,
                        properties(node).stream().distinct().limit(MOST_PROPERTIES).toList(),
                        known));
    }

    /// Preferred labels before others, English before other languages.
    private List<Label> labels(Node node) {
        List<Label> all = new ArrayList<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            graph
                    .find(node, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .mapWith(it -> new Label(it.getLiteralLanguage(), it.getLiteralLexicalForm()))
                    .toList()
                    .stream()
                    .sorted(
                            Comparator.comparing((Label it) -> !it.lang().equals("en"))
                                    .thenComparing(Label::lang)
                                    .thenComparing(Label::text))
                    .forEach(all::add);
        }
        return all;
    }

    private List<Property> properties(Node node) {
        List<Property> all = new ArrayList<>();
        List<Triple> said = graph.find(node, Node.ANY, Node.ANY).toList();
        said.sort(Comparator.comparing(Triple::toString));
        for (Triple triple : said) {
            pid(triple).ifPresent(pid -> value(pid, triple.getObject()).ifPresent(all::add));
        }
        graph.find(Node.ANY, Chy.term("holder"), node).mapWith(Triple::getSubject).toList().stream()
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(tenure -> offices(tenure, all));
        return all;
    }

    private void offices(Node tenure, List<Property> all) {
        for (Node office : objects(tenure, Chy.term("office"))) {
            value(POSITION_HELD, office).ifPresent(all::add);
            objects(office, Chy.term("officeOf"))
                    .forEach(state -> value(CITIZENSHIP, state).ifPresent(all::add));
        }
    }

    /// A property there that is narrower than ours fits times and states, which ours has as
    /// well as others: when something began to be is its inception, what lies in a state has it
    /// as country.
    private Optional<String> pid(Triple triple) {
        Node value = triple.getObject();
        boolean special =
                graph.contains(value, RDF.Nodes.type, Chy.TIME)
                        || graph.contains(value, RDF.Nodes.type, Chy.term("State"));
        List<String> narrow = special ? items(triple.getPredicate(), NARROW) : List.of();
        List<String> all = narrow.isEmpty() ? items(triple.getPredicate(), CLOSE) : narrow;
        return all.stream().filter(it -> it.startsWith("P")).findFirst();
    }

    private Optional<Property> value(String pid, Node value) {
        for (Node edtf : objects(value, Chy.term("edtf"))) {
            Matcher day = DAY.matcher(edtf.getLiteralLexicalForm());
            if (day.find()) {
                return Optional.of(new Property(pid, "", day.group()));
            }
        }
        String name = labels(value).stream().findFirst().map(Label::text).orElse("");
        return items(value, EXACT).stream()
                .findFirst()
                .map(item -> new Property(pid, item, name.isEmpty() ? item : name));
    }

    /// By number, so that the oldest item, which is the most general more often than not, is
    /// first.
    private List<String> items(Node subject, Node relation) {
        return objects(subject, relation).stream()
                .map(UnlinkedThings::item)
                .filter(it -> !it.isEmpty())
                .sorted(Comparator.comparingLong(it -> Long.parseLong(it.substring(1))))
                .toList();
    }

    private List<Node> objects(Node subject, Node property) {
        if (!subject.isURI()) {
            return List.of();
        }
        List<Node> all =
                new ArrayList<>(
                        graph.find(subject, property, Node.ANY)
                                .mapWith(Triple::getObject)
                                .toList());
        all.sort(Comparator.comparing(Node::toString));
        return all;
    }

    private static String item(Node node) {
        String iri = node.isURI() ? node.getURI() : "";
        String id = iri.startsWith(WIKIDATA) ? iri.substring(WIKIDATA.length()) : "";
        return id.matches("[QP][1-9]\\d{0,17}") ? id : "";
    }
}
