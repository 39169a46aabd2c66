package chancery.map;

import chancery.check.Value;
import chancery.describe.Column;
import chancery.describe.datatype.BaseType;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Values as terms of the graph (Generating RDF from Tabular Data, section 4.3).
record ValueTerms(Iris iris, Mode mode) {

    /// @return empty if there is no value, and for a misfit in evidence mode
    Optional<Node> term(Value value, Column column) {
        return switch (value) {
            case Value.Absent absent -> Optional.empty();
            case Value.Text text -> Optional.of(Literals.text(text.text(), text.lang()));
            case Value.Number number ->
                    Optional.of(Literals.typed(number.lexical(), number.datatype()));
            case Value.Bool bool -> Optional.of(Literals.typed(bool.lexical(), bool.datatype()));
            case Value.Typed typed ->
                    Optional.of(Literals.typed(typed.lexical(), typed.datatype()));
            case Value.Iri iri ->
                    Optional.of(byDirective(iris.rebased(iri.iri()), iri.text(), column));
            case Value.Time time -> {
                String node = iris.base() + "id/time/" + time.edtf().pathSafe();
                yield Optional.of(byDirective(node, time.text(), column));
            }
            case Value.Quantity quantity -> {
                String node = iris.base() + "id/quantity/" + quantity.quantity().pathSafe();
                yield Optional.of(byDirective(node, quantity.text(), column));
            }
            // What does not fit its datatype stays a string; evidence has no place for it.
            case Value.Misfit misfit ->
                    mode == Mode.EVIDENCE
                            ? Optional.empty()
                            : Optional.of(Literals.text(misfit.text(), ""));
        };
    }

    private Node byDirective(String iri, String written, Column column) {
        if (mode == Mode.EVIDENCE) {
            return NodeFactory.createURI(iri);
        }
        String datatype = column.datatype().iri();
        return datatype.equals(BaseType.STRING.iri())
                ? Literals.text(written, column.lang())
                : Literals.typed(written, datatype);
    }
}
