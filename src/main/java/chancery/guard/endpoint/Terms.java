package chancery.guard.endpoint;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;

/// Terms on their way to the store and back. Virtuoso gives two kinds of values back in a way of
/// its own: truths as `1` and `0`, and places under a datatype that nobody else has.
final class Terms {
    private static final String VIRTUOSO_PLACE =
            "http://www.openlinksw.com/schemas/virtrdf#Geometry";
    private static final String PLACE = "http://www.opengis.net/ont/geosparql#wktLiteral";

    private Terms() {}

    /// Whether the term can stand in a pattern and be found: a blank node means nothing there, and
    /// a triple term is not to be had.
    static boolean canBeAsked(Node term) {
        return term.isLiteral()
                || (term.isURI() && EndpointAddress.canBeWritten(term.getURI()))
                || Node.ANY.equals(term);
    }

    /// As a query has it.
    ///
    /// @param name of the variable, for a term that is not known
    static String written(Node term, String name) {
        return term.isConcrete() ? NodeFmtLib.strNT(term) : "?" + name;
    }

    static Node ofOurs(Node term) {
        if (!term.isLiteral()) {
            return term;
        }
        String datatype = term.getLiteralDatatypeURI();
        String text = term.getLiteralLexicalForm();
        if (XSDDatatype.XSDboolean.getURI().equals(datatype)
                && (text.equals("1") || text.equals("0"))) {
            return NodeFactory.createLiteralDT(
                    Boolean.toString(text.equals("1")), XSDDatatype.XSDboolean);
        }
        return VIRTUOSO_PLACE.equals(datatype)
                ? NodeFactory.createLiteralDT(text, NodeFactory.getType(PLACE))
                : term;
    }

    static Binding ofOurs(Binding row) {
        BindingBuilder ours = Binding.builder();
        row.forEach((Var variable, Node value) -> ours.add(variable, ofOurs(value)));
        return ours.build();
    }
}
