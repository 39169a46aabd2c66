package chancery.guard.function;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;

/// CONCAT (SPARQL 1.1, 17.4.3.12) with a bound that is looked at before anything is put together.
final class BoundedConcat extends ExprFunctionN {
    BoundedConcat(ExprList arguments) {
        super("concat", arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        TooLarge.checkText(arguments.stream().mapToLong(TooLarge::lengthOf).sum());
        return XSDFuncOp.strConcat(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedConcat(arguments);
    }
}
