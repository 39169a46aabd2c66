package chancery.page.between;

import chancery.page.GraphView;
import chancery.page.Terms;
import chancery.page.timeline.Span;
import chancery.time.BadTime;
import chancery.time.Edtf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Reads what is known of things, each triple about them once.
///
/// Lives as long as the [GraphView].
final class ItemReader {
    private final GraphView graph;
    private final Map<Node, List<Node>> disagreements = new HashMap<>();
    private boolean areDisagreementsRead;
    private final Map<Node, Time> times = new HashMap<>();

    private record Time(String edtf, Span span) {}

    ItemReader(GraphView graph) {
        this.graph = graph;
    }

    /// All of them at once: most things have none, and to look for those of each would take longer.
    private List<Node> disagreements(Node claim) {
        if (!areDisagreementsRead) {
            graph.triplesWith(Terms.POSITION)
                    .forEach(
                            triple ->
                                    disagreements
                                            .computeIfAbsent(
                                                    triple.getObject(), it -> new ArrayList<>())
                                            .add(triple.getSubject()));
            areDisagreementsRead = true;
        }
        return disagreements.getOrDefault(claim, List.of());
    }

    /// @return empty if it is of no kind that can be between states
    Optional<Item> read(Node node, boolean isAccepted) {
        List<Kind> kinds = new ArrayList<>();
        List<Dated> dates = new ArrayList<>();
        Set<Node> sources = new HashSet<>();
        graph.triplesOf(node)
                .forEach(
                        triple -> {
                            Node property = triple.getPredicate();
                            if (property.equals(Terms.TYPE)) {
                                Kind.ofType(triple.getObject()).ifPresent(kinds::add);
                            } else if (Dated.ALL.contains(property)) {
                                dates.add(dated(property, triple.getObject()));
                            } else if (property.equals(Terms.STATED_IN)) {
                                sources.add(triple.getObject());
                            }
                        });
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        Kind kind = kinds.contains(Kind.POSSIBILITY) ? Kind.POSSIBILITY : kinds.getFirst();
        Said said = new Said(dates.isEmpty());
        List<Node> claims = graph.claimsAbout(node).toList();
        claims.forEach(said::read);
        sources.addAll(said.sources);
        List<Dated> known = dates.isEmpty() ? said.dates : dates;
        return Optional.of(
                new Item(
                        kind,
                        node,
                        isAccepted && kind != Kind.POSSIBILITY,
                        known,
                        !dates.isEmpty(),
                        Dated.place(known),
                        known.stream()
                                .flatMap(it -> it.span().first().stream())
                                .min(Comparator.naturalOrder()),
                        known.stream()
                                .flatMap(it -> it.span().last().stream())
                                .max(Comparator.naturalOrder()),
                        claims,
                        sources,
                        said.stances,
                        List.copyOf(said.disputes)));
    }

    /// The accepted dates of anything.
    List<Dated> dates(Node node) {
        return graph.triplesOf(node)
                .filter(triple -> Dated.ALL.contains(triple.getPredicate()))
                .map(triple -> dated(triple.getPredicate(), triple.getObject()))
                .toList();
    }

    /// What the claims about one thing say.
    private final class Said {
        private final boolean isDating;
        private final Set<Node> sources = new HashSet<>();
        private final Set<Node> stances = new HashSet<>();
        private final Set<Node> disputes = new LinkedHashSet<>();
        private final List<Dated> dates = new ArrayList<>();

        /// @param isDating whether its dates are wanted
        Said(boolean isDating) {
            this.isDating = isDating;
        }

        void read(Node claim) {
            disputes.addAll(disagreements(claim));
            List<Triple> triples = graph.triplesOf(claim).toList();
            for (Triple triple : triples) {
                if (triple.getPredicate().equals(Terms.STATED_IN)) {
                    sources.add(triple.getObject());
                } else if (triple.getPredicate().equals(Terms.STANCE)) {
                    stances.add(triple.getObject());
                }
            }
            if (isDating) {
                value(triples, Terms.PREDICATE)
                        .filter(Dated.ALL::contains)
                        .flatMap(it -> value(triples, Terms.OBJECT).map(at -> dated(it, at)))
                        .filter(it -> !dates.contains(it))
                        .ifPresent(dates::add);
            }
        }
    }

    private static Optional<Node> value(List<Triple> triples, Node property) {
        return triples.stream()
                .filter(triple -> triple.getPredicate().equals(property))
                .map(Triple::getObject)
                .findFirst();
    }

    private Dated dated(Node property, Node value) {
        Time time = time(value);
        return new Dated(property, value, time.edtf(), time.span());
    }

    private Time time(Node value) {
        Time known = times.get(value);
        if (known == null) {
            known = makeTime(value);
            times.put(value, known);
        }
        return known;
    }

    /// Of what is attested instead of a time, the time of that.
    private Time makeTime(Node value) {
        String edtf = graph.edtf(value);
        if (!edtf.isEmpty()) {
            return new Time(edtf, span(edtf));
        }
        List<Span> spans =
                Dated.OF_ATTESTED.stream()
                        .flatMap(property -> graph.values(value, property).stream())
                        .map(time -> span(graph.edtf(time)))
                        .filter(Span::isKnown)
                        .toList();
        return new Time("", spans.isEmpty() ? Span.NONE : Span.oneOf(spans));
    }

    private static Span span(String edtf) {
        try {
            return Span.of(Edtf.parse(edtf).bounds());
        } catch (BadTime none) {
            return Span.NONE;
        }
    }
}
