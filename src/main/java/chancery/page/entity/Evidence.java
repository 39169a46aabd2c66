package chancery.page.entity;

import chancery.page.Backing;
import chancery.page.GraphView;
import chancery.page.Terms;
import chancery.vocab.Chy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/// What stands behind triples: the accepted claims of a subject are read once, so that many values
/// can be asked for.
public final class Evidence {
    /// More claims behind one value are only counted.
    private static final int MARKED = 6;

    /// Claims of one subject that are looked at.
    private static final int LOOKED_AT = 50_000;

    private static final Set<Node> BOUNDS = Set.of(Chy.term("earliest"), Chy.term("latest"));

    /// The earliest and the latest day are computed from these.
    private static final Set<Node> DATES =
            Set.of(
                    Chy.term("time"),
                    Chy.term("signed"),
                    Chy.term("begin"),
                    Chy.term("end"),
                    Chy.term("attested"));

    private static final Node STATEMENT = Chy.term("Statement");

    private final GraphView graph;
    private final Map<Node, List<Accepted>> bySubject = new HashMap<>();
    private final Map<Node, Map<Node, List<Accepted>>> byObject = new HashMap<>();
    private final Map<Node, Set<Node>> above = new HashMap<>();

    private final Map<Node, Integer> numbers = new LinkedHashMap<>();

    private record Accepted(Node claim, Node property, Node object) {}

    public Evidence(GraphView graph) {
        this.graph = graph;
    }

    public Backing of(Node subject, Node property, Node object) {
        List<Accepted> withValue = withValue(subject, object);
        List<Accepted> said = those(withValue, it -> it.property().equals(property));
        if (!said.isEmpty()) {
            return backing(said, "", subject, property, object);
        }
        String basis = graph.basis(subject, property, object);
        if (!basis.equals("computed")) {
            return new Backing(List.of(), List.of(), basis, 0, "");
        }
        List<Accepted> grounds =
                BOUNDS.contains(property)
                        ? those(accepted(subject), it -> DATES.contains(it.property()))
                        : those(withValue, it -> above(it.property()).contains(property));
        return backing(grounds, basis, subject, property, object);
    }

    /// The same of another thing that points here: what somebody only is told to have said says so.
    public Backing pointing(Node from, Node property, Node to) {
        Backing backing = of(from, property, to);
        boolean isPassedOn =
                backing.basis().equals("register")
                        && graph.isA(from, STATEMENT)
                        && graph.object(from, Terms.SAID_IN).isPresent();
        return isPassedOn
                ? new Backing(
                        backing.claims(),
                        backing.disputes(),
                        "only said",
                        backing.left(),
                        backing.all())
                : backing;
    }

    /// Disagreements that the accepted claims behind a value are part of, and the claims as marks.
    private Backing backing(
            List<Accepted> said, String basis, Node subject, Node property, Node object) {
        List<Backing.Mark> marks = new ArrayList<>();
        Set<Node> disputes = new LinkedHashSet<>();
        for (Accepted one : said.stream().limit(MARKED).toList()) {
            String title = "Stated in " + graph.text(one.claim(), Terms.STATED_IN);
            marks.add(new Backing.Mark(number(one.claim()), graph.link(one.claim()).href(), title));
            disputes.addAll(graph.subjects(Terms.POSITION, one.claim()));
        }
        marks.sort(Comparator.comparingInt(Backing.Mark::number));
        int left = said.size() - marks.size();
        String all = left == 0 || !basis.isEmpty() ? "" : all(subject, property, object);
        return new Backing(marks, graph.links(List.copyOf(disputes)), basis, left, all);
    }

    /// A source has one number on all of a page; marks behind values are these numbers.
    private int number(Node claim) {
        Node source =
                graph.values(claim, Terms.STATED_IN).stream()
                        .min(Comparator.comparing((Node it) -> it.toString()))
                        .orElse(claim);
        return number(List.of(source));
    }

    /// Gives sources their numbers in this order, unless they have some.
    ///
    /// @return the number of the last one
    int number(List<Node> sources) {
        int number = 0;
        for (Node source : sources) {
            Integer known = numbers.putIfAbsent(source, numbers.size() + 1);
            number = known == null ? numbers.size() : known;
        }
        return number;
    }

    /// Those that a mark on the page has named so far, in the order of their numbers.
    public List<Node> numbered() {
        return List.copyOf(numbers.keySet());
    }

    private static String all(Node subject, Node property, Node object) {
        String value = object.isLiteral() ? object.getLiteralLexicalForm() : object.toString();
        return "/claims?subject="
                + encode(subject.toString())
                + "&property="
                + encode(property.toString())
                + "&value="
                + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Accepted> those(List<Accepted> claims, Predicate<Accepted> test) {
        return claims.stream().filter(test).toList();
    }

    private List<Accepted> withValue(Node subject, Node object) {
        return byObject.computeIfAbsent(
                        subject,
                        s -> {
                            Map<Node, List<Accepted>> index = new HashMap<>();
                            for (Accepted one : accepted(subject)) {
                                index.computeIfAbsent(one.object(), o -> new ArrayList<>())
                                        .add(one);
                            }
                            return index;
                        })
                .getOrDefault(object, List.of());
    }

    /// In the order of their IRIs, which tells nothing but is always the same.
    private List<Accepted> accepted(Node subject) {
        return bySubject.computeIfAbsent(
                subject,
                s ->
                        graph.claimsAbout(subject)
                                .limit(LOOKED_AT)
                                .filter(claim -> graph.has(claim, Terms.VERDICT, Terms.ACCEPTED))
                                .map(this::read)
                                .sorted(
                                        (a, b) ->
                                                a.claim()
                                                        .toString()
                                                        .compareTo(b.claim().toString()))
                                .toList());
    }

    private Accepted read(Node claim) {
        return new Accepted(
                claim,
                graph.onlyObject(claim, Terms.PREDICATE).orElse(Node.ANY),
                graph.onlyObject(claim, Terms.OBJECT).orElse(Node.ANY));
    }

    /// Every superproperty is written out, but the ontology names the next one only.
    private Set<Node> above(Node property) {
        Set<Node> known = above.get(property);
        if (known != null) {
            return known;
        }
        Set<Node> all = new LinkedHashSet<>();
        List<Node> next = List.of(property);
        while (!next.isEmpty()) {
            next =
                    next.stream()
                            .flatMap(p -> graph.objects(p, Terms.SUBPROPERTY_OF).stream())
                            .filter(all::add)
                            .toList();
        }
        above.put(property, all);
        return all;
    }
}
