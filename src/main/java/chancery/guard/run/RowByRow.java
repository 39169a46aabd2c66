package chancery.guard.run;

import java.util.function.UnaryOperator;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;

/// An operation on each row that comes to it by itself: what it drops as a repetition is none if it
/// belongs to another row.
final class RowByRow extends QueryIterRepeatApply {
    private final UnaryOperator<QueryIterator> operation;

    RowByRow(
            QueryIterator input, UnaryOperator<QueryIterator> operation, ExecutionContext context) {
        super(input, context);
        this.operation = operation;
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        return operation.apply(QueryIterSingleton.create(row, getExecContext()));
    }
}
