package chancery.guard.service;

import chancery.guard.run.QueryBudget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.join.Join;

/// Rows joined with what other servers answer. Many rows are asked about in one call: those for
/// the same server with values for the same variables.
final class ServiceRows extends QueryIter1 {
    private static final int ROWS_PER_CALL = 500;

    /// Of the values told in one call, about.
    private static final int CHARACTERS_PER_CALL = 1 << 18;

    private final OpService service;
    private final RemoteQuery query;
    private final Services.OfQuery services;
    private final QueryBudget.Holding holding;
    private final Deque<Map.Entry<Asked, List<Binding>>> waiting = new ArrayDeque<>();
    private QueryIterator joined;

    /// What rows need to have in common to be asked about in one call.
    private record Asked(Node address, Set<Var> told) {}

    ServiceRows(
            OpService service,
            QueryIterator rows,
            Services.OfQuery services,
            QueryBudget.Holding holding,
            ExecutionContext context) {
        super(rows, context);
        this.service = service;
        this.query = new RemoteQuery(service);
        this.services = services;
        this.holding = holding;
        this.joined = QueryIterNullIterator.create(context);
    }

    @Override
    protected boolean hasNextBinding() {
        while (!joined.hasNext()) {
            joined.close();
            if (waiting.isEmpty()) {
                holding.close();
                if (!getInput().hasNext()) {
                    return false;
                }
                gather();
            }
            Map.Entry<Asked, List<Binding>> next = waiting.remove();
            joined = join(next.getKey(), next.getValue());
        }
        return true;
    }

    private void gather() {
        Map<Asked, List<Binding>> groups = new LinkedHashMap<>();
        long characters = 0;
        for (int i = 0;
                i < ROWS_PER_CALL && characters < CHARACTERS_PER_CALL && getInput().hasNext();
                i++) {
            Binding row = getInput().next();
            holding.add(row);
            Node address = Substitute.substitute(service.getService(), row);
            Set<Var> told = query.told(row);
            characters += RemoteQuery.characters(row, told);
            groups.computeIfAbsent(new Asked(address, told), key -> new ArrayList<>()).add(row);
        }
        waiting.addAll(groups.entrySet());
    }

    private QueryIterator join(Asked asked, List<Binding> rows) {
        List<Binding> answered =
                services
                        .ask(
                                asked.address(),
                                query.text(asked.told(), rows),
                                holding,
                                service.getSilent())
                        .stream()
                        .map(row -> query.inOurs(row, asked.told()))
                        .toList();
        return Join.join(rowsOf(rows), rowsOf(answered), getExecContext());
    }

    private QueryIterator rowsOf(List<Binding> rows) {
        return QueryIterPlainWrapper.create(rows.iterator(), getExecContext());
    }

    @Override
    protected Binding moveToNextBinding() {
        return joined.next();
    }

    @Override
    protected void requestSubCancel() {
        joined.cancel();
    }

    @Override
    protected void closeSubIterator() {
        joined.close();
        holding.close();
    }
}
