package chancery.guard.function;

import chancery.guard.run.LimitExceeded;
import chancery.guard.run.QueryBudget;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/// Regular expressions as Jena understands them, over texts that look at the clock.
///
/// Keeps the last pattern compiled: in most queries it is a constant. Not thread-safe, as the
/// expressions of one running query are not.
final class Patterns {
    private final String function;
    private @Nullable Pattern last;
    private String lastPattern = "";
    private String lastFlags = "";

    /// @param function its name, for messages
    Patterns(String function) {
        this.function = function;
    }

    /// @throws ExprEvalException for what is no text
    String text(NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    /// @param flagsAt place among the arguments, which may be beyond their end
    /// @param context of the running query; none while Jena works constants out
    Matcher matcher(List<NodeValue> arguments, int flagsAt, @Nullable FunctionEnv context) {
        if (context == null) {
            throw new ExprEvalException(function + ": left for when the query runs");
        }
        String text = text(arguments.get(0));
        String pattern = text(arguments.get(1));
        String flags = arguments.size() > flagsAt ? text(arguments.get(flagsAt)) : "";
        QueryBudget budget = QueryBudget.of(context.getContext());
        return compiled(pattern, flags).matcher(new TimedText(text, budget::checkTime));
    }

    private Pattern compiled(String pattern, String flags) {
        Pattern known = last;
        if (known != null && pattern.equals(lastPattern) && flags.equals(lastFlags)) {
            return known;
        }
        Pattern compiled;
        try {
            compiled = RegexEngine.makePattern(function, pattern, flags.isEmpty() ? null : flags);
        } catch (PatternSyntaxException e) {
            throw new ExprEvalException(function + ": " + e.getMessage(), e);
        }
        last = compiled;
        lastPattern = pattern;
        lastFlags = flags;
        return compiled;
    }

    /// Java's regular expressions go deeper into the stack with each repetition of a group.
    static <T> T withinStack(Supplier<T> matching) {
        try {
            return matching.get();
        } catch (StackOverflowError e) {
            throw LimitExceeded.ofQuery(
                    "query: found a regular expression that repeats a group too often for us,"
                            + " expected a simpler one or a shorter text");
        }
    }
}
