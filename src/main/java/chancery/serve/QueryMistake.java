package chancery.serve;

import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;
import chancery.serve.sparql.StrayCharacter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;

/// A mistake in a query as a problem, with its place.
final class QueryMistake {
    /// As the parser's generator writes it.
    private static final Pattern FOUND =
            Pattern.compile(
                    "Encountered:? \"(?: (.*?) \"(.*?) ?\"|<EOF>)\"? ?at line \\d+, column \\d+",
                    Pattern.DOTALL);

    /// What the exception says of its place is that of the last word understood.
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    private static final Pattern EXPECTED = Pattern.compile("Was expecting(?: one of)?:(.*)", 32);

    private static final Pattern AT_PLACE =
            Pattern.compile("(?i)[,.:]? ?(at )?line:? \\d+, column:? \\d+[.:]?");

    /// More would be most of the language.
    private static final int MOST_EXPECTED = 40;

    private QueryMistake() {}

    static Problem of(QueryException mistake) {
        String message = mistake.getMessage() == null ? "" : mistake.getMessage().strip();
        Matcher place = PLACE.matcher(message);
        int line = 0;
        int column = 0;
        if (place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        } else if (mistake instanceof QueryParseException parse) {
            line = parse.getLine();
            column = parse.getColumn();
        }
        if (line < 1) {
            String detail = message.isEmpty() ? "found one that cannot be read" : oneLine(message);
            return Problem.of(ProblemKind.QUERY_SYNTAX, "query: " + detail);
        }
        String where = String.format(Locale.ROOT, "query:%d:%d: ", line, column);
        Optional<StrayCharacter> stray = StrayCharacter.in(message);
        if (stray.isPresent()) {
            Problem problem =
                    Problem.of(ProblemKind.QUERY_SYNTAX, where + "found " + stray.get().told());
            return at(line, column, problem).with("found", stray.get().found());
        }
        Matcher found = FOUND.matcher(message);
        if (!found.find()) {
            return at(
                    line,
                    column,
                    Problem.of(
                            ProblemKind.QUERY_SYNTAX,
                            where + oneLine(AT_PLACE.matcher(message).replaceFirst(""))));
        }
        String token = found.group(2) == null ? "the end" : '"' + oneLine(found.group(2)) + '"';
        List<String> expected = expected(message);
        Problem problem =
                at(
                        line,
                        column,
                        Problem.of(
                                ProblemKind.QUERY_SYNTAX,
                                where + "found " + token + expectation(expected)));
        problem = problem.with("found", token);
        return expected.isEmpty() ? problem : problem.with("expected", expected);
    }

    private static Problem at(int line, int column, Problem problem) {
        return problem.with("line", line).with("column", column);
    }

    private static String expectation(List<String> expected) {
        if (expected.isEmpty() || expected.size() > 8) {
            return "";
        }
        return (expected.size() == 1 ? ", expected " : ", expected one of ")
                + String.join(", ", expected);
    }

    private static List<String> expected(String message) {
        Matcher list = EXPECTED.matcher(message);
        return list.find()
                ? list.group(1)
                        .lines()
                        .map(line -> line.replace("...", "").replace("\"", "").strip())
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .limit(MOST_EXPECTED)
                        .toList()
                : List.of();
    }

    private static String oneLine(String text) {
        String one = text.replaceAll("\\s+", " ").strip();
        return one.length() > 300 ? one.substring(0, 300) + "…" : one;
    }
}
