package chancery.judge;

import chancery.evidence.ValueNodes;
import chancery.time.Bounds;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/// Writes out what follows from accepted triples and types, so that nothing has to be inferred at
/// query time: superclasses, superproperties, leaders, and `chy:earliest` and `chy:latest`.
public final class Derivation {
    private static final List<Node> DATED_BY =
            List.of(Chy.term("time"), Chy.term("signed"), Chy.term("begin"), Chy.term("end"));

    private final Base base;
    private final OntologyMarks marks;
    private final ValueNodes values;

    public Derivation(Base base, OntologyMarks marks, ValueNodes values) {
        this.base = base;
        this.marks = marks;
        this.values = values;
    }

    /// @param register the triples of the registers
    /// @param accepted the plain triples that were accepted
    public void derive(
            Collection<Triple> register, Collection<Triple> accepted, Consumer<Triple> out) {
        Set<Triple> derived = new LinkedHashSet<>();
        for (Triple type : register) {
            if (!type.getPredicate().equals(RDF.Nodes.type)) {
                continue;
            }
            for (Node above : marks.superClasses(type.getObject())) {
                derived.add(Triple.create(type.getSubject(), RDF.Nodes.type, above));
            }
        }
        for (Triple triple : accepted) {
            for (Node above : marks.superProperties(triple.getPredicate())) {
                derived.add(Triple.create(triple.getSubject(), above, triple.getObject()));
            }
        }
        accepted.forEach(derived::remove);
        register.stream()
                .filter(triple -> triple.getPredicate().equals(SKOS.prefLabel.asNode()))
                .forEach(
                        t ->
                                derived.add(
                                        Triple.create(
                                                t.getSubject(),
                                                RDFS.label.asNode(),
                                                t.getObject())));
        leaders(accepted, derived);
        dates(accepted, derived);
        derived.forEach(out);
    }

    /// A leader held an office that a source calls head of a state or of a government.
    private void leaders(Collection<Triple> accepted, Set<Triple> derived) {
        Set<Node> heads =
                Set.of(
                        base.id("concept", "head-of-state"),
                        base.id("concept", "head-of-government"));
        Set<Node> offices = new HashSet<>();
        Map<Node, Node> holders = new HashMap<>();
        for (Triple triple : accepted) {
            if (triple.getPredicate().equals(Chy.term("officeKind"))
                    && heads.contains(triple.getObject())) {
                offices.add(triple.getSubject());
            } else if (triple.getPredicate().equals(Chy.term("holder"))) {
                holders.put(triple.getSubject(), triple.getObject());
            }
        }
        for (Triple triple : accepted) {
            Node holder = holders.get(triple.getSubject());
            if (holder != null
                    && triple.getPredicate().equals(Chy.term("office"))
                    && offices.contains(triple.getObject())) {
                derived.add(Triple.create(holder, RDF.Nodes.type, Chy.LEADER));
            }
        }
    }

    private void dates(Collection<Triple> accepted, Set<Triple> derived) {
        Map<Node, Span> spans = new HashMap<>();
        for (Triple triple : accepted) {
            Node property = triple.getPredicate();
            boolean attested = property.equals(Chy.term("attested")) && isA(triple, "tenure");
            if (attested || (DATED_BY.contains(property) && isDated(triple))) {
                values.time(triple.getObject())
                        .ifPresent(
                                time ->
                                        spans.merge(
                                                triple.getSubject(),
                                                Span.of(time.bounds()),
                                                Span::plus));
            }
        }
        spans.forEach(
                (thing, span) -> {
                    if (span.from() != null) {
                        Node day = ValueNodes.date(span.from());
                        derived.add(Triple.create(thing, Chy.term("earliest"), day));
                    }
                    if (span.to() != null) {
                        Node day = ValueNodes.date(span.to());
                        derived.add(Triple.create(thing, Chy.term("latest"), day));
                    }
                });
    }

    private boolean isDated(Triple triple) {
        return isA(triple, "event") || isA(triple, "agreement") || isA(triple, "tenure");
    }

    private boolean isA(Triple triple, String kind) {
        return base.relative(triple.getSubject().getURI()).startsWith("id/" + kind + "/");
    }

    private record Span(@Nullable LocalDate from, @Nullable LocalDate to) {
        static Span of(Bounds bounds) {
            return new Span(bounds.startEarliest(), bounds.endLatest());
        }

        Span plus(Span other) {
            return new Span(
                    from == null || (other.from != null && other.from.isBefore(from))
                            ? other.from
                            : from,
                    to == null || (other.to != null && other.to.isAfter(to)) ? other.to : to);
        }
    }
}
