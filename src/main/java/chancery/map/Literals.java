package chancery.map;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Literals of the graph.
public final class Literals {
    private Literals() {}

    /// @param lang language tag; `""` if none
    public static Node text(String text, String lang) {
        return lang.isEmpty()
                ? NodeFactory.createLiteralString(text)
                : NodeFactory.createLiteralLang(text, lang);
    }

    /// @param datatype IRI
    public static Node typed(String lexical, String datatype) {
        return NodeFactory.createLiteralDT(lexical, NodeFactory.getType(datatype));
    }
}
