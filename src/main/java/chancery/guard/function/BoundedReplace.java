package chancery.guard.function;

import java.util.List;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/// REPLACE (SPARQL 1.1, 17.4.3.15) within the query's time, with a bound for what comes out.
final class BoundedReplace extends ExprFunctionN {
    private static final int FLAGS = 3;
    private final Patterns patterns = new Patterns("replace");

    BoundedReplace(ExprList arguments) {
        super("replace", arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv context) {
        Matcher matcher = patterns.matcher(arguments, FLAGS, context);
        String replacement = patterns.text(arguments.get(2));
        StringBuilder result = new StringBuilder();
        try {
            return Patterns.withinStack(
                    () ->
                            replaceAll(matcher, replacement, result)
                                    ? likeFirst(result.toString(), arguments.get(0))
                                    : arguments.get(0));
        } catch (IllegalArgumentException | IndexOutOfBoundsException noSuchGroup) {
            throw new ExprEvalException("REPLACE: " + noSuchGroup.getMessage(), noSuchGroup);
        }
    }

    /// As Jena does: of the empty matches only a first one counts.
    private static boolean replaceAll(Matcher matcher, String replacement, StringBuilder result) {
        boolean isFound = false;
        while (matcher.find()) {
            if (!isFound || matcher.start() != matcher.end()) {
                isFound = true;
                TooLarge.checkText(result.length() + (long) replacement.length());
                matcher.appendReplacement(result, replacement);
                TooLarge.checkText(result.length());
            }
        }
        if (isFound) {
            matcher.appendTail(result);
            TooLarge.checkText(result.length());
        }
        return isFound;
    }

    /// With the language or datatype of the text it was made of.
    private static NodeValue likeFirst(String text, NodeValue first) {
        Node node = first.asNode();
        String language = node.getLiteralLanguage();
        Node result =
                language.isEmpty()
                        ? NodeFactory.createLiteralDT(text, node.getLiteralDatatype())
                        : NodeFactory.createLiteralDirLang(
                                text, language, node.getLiteralBaseDirection());
        return NodeValue.makeNode(result);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        throw new ExprEvalException("left for when the query runs");
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedReplace(arguments);
    }
}
