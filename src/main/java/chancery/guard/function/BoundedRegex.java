package chancery.guard.function;

import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/// REGEX (SPARQL 1.1, 17.4.3.14) within the query's time.
final class BoundedRegex extends ExprFunctionN {
    private static final int FLAGS = 2;
    private final Patterns patterns = new Patterns("REGEX");

    BoundedRegex(ExprList arguments) {
        super("regex", arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv context) {
        Matcher matcher = patterns.matcher(arguments, FLAGS, context);
        return NodeValue.booleanReturn(Patterns.withinStack(matcher::find));
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        throw new ExprEvalException("left for when the query runs");
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedRegex(arguments);
    }
}
