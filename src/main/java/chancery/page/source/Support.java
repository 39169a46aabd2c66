package chancery.page.source;

import chancery.page.GraphView;
import chancery.page.Terms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Which sources say the same; the editions of one work count as one voice. Every subject's claims
/// are read once.
final class Support {
    private final GraphView graph;
    private final Map<Node, Map<List<Optional<Node>>, Set<Node>>> voices = new HashMap<>();
    private final Map<Node, Node> origins = new HashMap<>();

    Support(GraphView graph) {
        this.graph = graph;
    }

    /// Whether no other voice says what a claim says, with the same stance.
    boolean isAlone(Node claim) {
        return graph.object(claim, Terms.SUBJECT)
                .map(subject -> voices.computeIfAbsent(subject, this::voicesAbout))
                .map(said -> said.getOrDefault(said(claim), Set.of()).size() < 2)
                .orElse(true);
    }

    private Map<List<Optional<Node>>, Set<Node>> voicesAbout(Node subject) {
        Map<List<Optional<Node>>, Set<Node>> said = new HashMap<>();
        List<Node> claims = graph.allSubjects(Terms.SUBJECT, subject).toList();
        for (Node claim : claims) {
            graph.object(claim, Terms.STATED_IN)
                    .map(source -> origins.computeIfAbsent(source, this::origin))
                    .ifPresent(
                            voice ->
                                    said.computeIfAbsent(said(claim), key -> new HashSet<>())
                                            .add(voice));
        }
        return said;
    }

    private Node origin(Node source) {
        return graph.object(source, Terms.ORIGIN).orElse(source);
    }

    private List<Optional<Node>> said(Node claim) {
        return List.of(
                graph.object(claim, Terms.PREDICATE),
                graph.object(claim, Terms.OBJECT),
                graph.object(claim, Terms.STANCE));
    }
}
