package chancery.guard.run;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/// Rows that whoever reads them keeps in memory: each is counted.
final class Kept extends QueryIter1 {
    private final QueryBudget.Holding holding;

    Kept(QueryIterator rows, QueryBudget.Holding holding, ExecutionContext context) {
        super(rows, context);
        this.holding = holding;
    }

    @Override
    protected boolean hasNextBinding() {
        return getInput().hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = getInput().next();
        holding.add(row);
        return row;
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {}
}
