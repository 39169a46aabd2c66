package chancery.guard.function;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/// The value of an expression, unless it is larger than any may be. For functions that make of
/// their arguments a few times as much.
final class Bounded extends ExprFunction1 {
    Bounded(Expr expression) {
        super(expression, "bounded");
    }

    @Override
    public NodeValue eval(NodeValue value) {
        return TooLarge.check(value);
    }

    @Override
    public Expr copy(Expr expression) {
        return new Bounded(expression);
    }
}
