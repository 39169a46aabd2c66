package chancery.guard.endpoint;

import chancery.search.SparqlText;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.XSD;

/// Tells which queries any store can answer: those of SPARQL 1.1 alone. The others are run here,
/// by looking up one pattern after the other: those with `text:query`, with functions and
/// aggregates that SPARQL does not have, with `SERVICE` (whom one may ask is ours to say), wherever
/// they stand, and `DESCRIBE`, which each store does in a way of its own. So are paths with `*`,
/// `+` or `?`: Virtuoso 7.2 gives too few rows or too many for these, not the same each time.
public final class WholeQueries {
    private WholeQueries() {}

    public static boolean canBeSent(Query query) {
        if (query.isDescribeType()) {
            return false;
        }
        if (query.getQueryPattern() == null) {
            return true;
        }
        AtomicBoolean isOurs = new AtomicBoolean();
        new Patterns(isOurs).look(Algebra.compile(query));
        return !isOurs.get();
    }

    /// Jena 5.6.0 walks past what is sorted by and what is aggregated.
    private static final class Patterns extends OpVisitorBase {
        private final AtomicBoolean isOurs;
        private final Functions functions;

        Patterns(AtomicBoolean isOurs) {
            this.isOurs = isOurs;
            this.functions = new Functions(isOurs);
        }

        void look(Op op) {
            Walker.walk(op, this, functions);
        }

        private void look(Expr expression) {
            Walker.walk(expression, this, functions);
        }

        @Override
        public void visit(OpOrder order) {
            order.getConditions().forEach(by -> look(by.getExpression()));
        }

        @Override
        public void visit(OpTopN top) {
            top.getConditions().forEach(by -> look(by.getExpression()));
        }

        @Override
        public void visit(OpGroup group) {
            for (ExprAggregator each : group.getAggregators()) {
                if (each.getAggregator() instanceof AggCustom) {
                    isOurs.set(true);
                }
                ExprList of = each.getAggregator().getExprList();
                if (of != null) {
                    of.forEach(this::look);
                }
            }
        }

        @Override
        public void visit(OpBGP pattern) {
            for (Triple triple : pattern.getPattern()) {
                if (triple.getPredicate().hasURI(SparqlText.IRI)) {
                    isOurs.set(true);
                }
            }
        }

        @Override
        public void visit(OpPath path) {
            if (repeats(path.getTriplePath().getPath())) {
                isOurs.set(true);
            }
        }

        @Override
        public void visit(OpService service) {
            isOurs.set(true);
        }
    }

    private static boolean repeats(Path path) {
        return switch (path) {
            case P_Inverse inverse -> repeats(inverse.getSubPath());
            case P_Path1 repeated -> true;
            case P_Path2 two -> repeats(two.getLeft()) || repeats(two.getRight());
            default -> false;
        };
    }

    private static final class Functions extends ExprVisitorBase {
        private final AtomicBoolean isOurs;

        Functions(AtomicBoolean isOurs) {
            this.isOurs = isOurs;
        }

        @Override
        public void visit(ExprFunctionN call) {
            boolean isCast =
                    call instanceof E_Function named
                            && named.getFunctionIRI().startsWith(XSD.getURI());
            if ((call instanceof E_Function && !isCast) || call instanceof E_Call) {
                isOurs.set(true);
            }
        }
    }
}
