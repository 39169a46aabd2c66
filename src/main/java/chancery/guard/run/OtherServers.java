package chancery.guard.run;

import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;

/// Who answers the `SERVICE` parts of one query.
@FunctionalInterface
public interface OtherServers {
    /// @param rows before the `SERVICE`
    /// @return those rows, joined with what was answered
    QueryIterator execute(OpService service, QueryIterator rows, ExecutionContext context);
}
