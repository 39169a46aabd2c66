package chancery.serve;

import chancery.guard.Limits;
import chancery.page.editor.Asked;
import chancery.page.editor.Call;
import chancery.page.editor.Program;
import chancery.page.editor.ProgramsPage;
import chancery.release.ReleaseQuery;
import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;
import chancery.serve.sparql.KnownQuery;
import chancery.serve.sparql.SparqlRequest;
import chancery.serve.sparql.UnreadableRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.QueryException;

/// What is told of a query without running it: `/sparql/check`, whether it can be read and where
/// not, and `/sparql/code`, programs that ask it.
final class QueryTools {
    private static final String CHECK = "/sparql/check";
    private static final String CODE = "/sparql/code";

    /// Longer ones are not what anybody copies into a program, and Java's texts have an end.
    private static final int LONGEST_IN_PROGRAM = 15_000;

    private final Pages pages;
    private final QueryReading reading;

    QueryTools(Pages pages, Limits limits) {
        this.pages = pages;
        this.reading = new QueryReading(limits);
    }

    static boolean isFor(String path) {
        return path.equals(CHECK) || path.equals(CODE);
    }

    Reply answer(Request request, HttpServletRequest http, Served served) throws IOException {
        if (!request.isReading() && !List.of("POST", "QUERY").contains(request.method())) {
            return new Reply.Methods(Site.QUERYING, !request.method().equals("OPTIONS"));
        }
        try {
            SparqlRequest asked = reading.read(request, http);
            return request.path().equals(CHECK)
                    ? check(asked.query())
                    : programs(asked, request, served);
        } catch (UnreadableRequest unreadable) {
            return new Reply.Failed(unreadable.problem());
        }
    }

    /// The verdict is the answer, so it has status 200 whatever it is.
    private static Reply check(String text) {
        JsonObject json = new JsonObject();
        try {
            ReleaseQuery query = ReleaseQuery.parse(text);
            json.put("isGood", true);
            json.put("syntax", query.onUnion() ? "SPARQL 1.2" : "SPARQL 1.1");
        } catch (QueryException mistake) {
            put(QueryMistake.of(mistake), json);
        } catch (StackOverflowError e) {
            json.put("isGood", false);
            json.put("detail", "found it nested too deeply for us");
        }
        return new Reply.Found(
                "application/json; charset=utf-8", JSON.toStringFlat(json) + "\n", false);
    }

    private static void put(Problem problem, JsonObject json) {
        json.put("isGood", false);
        json.put("detail", problem.detail().replaceFirst("^query:[\\d:]* ", ""));
        problem.more()
                .forEach(
                        (name, value) -> {
                            if (value instanceof Number number) {
                                json.put(name, number.longValue());
                            }
                        });
    }

    private Reply programs(SparqlRequest asked, Request request, Served served) {
        Call.Kind kind;
        try {
            kind =
                    switch (KnownQuery.of(ReleaseQuery.parse(asked.query())).kind()) {
                        case TABLE -> Call.Kind.TABLE;
                        case TRUTH -> Call.Kind.TRUTH;
                        case GRAPH -> Call.Kind.GRAPH;
                    };
        } catch (QueryException mistake) {
            return new Reply.Failed(QueryMistake.of(mistake));
        } catch (StackOverflowError e) {
            return new Reply.Unavailable("query: found it nested too deeply for us");
        }
        if (asked.query().length() > LONGEST_IN_PROGRAM || asked.query().indexOf('\0') >= 0) {
            return new Reply.Failed(
                    Problem.of(
                            ProblemKind.REQUEST_TOO_LARGE,
                            "query: found one that does not go into a program, expected %d characters at most and no NUL"
                                    .formatted(LONGEST_IN_PROGRAM)));
        }
        Map<String, String> viewpoint = new HashMap<>();
        Map.of(
                        "according-to", asked.accordingTo(),
                        "as-of", asked.asOf(),
                        "known-on", asked.knownOn())
                .forEach(
                        (name, value) -> {
                            if (!value.isEmpty()) {
                                viewpoint.put(name, value);
                            }
                        });
        List<Program> all =
                Program.of(new Call(request.origin() + "/sparql", asked.query(), kind, viewpoint));
        String language = request.parameters().getOrDefault("language", "");
        if (language.isEmpty()) {
            Map<String, String> more = new HashMap<>(request.parameters());
            more.putAll(viewpoint);
            String html =
                    pages.html(
                            "code",
                            Pages.frame("Ask from a program", List.of(), served)
                                    .withScripts("copy.js"),
                            new ProgramsPage(new Asked(asked.query(), more), all),
                            served);
            return new Reply.Found("text/html; charset=utf-8", html, false);
        }
        Optional<Program> one =
                all.stream().filter(program -> program.slug().equals(language)).findFirst();
        return one.<Reply>map(
                        program ->
                                new Reply.Found("text/plain; charset=utf-8", program.code(), false))
                .orElseGet(
                        () ->
                                new Reply.BadRequest(
                                        "language: found \"%s\", expected one of %s"
                                                .formatted(
                                                        language,
                                                        String.join(
                                                                ", ",
                                                                all.stream()
                                                                        .map(Program::slug)
                                                                        .toList()))));
    }
}
