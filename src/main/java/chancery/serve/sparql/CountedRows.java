package chancery.serve.sparql;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/// Rows up to a limit.
public final class CountedRows implements RowSet {
    private final RowSet rows;
    private final long most;
    private long count;

    public CountedRows(RowSet rows, long most) {
        this.rows = rows;
        this.most = most;
    }

    /// The same for anything else that is counted as rows.
    public static <T> void forEach(Iterator<T> all, long most, Consumer<T> each) {
        long count = 0;
        while (all.hasNext()) {
            if (++count > most) {
                throw new AnswerTooLarge("rows", most);
            }
            each.accept(all.next());
        }
    }

    /// @throws AnswerTooLarge when there are more rows than may be
    @Override
    public boolean hasNext() {
        boolean hasNext = rows.hasNext();
        if (hasNext && count >= most) {
            throw new AnswerTooLarge("rows", most);
        }
        return hasNext;
    }

    @Override
    public Binding next() {
        count++;
        return rows.next();
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
