package chancery.guard.run;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/// Rows that are read from the database, at the pace of their query.
final class PacedRows extends QueryIter1 {
    private final QueryBudget budget;

    PacedRows(QueryIterator rows, QueryBudget budget, ExecutionContext context) {
        super(rows, context);
        this.budget = budget;
    }

    @Override
    protected boolean hasNextBinding() {
        return getInput().hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        budget.step();
        return getInput().next();
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {}
}
