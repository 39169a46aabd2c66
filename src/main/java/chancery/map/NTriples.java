package chancery.map;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/// Lines of N-Triples and N-Quads, as Jena writes them.
public final class NTriples {
    private NTriples() {}

    /// A term.
    public static String text(Node node) {
        return NodeFmtLib.strNT(node);
    }

    /// What stands behind the object of a line.
    ///
    /// @param graph empty for N-Triples
    public static String end(Optional<String> graph) {
        return graph.map(iri -> " <" + iri + "> .\n").orElse(" .\n");
    }

    /// @param end of every line, see [#end]
    /// @param into takes whole lines
    public static Consumer<Triple> lines(String end, Consumer<String> into) {
        return triple ->
                into.accept(
                        text(triple.getSubject())
                                + " "
                                + text(triple.getPredicate())
                                + " "
                                + text(triple.getObject())
                                + end);
    }
}
