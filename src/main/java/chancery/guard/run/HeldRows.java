package chancery.guard.run;

import java.util.function.Consumer;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/// Rows on their way to or from somebody who keeps them in memory, which is counted.
final class HeldRows extends QueryIter1 {
    private final Consumer<Binding> each;
    private final Runnable atEnd;

    private HeldRows(
            QueryIterator rows, Consumer<Binding> each, Runnable atEnd, ExecutionContext context) {
        super(rows, context);
        this.each = each;
        this.atEnd = atEnd;
    }

    /// Whoever reads them keeps all.
    static HeldRows kept(
            QueryIterator rows, QueryBudget.Holding holding, ExecutionContext context) {
        return new HeldRows(rows, holding::add, () -> {}, context);
    }

    /// Whoever reads them keeps a number: counted as so many of the largest.
    static HeldRows top(
            QueryIterator rows, long kept, QueryBudget.Holding holding, ExecutionContext context) {
        return new HeldRows(rows, new Largest(kept, holding), () -> {}, context);
    }

    /// Of an operation that keeps others: when they are closed, what it kept is given back.
    static HeldRows releasing(
            QueryIterator rows, QueryBudget.Holding holding, ExecutionContext context) {
        return new HeldRows(rows, row -> {}, holding::close, context);
    }

    private static final class Largest implements Consumer<Binding> {
        private final long kept;
        private final QueryBudget.Holding holding;
        private long largest;

        Largest(long kept, QueryBudget.Holding holding) {
            this.kept = kept;
            this.holding = holding;
        }

        @Override
        public void accept(Binding row) {
            long size = QueryBudget.sizeOf(row);
            if (size > largest) {
                holding.add((size - largest) * kept);
                largest = size;
            }
        }
    }

    @Override
    protected boolean hasNextBinding() {
        return getInput().hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = getInput().next();
        each.accept(row);
        return row;
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {
        atEnd.run();
    }
}
