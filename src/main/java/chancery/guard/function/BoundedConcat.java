package chancery.guard.function;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/// CONCAT (SPARQL 1.1, 17.4.3.12) with a bound that is looked at before anything is put together.
final class BoundedConcat extends ExprFunctionN {
    private final Function<List<NodeValue>, NodeValue> concat;

    /// @param concat the function itself: XPath's takes more than SPARQL's
    BoundedConcat(ExprList arguments, Function<List<NodeValue>, NodeValue> concat) {
        super("concat", arguments);
        this.concat = concat;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        TooLarge.checkText(arguments.stream().mapToLong(TooLarge::lengthOf).sum());
        return concat.apply(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedConcat(arguments, concat);
    }
}
