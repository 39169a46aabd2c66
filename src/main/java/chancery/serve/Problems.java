package chancery.serve;

import chancery.page.Frame;
import chancery.page.ProblemPage;
import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;
import java.util.Arrays;
import java.util.List;

/// What can go wrong, as pages.
final class Problems {
    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    /// `/problems`, where the types of all problems lead.
    Reply all(Served served) {
        List<ProblemPage> all =
                Arrays.stream(ProblemKind.values())
                        .map(kind -> page(Problem.of(kind, ""), ""))
                        .toList();
        return pages.found("problems", "What can go wrong", "", all, served);
    }

    /// @param query that was asked; `""` for none
    String html(Problem problem, String query, Served served) {
        Frame frame = Pages.frame(problem.kind().title(), List.of(), served);
        return pages.html(
                "problem",
                query.isEmpty() ? frame : QueryPages.withEditor(frame),
                page(problem, query),
                served);
    }

    private static ProblemPage page(Problem problem, String query) {
        ProblemKind kind = problem.kind();
        List<ProblemPage.Line> lines =
                ProblemPage.around(query, number(problem, "line"), number(problem, "column"));
        return new ProblemPage(
                problem.status(),
                kind.title(),
                problem.detail(),
                kind.meaning(),
                kind.slug(),
                lines,
                query);
    }

    private static int number(Problem problem, String member) {
        return problem.more().get(member) instanceof Number number ? number.intValue() : 0;
    }
}
