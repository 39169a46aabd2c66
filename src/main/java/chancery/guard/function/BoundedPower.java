package chancery.guard.function;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.library.Math_pow;

/// XPath's math:pow, which Jena works out exactly for whole numbers: with a bound that is looked at
/// before.
final class BoundedPower extends ExprFunctionN {
    BoundedPower(ExprList arguments) {
        super("pow", arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        if (arguments.size() != 2) {
            throw new ExprEvalException("math:pow: found other than two arguments");
        }
        NodeValue base = arguments.get(0);
        NodeValue exponent = arguments.get(1);
        if (base.isInteger() && exponent.isInteger()) {
            TooLarge.checkPower(base.getInteger(), exponent.getInteger());
        }
        return TooLarge.check(new Math_pow().exec(base, exponent));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedPower(arguments);
    }
}
