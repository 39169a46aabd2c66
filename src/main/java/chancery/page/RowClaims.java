package chancery.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/// Leads from a row of an answer back to the claims behind it: the patterns of the query are filled
/// with the row's values. A thing that the query does not give out is found by its label or another
/// value, if only one thing has that.
///
/// Lives as long as the [GraphView].
public final class RowClaims {
    private static final int ROUNDS = 3;

    /// Claims looked at for one page; after that no row leads to any.
    private static final int LOOKED_AT = 50_000;

    private final GraphView graph;
    private final List<Pattern> patterns = new ArrayList<>();
    private final Map<Pattern, Boolean> known = new HashMap<>();
    private int lookedAt;

    /// @param object a variable of our own where the query goes on from the value
    private record Pattern(Node subject, Node property, Node object) {}

    public RowClaims(GraphView graph, Query query) {
        this.graph = graph;
        read(query);
    }

    private void read(Query query) {
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(
                    query.getQueryPattern(),
                    new ElementVisitorBase() {
                        @Override
                        public void visit(ElementPathBlock block) {
                            block.getPattern().forEach(it -> add(it));
                        }

                        @Override
                        public void visit(ElementSubQuery inner) {
                            read(inner.getQuery());
                        }

                        @Override
                        public void visit(ElementTriplesBlock block) {
                            block.getPattern().forEach(it -> add(new TriplePath(it)));
                        }
                    });
        }
    }

    private void add(TriplePath pattern) {
        if (pattern.isTriple()) {
            patterns.add(
                    new Pattern(pattern.getSubject(), pattern.getPredicate(), pattern.getObject()));
        } else {
            add(pattern.getSubject(), pattern.getPath(), pattern.getObject());
        }
    }

    /// Paths of single steps one after the other; others are passed over.
    private void add(Node subject, Path path, Node object) {
        switch (path) {
            case P_Link link -> patterns.add(new Pattern(subject, link.getNode(), object));
            case P_Inverse inverse -> add(object, inverse.getSubPath(), subject);
            case P_Seq steps -> {
                Node between = Var.alloc("step " + patterns.size());
                add(subject, steps.getLeft(), between);
                add(between, steps.getRight(), object);
            }
            default -> {}
        }
    }

    /// @return the row's values, with those that could be found
    public Map<Node, Node> fill(Binding row) {
        Map<Node, Node> values = new HashMap<>();
        row.forEach(values::put);
        for (int round = 0; round < ROUNDS; round++) {
            int before = values.size();
            patterns.forEach(pattern -> find(pattern, values));
            if (values.size() == before) {
                break;
            }
        }
        return values;
    }

    private void find(Pattern pattern, Map<Node, Node> values) {
        Node subject = value(pattern.subject(), values);
        Node property = value(pattern.property(), values);
        Node object = value(pattern.object(), values);
        if (!property.isURI()) {
            return;
        }
        if (subject.isVariable() && !object.isVariable()) {
            graph.onlySubject(property, object).ifPresent(it -> values.put(pattern.subject(), it));
        } else if (object.isVariable() && subject.isURI()) {
            graph.onlyObject(subject, property).ifPresent(it -> values.put(pattern.object(), it));
        }
    }

    /// The thing whose name a cell shows.
    public Optional<Node> named(Var column, Map<Node, Node> values) {
        return patterns.stream()
                .filter(pattern -> pattern.object().equals(column))
                .filter(
                        p ->
                                p.property().equals(Terms.LABEL)
                                        || p.property().equals(Terms.PREF_LABEL))
                .map(pattern -> value(pattern.subject(), values))
                .filter(Node::isURI)
                .findFirst();
    }

    /// Links to the claims behind a row, called by the property; none where nothing is claimed.
    public List<Link> links(Map<Node, Node> values) {
        Set<Link> links = new LinkedHashSet<>();
        for (Pattern pattern : patterns) {
            Pattern filled =
                    new Pattern(
                            value(pattern.subject(), values),
                            value(pattern.property(), values),
                            value(pattern.object(), values));
            if (known.computeIfAbsent(filled, this::isClaimed)) {
                links.add(link(filled));
            }
        }
        return List.copyOf(links);
    }

    private boolean isClaimed(Pattern filled) {
        return filled.subject().isURI()
                && filled.property().isURI()
                && graph.claims(filled.subject(), filled.property())
                        .takeWhile(claim -> lookedAt++ < LOOKED_AT)
                        .anyMatch(
                                claim ->
                                        filled.object().isVariable()
                                                || graph.has(claim, Terms.OBJECT, filled.object()));
    }

    private Link link(Pattern filled) {
        Node object = filled.object();
        String value = "";
        if (object.isURI()) {
            value = object.getURI();
        } else if (object.isLiteral()) {
            value = object.getLiteralLexicalForm();
        }
        String query =
                "/claims?subject="
                        + encode(filled.subject().getURI())
                        + "&property="
                        + encode(filled.property().getURI())
                        + (value.isEmpty() ? "" : "&value=" + encode(value));
        return Link.to(graph.link(filled.property()).text(), query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Node value(Node node, Map<Node, Node> values) {
        return node.isVariable() ? values.getOrDefault(node, node) : node;
    }
}
