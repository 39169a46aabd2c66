package chancery.serve.sparql;

import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;

/// A request that asks nothing we can read.
public final class UnreadableRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public UnreadableRequest(ProblemKind kind, String detail) {
        this(Problem.of(kind, detail));
    }

    UnreadableRequest(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
