package chancery.page.browse;

import static java.util.Comparator.reverseOrder;

import chancery.page.GraphView;
import chancery.page.Terms;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// All things of a release with what they can be filtered by, in the order in which they are shown:
/// by date, those without one last, then by name. Rows of large tables are no things here.
/// Read once for all readers of one graph.
public final class Inventory {
    /// A larger release is asked by SPARQL.
    public static final int AT_MOST = 200_000;

    /// Kinds that are no things of their own: values, words, and what claims are made of.
    static final Set<String> LEFT_OUT =
            Set.of(
                    "claim",
                    "passage",
                    "time",
                    "quantity",
                    "scheme",
                    "concept",
                    "constraint",
                    "source",
                    "work",
                    "disagreement",
                    "link");

    /// Whether something has a date is asked of these.
    static final List<String> DATES =
            List.of("time", "signed", "begin", "end", "attested", "entryIntoForce", "covers");

    private static final int MOST_STATES = 10;

    /// Classes above the others say nothing to a reader.
    private static final Set<String> ABOVE = Set.of("Actor");

    private final List<Item> items;
    private final boolean isCut;
    private final Map<String, String> kindLabels;

    private Inventory(List<Item> items, boolean isCut, Map<String, String> kindLabels) {
        this.items = List.copyOf(items);
        this.isCut = isCut;
        this.kindLabels = Map.copyOf(kindLabels);
    }

    List<Item> items() {
        return items;
    }

    /// The things that are asked for, in the order of time.
    public List<Node> matching(Chosen chosen) {
        return items.stream()
                .filter(item -> chosen.lets(item, ""))
                .map(item -> NodeFactory.createURI(item.iri()))
                .toList();
    }

    /// Whether the release has more things than are kept here.
    public boolean isCut() {
        return isCut;
    }

    /// Classes of the things, with their names.
    Map<String, String> kindLabels() {
        return kindLabels;
    }

    /// Two states, by their ids.
    public record Pair(String one, String other) {}

    /// The two that have most things in common; empty if no thing has to do with two.
    public Optional<Pair> closestPair() {
        Map<Pair, Integer> counts = new HashMap<>();
        for (Item item : items) {
            List<String> states = item.states().stream().sorted().toList();
            // what has to do with many says little of two
            if (states.size() <= MOST_STATES) {
                for (int i = 0; i < states.size(); i++) {
                    for (String other : states.subList(i + 1, states.size())) {
                        counts.merge(new Pair(states.get(i), other), 1, Integer::sum);
                    }
                }
            }
        }
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Pair, Integer>comparingByValue()
                                .thenComparing(it -> it.getKey().toString(), reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /// Reads the whole graph.
    public static Inventory of(GraphView graph) {
        Map<Node, Set<String>> kinds = new LinkedHashMap<>();
        Map<String, String> labels = new TreeMap<>();
        boolean isCut = false;
        List<Node> types = graph.typesInGraphs().filter(Inventory::isOurs).toList();
        for (Node type : types) {
            String name = type.getURI().substring(Chy.NS.length());
            List<Node> typed = graph.typedInGraphs(type).toList();
            isCut |= graph.typed(type).skip(typed.size()).findAny().isPresent();
            List<Node> things =
                    typed.stream()
                            .filter(thing -> isThing(graph, thing))
                            .limit(AT_MOST + 1L)
                            .toList();
            for (Node thing : things) {
                if (kinds.size() < AT_MOST || kinds.containsKey(thing)) {
                    kinds.computeIfAbsent(thing, key -> new TreeSet<>()).add(name);
                    labels.put(name, graph.link(type).text());
                } else {
                    isCut = true;
                }
            }
        }
        Reading reading = new Reading(graph);
        List<Item> items = new ArrayList<>(kinds.size());
        kinds.forEach((thing, names) -> items.add(reading.item(thing, names)));
        items.sort(
                Comparator.comparing((Item item) -> item.firstDay().isEmpty())
                        .thenComparing(Item::firstDay)
                        .thenComparing(Item::label)
                        .thenComparing(Item::iri));
        return new Inventory(items, isCut, labels);
    }

    private static boolean isOurs(Node type) {
        return type.isURI()
                && type.getURI().startsWith(Chy.NS)
                && !ABOVE.contains(type.getURI().substring(Chy.NS.length()));
    }

    private static boolean isThing(GraphView graph, Node node) {
        if (!node.isURI()) {
            return false;
        }
        String[] parts = graph.path(node.getURI()).split("/", 4);
        return parts.length == 4 && parts[1].equals("id") && !LEFT_OUT.contains(parts[2]);
    }

    /// The last part of an IRI.
    static String id(Node node) {
        String iri = node.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    /// One walk over the graph; who is behind a source is looked up once.
    private static final class Reading {
        private final GraphView graph;
        private final Map<Node, Node> origins = new HashMap<>();
        private final Map<Node, Set<String>> statesOfOffices = new HashMap<>();

        Reading(GraphView graph) {
            this.graph = graph;
        }

        Item item(Node thing, Set<String> kinds) {
            Set<Item.Saying> sayings = new HashSet<>();
            Set<Node> voices = new HashSet<>();
            boolean isDisputed =
                    graph.allSubjects(Terms.ABOUT, thing).toList().stream()
                            .anyMatch(it -> graph.isA(it, Chy.DISAGREEMENT));
            List<Node> claims = graph.allSubjects(Terms.SUBJECT, thing).toList();
            List<Node> speaking = claims.isEmpty() ? naming(thing) : claims;
            for (Node claim : speaking) {
                for (Node source : graph.values(claim, Terms.STATED_IN)) {
                    for (Node stance : graph.values(claim, Terms.STANCE)) {
                        sayings.add(new Item.Saying(id(source), id(stance)));
                    }
                    if (graph.has(claim, Terms.VERDICT, Terms.ACCEPTED)) {
                        voices.add(origins.computeIfAbsent(source, this::origin));
                    }
                }
            }
            if (speaking.isEmpty()) {
                // a statement that is only passed on stands in its source itself
                for (Node source : graph.values(thing, Terms.STATED_IN)) {
                    sayings.add(new Item.Saying(id(source), ""));
                    voices.add(origins.computeIfAbsent(source, this::origin));
                }
            }
            String earliest = date(thing, "earliest");
            boolean isListed = kinds.contains("State") && speaking.isEmpty();
            return new Item(
                    thing.getURI(),
                    graph.link(thing).text(),
                    kinds,
                    states(thing),
                    sayings,
                    voices.size(),
                    earliest,
                    date(thing, "latest"),
                    earliest.isEmpty() ? firstDay(thing) : earliest,
                    isDisputed,
                    isListed,
                    isListed ? Set.of() : lacks(thing, kinds, voices.size()));
        }

        /// Claims that have it as their value.
        private List<Node> naming(Node thing) {
            return graph.allSubjects(Terms.OBJECT, thing)
                    .filter(claim -> graph.isA(claim, Chy.CLAIM))
                    .toList();
        }

        /// Of all dates it has.
        private String firstDay(Node thing) {
            return DATES.stream()
                    .flatMap(property -> graph.values(thing, Chy.term(property)).stream())
                    .map(time -> date(time, "startEarliest"))
                    .filter(day -> !day.isEmpty())
                    .min(Comparator.naturalOrder())
                    .orElse("");
        }

        private Node origin(Node source) {
            return graph.values(source, Terms.ORIGIN).stream().findFirst().orElse(source);
        }

        /// Those it names, those of the office it names, and those of the offices a person held.
        private Set<String> states(Node thing) {
            Set<String> states = new TreeSet<>();
            graph.valuesOf(thing)
                    .filter(node -> graph.isA(node, Chy.term("State")))
                    .forEach(node -> states.add(id(node)));
            Stream.concat(
                            graph.values(thing, Chy.term("office")).stream(),
                            graph.allSubjects(Chy.term("holder"), thing).toList().stream()
                                    .flatMap(it -> graph.values(it, Chy.term("office")).stream()))
                    .forEach(
                            office ->
                                    states.addAll(
                                            statesOfOffices.computeIfAbsent(
                                                    office, this::statesOf)));
            return states;
        }

        private Set<String> statesOf(Node office) {
            Set<String> states = new TreeSet<>();
            graph.values(office, Chy.term("officeOf")).stream()
                    .filter(node -> graph.isA(node, Chy.term("State")))
                    .forEach(node -> states.add(id(node)));
            return states;
        }

        private String date(Node thing, String property) {
            return graph.values(thing, Chy.term(property)).stream()
                    .filter(Node::isLiteral)
                    .map(Node::getLiteralLexicalForm)
                    .findFirst()
                    .orElse("");
        }

        private Set<Missing> lacks(Node thing, Set<String> kinds, int voices) {
            Set<Missing> lacks = EnumSet.noneOf(Missing.class);
            for (Missing each : Missing.values()) {
                boolean isExpected =
                        each.kinds().isEmpty() || kinds.stream().anyMatch(each.kinds()::contains);
                boolean isThere =
                        switch (each) {
                            case DATE ->
                                    DATES.stream()
                                            .anyMatch(
                                                    it ->
                                                            !graph.values(thing, Chy.term(it))
                                                                    .isEmpty());
                            case SECOND_SOURCE -> voices > 1;
                            case LINK -> !graph.values(thing, Terms.EXACT_MATCH).isEmpty();
                        };
                if (isExpected && !isThere) {
                    lacks.add(each);
                }
            }
            return lacks;
        }
    }
}
