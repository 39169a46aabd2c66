package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import chancery.judge.Clash.Kind;
import chancery.judge.Clash.Stand;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/// Runs the constraints over what is claimed.
final class Constraints {
    private final Brief brief;
    private final Values values;
    private final Map<Node, ClaimKey> byNode = new HashMap<>();

    Constraints(Brief brief, Values values) {
        this.brief = brief;
        this.values = values;
    }

    void find(Collection<ClaimKey> claims, Consumer<Clash> found) {
        Graph graph = graph(claims);
        for (Constraint constraint : brief.constraints()) {
            Map<String, Group> groups = new TreeMap<>();
            try (QueryExec query =
                    QueryExec.dataset(DatasetGraphFactory.wrap(graph))
                            .query(constraint.query())
                            .context(ARQ.getContext().copy())
                            .build()) {
                query.select().forEachRemaining(row -> add(row, groups));
            }
            groups.values().stream()
                    .filter(group -> !group.conflicts.isEmpty())
                    .forEach(group -> found.accept(group.clash(constraint, values)));
        }
    }

    private void add(Binding row, Map<String, Group> groups) {
        Set<Node> about = new LinkedHashSet<>();
        List<ClaimKey> claims = new ArrayList<>();
        for (Var variable : (Iterable<Var>) row::vars) {
            Node value = row.get(variable);
            ClaimKey claim = byNode.get(value);
            if (variable.getVarName().startsWith("about")) {
                about.add(value);
            } else if (variable.getVarName().startsWith("claim") && claim != null) {
                claims.add(claim);
            }
        }
        String name = about.stream().map(Node::toString).sorted().collect(Collectors.joining(" "));
        Node rationale = row.get("rationale");
        groups.computeIfAbsent(name, n -> new Group(about))
                .add(claims, rationale == null ? "" : rationale.getLiteralLexicalForm());
    }

    private Graph graph(Collection<ClaimKey> claims) {
        Graph graph = GraphFactory.createGraphMem();
        brief.register().forEach(graph::add);
        brief.values().describe(graph::add);
        String queries =
                brief.constraints().stream()
                        .map(constraint -> constraint.query().toString())
                        .collect(Collectors.joining("\n"));
        Map<Node, Boolean> asked = new HashMap<>();
        for (ClaimKey key : claims) {
            boolean wanted =
                    asked.computeIfAbsent(
                            key.triple().getPredicate(), p -> queries.contains(localName(p)));
            if (wanted && key.stance() == Stance.ASSERTS) {
                Node node = key.node(brief.base());
                byNode.put(node, key);
                graph.add(node, RDF.Nodes.subject, key.triple().getSubject());
                graph.add(node, RDF.Nodes.predicate, key.triple().getPredicate());
                graph.add(node, RDF.Nodes.object, key.triple().getObject());
                graph.add(node, Chy.term("statedIn"), brief.base().id("source", key.source()));
                if (!key.saidIn().isEmpty()) {
                    graph.add(node, Chy.term("saidIn"), brief.base().id("statement", key.saidIn()));
                }
            }
        }
        return graph;
    }

    private static String localName(Node property) {
        String iri = property.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    /// Rows of one constraint about the same things.
    private static final class Group {
        private final Set<Node> about;
        private final Set<ClaimKey> positions = new LinkedHashSet<>();
        private final Set<Set<Stand>> conflicts = new LinkedHashSet<>();
        private final Set<String> rationales = new TreeSet<>();

        Group(Set<Node> about) {
            this.about = about;
        }

        void add(List<ClaimKey> claims, String rationale) {
            Set<Stand> conflict = claims.stream().map(Stand::of).collect(Collectors.toSet());
            if (conflict.size() > 1) {
                positions.addAll(claims);
                conflicts.add(conflict);
                rationales.add(rationale);
            }
        }

        Clash clash(Constraint constraint, Values values) {
            Set<Node> properties =
                    positions.stream()
                            .map(key -> key.triple().getPredicate())
                            .collect(Collectors.toSet());
            String told = String.join("; ", rationales);
            String words = told.isEmpty() ? values.versus(positions) : told;
            return new Clash(
                    Kind.BROKEN_CONSTRAINT,
                    constraint.name(),
                    List.copyOf(about),
                    properties.size() == 1 ? properties.iterator().next() : null,
                    List.copyOf(positions),
                    List.copyOf(conflicts),
                    constraint.isCertain(),
                    words,
                    words);
        }
    }
}
