package chancery.page.between;

import chancery.page.GraphView;
import chancery.page.Terms;
import chancery.vocab.Chy;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// Which things have to do with a state.
///
/// A thing does that names, in one of the roles, the state itself or what stands for it: a body or
/// group that is part of it or lies in it, a place in it, a border of it or a part of one, an
/// office of it or whoever held one, a relation of it, an agreement that it is party to. So does
/// what concerns a thing that concerns it. What has to do with two states is between them.
///
/// @param accepted by plain triples
/// @param said     only by claims, whatever became of these
public record Reach(Set<Node> accepted, Set<Node> said) {
    /// How a thing names those it has to do with. Roles of an event below `participant` are written
    /// out as that, too.
    private static final List<String> ROLES =
            List.of(
                    "party",
                    "signatory",
                    "participant",
                    "place",
                    "under",
                    "concerns",
                    "bearer",
                    "toward",
                    "member",
                    "organisation",
                    "reporter",
                    "partner",
                    "sendingState",
                    "owner",
                    "operator",
                    "leasedTo",
                    "locatedIn",
                    "connects",
                    "via",
                    "speaker",
                    "addressee",
                    "about");

    /// Below `participant`: a claim names these alone.
    private static final List<String> BELOW = List.of("agent", "target", "host");

    /// How what stands for a state names it.
    private static final List<String> STANDS_FOR =
            List.of("partOf", "locatedIn", "officeOf", "between", "party");

    private static final Node CONCERNS = Chy.term("concerns");
    private static final Node BETWEEN = Chy.term("between");
    private static final Node LOCATED_IN = Chy.term("locatedIn");
    private static final Node OFFICE_OF = Chy.term("officeOf");
    private static final Node OFFICE = Chy.term("office");
    private static final Node HOLDER = Chy.term("holder");

    private static final Set<Node> ROLE_NODES = nodes(ROLES.stream());
    private static final Set<Node> CLAIMED_NODES =
            nodes(Stream.concat(ROLES.stream(), BELOW.stream()));

    public Reach {
        accepted = Set.copyOf(accepted);
        said = Set.copyOf(said);
    }

    static Reach of(GraphView graph, Node state) {
        Set<Node> accepted = new HashSet<>();
        Set<Node> concerned = new LinkedHashSet<>();
        Set<Node> said = new HashSet<>();
        for (Node member : standingFor(graph, state)) {
            graph.triplesTo(member)
                    .forEach(
                            triple -> {
                                Node property = triple.getPredicate();
                                if (ROLE_NODES.contains(property)) {
                                    accepted.add(triple.getSubject());
                                }
                                if (property.equals(CONCERNS)) {
                                    concerned.add(triple.getSubject());
                                }
                                if (property.equals(Terms.OBJECT)) {
                                    graph.onlyObject(triple.getSubject(), Terms.PREDICATE)
                                            .filter(CLAIMED_NODES::contains)
                                            .flatMap(
                                                    role ->
                                                            graph.onlyObject(
                                                                    triple.getSubject(),
                                                                    Terms.SUBJECT))
                                            .ifPresent(said::add);
                                }
                            });
        }
        for (Node thing : concerned) {
            graph.allSubjects(CONCERNS, thing).forEach(accepted::add);
        }
        said.removeAll(accepted);
        return new Reach(accepted, said);
    }

    private static Set<Node> standingFor(GraphView graph, Node state) {
        Set<Node> standing = new LinkedHashSet<>(Set.of(state));
        for (String name : STANDS_FOR) {
            graph.allSubjects(Chy.term(name), state).forEach(standing::add);
        }
        for (Node border : graph.allSubjects(BETWEEN, state).toList()) {
            graph.allSubjects(LOCATED_IN, border).forEach(standing::add);
        }
        for (Node office : graph.allSubjects(OFFICE_OF, state).toList()) {
            for (Node tenure : graph.allSubjects(OFFICE, office).toList()) {
                standing.addAll(graph.objects(tenure, HOLDER));
            }
        }
        return standing;
    }

    /// From what stands for a state to the state, in SPARQL.
    static String standsForPath() {
        return "(%s|(chy:locatedIn/chy:between)|(^chy:holder/chy:office/chy:officeOf))?"
                .formatted(path(STANDS_FOR));
    }

    /// From a thing to what stands for a state, in SPARQL.
    static String rolePath() {
        return "(%s|(chy:concerns/chy:concerns))".formatted(path(ROLES));
    }

    /// Properties by which a claim connects a thing with a state, as SPARQL lists them.
    static String claimedRoles() {
        return Stream.concat(ROLES.stream(), BELOW.stream())
                .map(name -> "chy:" + name)
                .collect(Collectors.joining(" "));
    }

    private static String path(List<String> names) {
        return names.stream().map(name -> "chy:" + name).collect(Collectors.joining("|"));
    }

    private static Set<Node> nodes(Stream<String> names) {
        return names.map(Chy::term).collect(Collectors.toUnmodifiableSet());
    }
}
