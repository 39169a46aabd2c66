package chancery.guard.run;

import chancery.guard.order.FilterPlacement;
import chancery.guard.order.PathPatterns;
import chancery.guard.order.PatternOrder;
import chancery.guard.order.UnknownTerms;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpAntiJoin;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSemiJoin;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterHalfJoin;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.engine.join.AbstractIterHashJoin;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.jspecify.annotations.Nullable;

/// TDB2's executor, with the operations that keep rows in memory made to count them: groups, the
/// kept side of each join, paths. Sorting and DISTINCT go to disk.
///
/// Which side Jena 5.6.0 keeps: of a join the left, of OPTIONAL, MINUS and half joins the right.
final class BoundedExecutor extends OpExecutorTDB2 {
    private final QueryBudget budget;

    BoundedExecutor(ExecutionContext context) {
        super(context);
        this.budget = QueryBudget.of(context.getContext());
    }

    /// What cannot even be begun leaves nobody who would close the rows it was given: some
    /// operations read their first row at once.
    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        try {
            return super.exec(op, input);
        } catch (RuntimeException | Error e) {
            close(input);
            throw e;
        }
    }

    /// Jena 5.6.0 cannot close a hash join that has not begun.
    private static void close(QueryIterator input) {
        if (input instanceof AbstractIterHashJoin && !input.hasNext()) {
            return;
        }
        input.close();
    }

    @Override
    protected QueryIterator execute(OpBGP triples, QueryIterator input) {
        if (UnknownTerms.in(triples.getPattern(), execCxt)) {
            return none(input);
        }
        return PathPatterns.has(triples.getPattern())
                ? apart(null, triples.getPattern(), input)
                : new PacedRows(super.execute(triples, input), budget, execCxt);
    }

    @Override
    protected QueryIterator execute(OpQuadPattern quads, QueryIterator input) {
        if (UnknownTerms.in(quads.getBasicPattern(), execCxt)) {
            return none(input);
        }
        return PathPatterns.has(quads.getBasicPattern())
                ? apart(quads.getGraphNode(), quads.getBasicPattern(), input)
                : new PacedRows(super.execute(quads, input), budget, execCxt);
    }

    private QueryIterator none(QueryIterator input) {
        close(input);
        return QueryIterNullIterator.create(execCxt);
    }

    private QueryIterator apart(@Nullable Node graph, BasicPattern pattern, QueryIterator input) {
        QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
        return exec(PathPatterns.apart(graph, PatternOrder.of(pattern, peek, execCxt)), peek);
    }

    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        if (!FilterPlacement.canPlace(filter)) {
            return super.execute(filter, input);
        }
        if (UnknownTerms.in(FilterPlacement.pattern(filter), execCxt)) {
            return none(input);
        }
        QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
        Op placed = FilterPlacement.of(filter, peek, execCxt);
        if (!(placed instanceof OpFilter whole)) {
            return exec(placed, peek);
        }
        QueryIterator rows = exec(whole.getSubOp(), peek);
        for (Expr expression : whole.getExprs()) {
            rows = new QueryIterFilterExpr(rows, expression, execCxt);
        }
        return rows;
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        QueryIterator rows = exec(group.getSubOp(), input);
        return new BoundedGroups(
                rows, group.getGroupVars(), group.getAggregators(), budget.hold(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        QueryBudget.Holding holding = budget.hold();
        QueryIterator left = kept(exec(join.getLeft(), input), holding);
        QueryIterator right = exec(join.getRight(), root());
        return releasing(Join.join(left, right, execCxt), holding);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        QueryBudget.Holding holding = budget.hold();
        QueryIterator left = exec(join.getLeft(), input);
        QueryIterator right = kept(exec(join.getRight(), root()), holding);
        return releasing(Join.leftJoin(left, right, join.getExprs(), execCxt), holding);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        QueryBudget.Holding holding = budget.hold();
        QueryIterator left = exec(minus.getLeft(), input);
        Set<Var> common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        Function<QueryIterator, QueryIterator> made =
                all -> {
                    QueryIterator right = kept(exec(minus.getRight(), root()), holding);
                    return QueryIterMinus.create(all, right, common, execCxt);
                };
        return releasing(
                MinusByLookup.canLookUp(minus.getLeft(), minus.getRight(), common)
                        ? MinusByLookup.of(left, minus.getRight(), common, holding, made, execCxt)
                        : made.apply(left),
                holding);
    }

    @Override
    protected QueryIterator execute(OpSemiJoin join, QueryIterator input) {
        QueryBudget.Holding holding = budget.hold();
        QueryIterator left = exec(join.getLeft(), input);
        QueryIterator right = kept(exec(join.getRight(), root()), holding);
        return releasing(QueryIterHalfJoin.semiJoin(left, right, execCxt), holding);
    }

    @Override
    protected QueryIterator execute(OpAntiJoin join, QueryIterator input) {
        QueryBudget.Holding holding = budget.hold();
        QueryIterator left = exec(join.getLeft(), input);
        QueryIterator right = kept(exec(join.getRight(), root()), holding);
        return releasing(QueryIterHalfJoin.antiJoin(left, right, execCxt), holding);
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        TriplePath of = path.getTriplePath();
        if (of.getPath() instanceof P_Alt) {
            QueryIterPeek peek = QueryIterPeek.create(input, execCxt);
            return peek.hasNext() && isOpen(of.getSubject(), peek) && isOpen(of.getObject(), peek)
                    ? exec(PathPatterns.union(of), peek)
                    : walk(path, peek);
        }
        return walk(path, input);
    }

    private static boolean isOpen(Node end, QueryIterPeek input) {
        return Var.lookup(input.peek(), end).isVariable();
    }

    private QueryIterator walk(OpPath path, QueryIterator input) {
        return BoundedPath.canWalk(path.getTriplePath())
                ? new BoundedPath(path.getTriplePath(), input, budget, execCxt)
                : super.execute(path, input);
    }

    /// Jena makes a new execution for each row.
    @Override
    protected QueryIterator execute(OpGraph graph, QueryIterator input) {
        Node name = graph.getNode();
        if (graph.getSubOp() instanceof OpPath path
                && (Quad.isDefaultGraph(name) || Quad.isUnionGraph(name))) {
            ExecutionContext there =
                    ExecutionContext.copyChangeActiveGraph(
                            execCxt, execCxt.getDataset().getGraph(name));
            return new BoundedExecutor(there).execute(path, input);
        }
        return super.execute(graph, input);
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return new RowByRow(input, row -> distinct(distinct, row), execCxt);
    }

    @Override
    protected QueryIterator execute(OpReduced reduced, QueryIterator input) {
        return new RowByRow(input, row -> super.execute(reduced, row), execCxt);
    }

    /// After ORDER BY the order has to last, so then all is kept in memory.
    private QueryIterator distinct(OpDistinct distinct, QueryIterator input) {
        QueryIterator rows = exec(distinct.getSubOp(), input);
        boolean isOrdered = distinct.getSubOp() instanceof OpOrder;
        return new BoundedDistinct(
                rows,
                isOrdered ? Integer.MAX_VALUE : BoundedRun.ROWS_IN_MEMORY,
                budget.hold(),
                budget.files(),
                execCxt);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        return new BoundedSort(
                exec(order.getSubOp(), input),
                order.getConditions(),
                budget.hold(),
                budget.files(),
                execCxt);
    }

    @Override
    protected QueryIterator execute(OpTopN top, QueryIterator input) {
        QueryBudget.Holding holding = budget.hold();
        boolean isDistinct = top.getSubOp() instanceof OpDistinct;
        Op rows = isDistinct ? ((OpDistinct) top.getSubOp()).getSubOp() : top.getSubOp();
        QueryIterator counted = HeldRows.top(exec(rows, input), top.getLimit(), holding, execCxt);
        return releasing(
                new QueryIterTopN(
                        counted, top.getConditions(), top.getLimit(), isDistinct, execCxt),
                holding);
    }

    /// Never the way of Jena, with its loaders, registries and parameters of services.
    @Override
    protected QueryIterator execute(OpService service, QueryIterator input) {
        OtherServers others = BoundedRun.others(execCxt.getContext());
        if (others == null) {
            throw new QueryDeniedException("SERVICE: found one, expected none");
        }
        return others.execute(service, input, execCxt);
    }

    private QueryIterator kept(QueryIterator rows, QueryBudget.Holding holding) {
        return HeldRows.kept(rows, holding, execCxt);
    }

    private QueryIterator releasing(QueryIterator rows, QueryBudget.Holding holding) {
        return HeldRows.releasing(rows, holding, execCxt);
    }
}
