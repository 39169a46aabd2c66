package chancery.guard.run;

import chancery.guard.order.PathPatterns;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.iterator.QueryIterConcat;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;
import org.jspecify.annotations.Nullable;

/// MINUS of a pattern, where few rows are on the left: each is looked up on the right, instead of
/// making all that the right side has.
///
/// For as many rows as that pays (SPARQL 1.1 Query, section 8.3.3, tells MINUS from NOT EXISTS; the
/// two agree where all shared variables are bound on both sides and there is one).
final class MinusByLookup extends QueryIter1 {
    /// With more rows on the left the right side is made once.
    static final int FEW = 1_000;

    private final Op right;
    private final List<Var> common;
    private @Nullable Binding next;

    private MinusByLookup(QueryIterator left, Op right, Set<Var> common, ExecutionContext context) {
        super(left, context);
        this.right = right;
        this.common = List.copyOf(common);
    }

    /// Whether rows can be looked up one by one.
    static boolean canLookUp(Op left, Op right, Set<Var> common) {
        return !common.isEmpty()
                && isOfPatterns(left)
                && isPattern(right)
                && OpVars.fixedVars(left).containsAll(common)
                && OpVars.fixedVars(right).containsAll(common);
    }

    /// @param many makes the answer if there are many rows on the left, which it is given
    static QueryIterator of(
            QueryIterator left,
            Op right,
            Set<Var> common,
            QueryBudget.Holding holding,
            Function<QueryIterator, QueryIterator> many,
            ExecutionContext context) {
        List<Binding> few = new ArrayList<>();
        while (few.size() < FEW && left.hasNext()) {
            Binding row = left.next();
            holding.add(row);
            few.add(row);
        }
        QueryIterator read = QueryIterPlainWrapper.create(few.iterator(), context);
        if (!left.hasNext()) {
            left.close();
            return new MinusByLookup(read, right, common, context);
        }
        QueryIterConcat all = new QueryIterConcat(context);
        all.add(read);
        all.add(left);
        return many.apply(all);
    }

    @Override
    protected boolean hasNextBinding() {
        while (next == null && getInput().hasNext()) {
            Binding row = getInput().next();
            if (!isOnTheRight(row)) {
                next = row;
            }
        }
        return next != null;
    }

    private boolean isOnTheRight(Binding row) {
        Op lookUp = Substitute.substitute(right, restricted(row));
        QueryIterator found = QC.execute(lookUp, BindingFactory.empty(), getExecContext());
        try {
            return found.hasNext();
        } finally {
            found.close();
        }
    }

    private Binding restricted(Binding row) {
        var shared = Binding.builder();
        common.forEach(variable -> shared.add(variable, row.get(variable)));
        return shared.build();
    }

    @Override
    protected Binding moveToNextBinding() {
        if (!hasNextBinding() || next == null) {
            throw new NoSuchElementException();
        }
        Binding row = next;
        next = null;
        return row;
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {}

    private static boolean isPattern(Op op) {
        return switch (op) {
            case OpBGP triples -> !PathPatterns.has(triples.getPattern());
            case OpQuadPattern quads -> !PathPatterns.has(quads.getBasicPattern());
            default -> false;
        };
    }

    /// Whether all values come out of the database, where the same term has the same form
    /// everywhere.
    private static boolean isOfPatterns(Op op) {
        return switch (op) {
            case OpBGP pattern -> isPattern(pattern);
            case OpQuadPattern pattern -> isPattern(pattern);
            case OpFilter filter -> isOfPatterns(filter.getSubOp());
            case OpGraph graph -> isOfPatterns(graph.getSubOp());
            case OpJoin join -> isOfPatterns(join.getLeft()) && isOfPatterns(join.getRight());
            case OpLeftJoin join -> isOfPatterns(join.getLeft()) && isOfPatterns(join.getRight());
            case OpConditional maybe ->
                    isOfPatterns(maybe.getLeft()) && isOfPatterns(maybe.getRight());
            case OpUnion union -> isOfPatterns(union.getLeft()) && isOfPatterns(union.getRight());
            case OpSequence sequence ->
                    sequence.getElements().stream().allMatch(MinusByLookup::isOfPatterns);
            default -> false;
        };
    }
}
