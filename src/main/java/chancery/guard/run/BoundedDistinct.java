package chancery.guard.run;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.data.DistinctDataBag;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.util.NodeCmp;
import org.jspecify.annotations.Nullable;

/// DISTINCT: rows pass as they come while those seen fit in memory; the others are sorted on disk,
/// from where they come once each. Jena's own leaves its files behind when a query is stopped.
final class BoundedDistinct extends QueryIter1 {
    private final int rowsInMemory;
    private final QueryBudget.Holding holding;
    private final Set<Binding> seen = new HashSet<>();
    private final SpilledFiles files;
    private @Nullable DistinctDataBag<Binding> others;
    private @Nullable Iterator<Binding> sorted;
    private @Nullable Binding next;

    BoundedDistinct(
            QueryIterator rows,
            int rowsInMemory,
            QueryBudget.Holding holding,
            SpilledFiles files,
            ExecutionContext context) {
        super(rows, context);
        this.rowsInMemory = rowsInMemory;
        this.holding = holding;
        this.files = files;
    }

    @Override
    protected boolean hasNextBinding() {
        while (next == null && sorted == null) {
            if (!getInput().hasNext()) {
                return false;
            }
            Binding row = getInput().next();
            if (!seen.contains(row)) {
                if (seen.size() < rowsInMemory) {
                    holding.add(row);
                    seen.add(row);
                    next = row;
                } else {
                    sorted = sortOthers(row);
                }
            }
        }
        return next != null || (sorted != null && sorted.hasNext());
    }

    private Iterator<Binding> sortOthers(Binding first) {
        DistinctDataBag<Binding> bag = files.distinct(new ByteThreshold(rowsInMemory), BY_TERMS);
        holding.add(ByteThreshold.BYTES);
        others = bag;
        bag.add(first);
        while (getInput().hasNext()) {
            Binding row = getInput().next();
            if (!seen.contains(row)) {
                bag.add(row);
            }
            holding.checkTime();
        }
        return bag.iterator();
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = next;
        next = null;
        if (row != null) {
            return row;
        }
        if (sorted == null) {
            throw new NoSuchElementException();
        }
        return sorted.next();
    }

    @Override
    protected void requestSubCancel() {}

    @Override
    protected void closeSubIterator() {
        try {
            if (others != null) {
                others.close();
            }
        } finally {
            files.close();
            seen.clear();
            holding.close();
        }
    }

    /// Any order in which only rows with the same terms are equal.
    private static final Comparator<Binding> BY_TERMS =
            (one, other) -> {
                Set<Var> variables = new TreeSet<>(Comparator.comparing(Var::getVarName));
                one.vars().forEachRemaining(variables::add);
                other.vars().forEachRemaining(variables::add);
                for (Var variable : variables) {
                    int difference = compare(one.get(variable), other.get(variable));
                    if (difference != 0) {
                        return difference;
                    }
                }
                return 0;
            };

    private static int compare(@Nullable Node one, @Nullable Node other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.equals(other) ? 0 : NodeCmp.compareRDFTerms(one, other);
    }
}
