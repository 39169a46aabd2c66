package chancery.guard.run;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/// Rows of an operation that keeps others: when it is closed, what it kept is given back.
final class Releasing extends QueryIter1 {
    private final QueryBudget.Holding holding;

    Releasing(QueryIterator rows, QueryBudget.Holding holding, ExecutionContext context) {
        super(rows, context);
        this.holding = holding;
    }

    @Override
    protected boolean hasNextBinding() {
        return getInput().hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return getInput().next();
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {
        holding.close();
    }
}
