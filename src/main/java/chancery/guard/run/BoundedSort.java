package chancery.guard.run;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.atlas.data.SortedDataBag;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.jspecify.annotations.Nullable;

/// ORDER BY: sorts in pieces that go to disk by number or by size, and looks at the clock as it
/// compares.
final class BoundedSort extends QueryIter1 {
    private final Comparator<Binding> order;
    private final QueryBudget.Holding holding;
    private final SpilledFiles files;
    private @Nullable SortedDataBag<Binding> bag;
    private @Nullable Iterator<Binding> sorted;

    BoundedSort(
            QueryIterator rows,
            List<SortCondition> conditions,
            QueryBudget.Holding holding,
            SpilledFiles files,
            ExecutionContext context) {
        super(rows, context);
        this.holding = holding;
        this.files = files;
        BindingComparator comparator = new BindingComparator(conditions, context);
        AtomicBoolean cancelled = context.getCancelSignal();
        this.order =
                (one, other) -> {
                    if (cancelled != null && cancelled.get()) {
                        throw new QueryCancelledException();
                    }
                    return comparator.compare(one, other);
                };
    }

    @Override
    protected boolean hasNextBinding() {
        return rows().hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return rows().next();
    }

    private Iterator<Binding> rows() {
        if (sorted == null) {
            holding.add(ByteThreshold.BYTES);
            SortedDataBag<Binding> filling =
                    files.sorted(new ByteThreshold(BoundedRun.ROWS_IN_MEMORY), order);
            bag = filling;
            while (getInput().hasNext()) {
                filling.add(getInput().next());
                holding.checkTime();
            }
            sorted = filling.iterator();
        }
        return sorted;
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {
        try {
            if (bag != null) {
                bag.close();
            }
        } finally {
            files.close();
            holding.close();
        }
    }
}
