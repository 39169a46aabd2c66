package chancery.guard.run;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/// Rows of which whoever reads them keeps a number: counted as so many of the largest.
final class TopRows extends QueryIter1 {
    private final long kept;
    private final QueryBudget.Holding holding;
    private long largest;

    TopRows(QueryIterator rows, long kept, QueryBudget.Holding holding, ExecutionContext context) {
        super(rows, context);
        this.kept = kept;
        this.holding = holding;
    }

    @Override
    protected boolean hasNextBinding() {
        return getInput().hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = getInput().next();
        long size = QueryBudget.sizeOf(row);
        if (size > largest) {
            holding.add((size - largest) * kept);
            largest = size;
        }
        return row;
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {}
}
