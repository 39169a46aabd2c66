package chancery.guard.run;

import chancery.guard.path.PathWalk;
import chancery.guard.path.Walked;
import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.path.Path;

/// For each row the rows that a path makes of it; places seen are counted until that row is done.
final class BoundedPath extends QueryIterRepeatApply {
    private final TriplePath pattern;
    private final QueryBudget budget;

    BoundedPath(
            TriplePath pattern, QueryIterator input, QueryBudget budget, ExecutionContext context) {
        super(input, context);
        this.pattern = pattern;
        this.budget = budget;
    }

    /// Whether it is a path of SPARQL between plain terms and variables.
    static boolean canWalk(TriplePath pattern) {
        return pattern.getPath() != null
                && PathWalk.knows(pattern.getPath())
                && !pattern.getSubject().isTripleTerm()
                && !pattern.getObject().isTripleTerm();
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        QueryBudget.Holding holding = budget.hold();
        PathWalk walk = new PathWalk(getExecContext().getActiveGraph(), watched(holding));
        Node subject = Var.lookup(row, pattern.getSubject());
        Node object = Var.lookup(row, pattern.getObject());
        return HeldRows.releasing(
                QueryIterPlainWrapper.create(rows(row, subject, object, walk), getExecContext()),
                holding,
                getExecContext());
    }

    private Walked watched(QueryBudget.Holding holding) {
        return new Walked() {
            @Override
            public void remember(Node place) {
                holding.add(place);
            }

            @Override
            public void step() {
                if (getExecContext().getCancelSignal() != null
                        && getExecContext().getCancelSignal().get()) {
                    throw new QueryCancelledException();
                }
                holding.checkTime();
            }
        };
    }

    private Iterator<Binding> rows(Binding row, Node subject, Node object, PathWalk walk) {
        Path path = pattern.getPath();
        if (!subject.isVariable() && !object.isVariable()) {
            return Iter.map(walk.between(subject, path, object), place -> row);
        }
        if (!subject.isVariable()) {
            Var end = Var.alloc(object);
            return Iter.map(
                    walk.from(subject, path, true),
                    place -> BindingFactory.binding(row, end, place));
        }
        Var begin = Var.alloc(subject);
        if (!object.isVariable()) {
            return Iter.map(
                    walk.from(object, path, false),
                    place -> BindingFactory.binding(row, begin, place));
        }
        return Iter.flatMap(
                walk.starts(path, true),
                start -> {
                    Binding with = BindingFactory.binding(row, begin, start);
                    Iterator<Node> ends = walk.from(start, path, true);
                    if (subject.equals(object)) {
                        return Iter.map(Iter.filter(ends, start::equals), place -> with);
                    }
                    Var end = Var.alloc(object);
                    return Iter.map(ends, place -> BindingFactory.binding(with, end, place));
                });
    }
}
