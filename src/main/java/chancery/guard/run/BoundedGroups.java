package chancery.guard.run;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.jspecify.annotations.Nullable;

/// GROUP BY and aggregates (SPARQL 1.1, 11 and 18.5.1): in memory are the groups, what DISTINCT has
/// seen and the text of GROUP_CONCAT, all of it counted; never the rows.
final class BoundedGroups extends QueryIter1 {
    /// Of a group: its entry and its array; of an aggregate: what it counts with.
    private static final int GROUP = 160;

    private static final int AGGREGATE = 64;

    private final VarExprList by;
    private final List<ExprAggregator> aggregates;
    private final QueryBudget.Holding holding;
    private @Nullable Iterator<Binding> results;

    BoundedGroups(
            QueryIterator rows,
            VarExprList by,
            List<ExprAggregator> aggregates,
            QueryBudget.Holding holding,
            ExecutionContext context) {
        super(rows, context);
        this.by = by;
        this.aggregates = List.copyOf(aggregates);
        this.holding = holding;
    }

    /// What has been counted for one group, in the order of the aggregates.
    private static final class Group {
        private final Accumulator[] counts;
        private final @Nullable Seen[] seen;

        Group(Accumulator[] counts, @Nullable Seen[] seen) {
            this.counts = counts;
            this.seen = seen;
        }
    }

    /// The values that an aggregate with DISTINCT has met.
    private static final class Seen {
        private final Set<Object> values = new HashSet<>();
    }

    @Override
    protected boolean hasNextBinding() {
        if (results == null) {
            results = count();
        }
        return results.hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        if (results == null) {
            results = count();
        }
        return results.next();
    }

    private Iterator<Binding> count() {
        Map<Binding, Group> groups = new LinkedHashMap<>();
        QueryIterator rows = getInput();
        if (!rows.hasNext() && by.isEmpty()) {
            return List.of(ofNothing()).iterator();
        }
        while (rows.hasNext()) {
            Binding row = rows.next();
            Binding key = key(row);
            Group group = groups.get(key);
            if (group == null) {
                group = newGroup();
                groups.put(key, group);
                holding.add(key);
                holding.add(GROUP + (long) AGGREGATE * aggregates.size());
            }
            count(row, group);
        }
        rows.close();
        Iterator<Map.Entry<Binding, Group>> entries = groups.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Binding next() {
                Map.Entry<Binding, Group> entry = entries.next();
                return result(entry.getKey(), entry.getValue());
            }
        };
    }

    private Group newGroup() {
        Accumulator[] counts = new Accumulator[aggregates.size()];
        Seen[] seen = new Seen[aggregates.size()];
        for (int i = 0; i < counts.length; i++) {
            Aggregator aggregator = aggregates.get(i).getAggregator();
            counts[i] = aggregator.createAccumulator();
            seen[i] = Aggregates.remembers(aggregator) ? new Seen() : null;
        }
        return new Group(counts, seen);
    }

    private void count(Binding row, Group group) {
        for (int i = 0; i < group.counts.length; i++) {
            Aggregator aggregator = aggregates.get(i).getAggregator();
            Seen seen = group.seen[i];
            if (seen == null || isNew(row, aggregator, seen)) {
                if (Aggregates.concatenates(aggregator)) {
                    addText(row, aggregator);
                }
                group.counts[i].accumulate(row, getExecContext());
            }
        }
    }

    /// Whether the value has not been counted yet; errors go on, the aggregate knows what to do.
    private boolean isNew(Binding row, Aggregator aggregator, Seen seen) {
        ExprList arguments = aggregator.getExprList();
        if (arguments == null || arguments.isEmpty()) {
            if (seen.values.add(row)) {
                holding.add(row);
                return true;
            }
            return false;
        }
        Node value = value(row, arguments.get(0));
        if (value == null) {
            return true;
        }
        if (seen.values.add(value)) {
            // once here and once in the aggregate
            holding.add(value);
            holding.add(value);
            return true;
        }
        return false;
    }

    private void addText(Binding row, Aggregator aggregator) {
        Node value = value(row, aggregator.getExprList().get(0));
        int separator = Aggregates.separatorLength(aggregator);
        if (value != null && value.isLiteral()) {
            holding.add(2L * (value.getLiteralLexicalForm().length() + separator) + 2);
        } else if (value != null && value.isURI()) {
            holding.add(2L * (value.getURI().length() + separator) + 2);
        }
    }

    private @Nullable Node value(Binding row, Expr expression) {
        try {
            return expression.eval(row, getExecContext()).asNode();
        } catch (ExprEvalException notAValue) {
            return null;
        }
    }

    private Binding key(Binding row) {
        BindingBuilder key = BindingFactory.builder();
        for (Var variable : by.getVars()) {
            Node value = by.get(variable, row, getExecContext());
            if (value != null) {
                key.add(variable, value);
            }
        }
        return key.build();
    }

    private Binding result(Binding key, Group group) {
        BindingBuilder result = BindingFactory.builder(key);
        for (int i = 0; i < group.counts.length; i++) {
            NodeValue value = group.counts[i].getValue();
            if (value != null) {
                result.add(aggregates.get(i).getVar(), value.asNode());
            }
        }
        return result.build();
    }

    /// Of no rows at all there is one group, if nothing says by what to group (18.5.1).
    private Binding ofNothing() {
        BindingBuilder result = BindingFactory.builder();
        for (ExprAggregator aggregate : aggregates) {
            Node value = aggregate.getAggregator().getValueEmpty();
            if (value != null) {
                result.add(aggregate.getVar(), value);
            }
        }
        return result.build();
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {
        results = List.<Binding>of().iterator();
        holding.close();
    }
}
