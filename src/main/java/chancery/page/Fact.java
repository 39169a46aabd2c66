package chancery.page;

import chancery.vocab.Chy;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/// One property with all its values, of something that a register describes.
public record Fact(Link property, List<Value> values) {
    /// Names and types have a place of their own.
    private static final Set<Node> SHOWN_ABOVE =
            Set.of(
                    Terms.TYPE,
                    Terms.LABEL,
                    Terms.PREF_LABEL,
                    Terms.ALT_LABEL,
                    Terms.HIDDEN_LABEL,
                    Terms.EXACT_MATCH);

    private static final Node SHOW = Chy.term("show");

    /// @param backing none: nobody claims it
    public record Value(Link link, Backing backing) {}

    /// In the order of the properties' labels.
    public static List<Fact> allOf(GraphView graph, Node thing) {
        return graph.propertiesOf(thing).stream()
                .filter(property -> !SHOWN_ABOVE.contains(property))
                .map(
                        property ->
                                new Fact(
                                        graph.link(property),
                                        graph.links(thing, property).stream()
                                                .map(link -> shown(graph, thing, property, link))
                                                .map(link -> new Value(link, Backing.NONE))
                                                .toList()))
                .toList();
    }

    /// What of a source may be shown leads to it.
    private static Link shown(GraphView graph, Node thing, Node property, Link value) {
        return property.equals(SHOW)
                ? value.leadingTo(graph.link(thing).href() + "?show=text#claims")
                : value;
    }
}
