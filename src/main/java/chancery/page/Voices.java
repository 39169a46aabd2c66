package chancery.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/// How many say the same.
///
/// @param sources documents that say it
/// @param voices  those that are independent: the editions of one work are one
public record Voices(int sources, int voices) {
    /// @param agreeing other claims that say what this one says
    public static Voices of(GraphView graph, Node claim, List<Node> agreeing) {
        Set<Node> sources = new HashSet<>(graph.objects(claim, Terms.STATED_IN));
        agreeing.forEach(other -> sources.addAll(graph.objects(other, Terms.STATED_IN)));
        Set<Node> voices = new HashSet<>();
        sources.forEach(source -> voices.add(graph.object(source, Terms.ORIGIN).orElse(source)));
        return new Voices(sources.size(), voices.size());
    }
}
