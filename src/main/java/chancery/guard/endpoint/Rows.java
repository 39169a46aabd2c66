package chancery.guard.endpoint;

import chancery.guard.service.WholeJson;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.lib.Closeable;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/// The rows of an answer, while it comes. Half an answer is a failure, and so is one of which the
/// store says that it leaves rows out.
///
/// Closed twice over: iterators of Jena's close what they read if it is Jena's to close.
final class Rows implements Iterator<Binding>, Closeable, AutoCloseable {
    static final String TYPE = "application/sparql-results+json";

    /// Virtuoso tells of its limit by this header.
    private static final String MOST_ROWS = "X-SPARQL-MaxRows";

    private final EndpointClient.Answer answer;
    private final WholeJson json;
    private final RowSet rows;
    private final long limit;
    private long count;
    private boolean isOver;
    private Runnable whenOver = () -> {};

    /// @param limit how many rows are asked for; negative for all
    /// @throws EndpointFailure for what is no table
    Rows(EndpointClient.Answer answer, long mostBytes, long limit) {
        this.answer = answer;
        this.limit = limit;
        try {
            this.json = json(answer, mostBytes);
            RowSet read =
                    RowSetReader.createReader(ResultSetLang.RS_JSON).read(json, new Context());
            if (read == null) {
                throw answer.wrong("found no rows, expected some");
            }
            this.rows = read;
        } catch (IOException | RuntimeException e) {
            EndpointFailure failure = answer.failure(e);
            answer.close();
            throw failure;
        }
    }

    static WholeJson json(EndpointClient.Answer answer, long mostBytes) throws IOException {
        if (!answer.type().equals(TYPE) && !answer.type().equals("application/json")) {
            throw answer.wrong(
                    "found an answer of type \"%s\", expected SPARQL results in JSON"
                            .formatted(answer.type()));
        }
        return new WholeJson(answer.body(), mostBytes, answer.deadline());
    }

    /// @param then called once, as soon as the connection is no longer needed
    void whenOver(Runnable then) {
        if (isOver) {
            then.run();
        } else {
            whenOver = then;
        }
    }

    /// Reads as far as they stand.
    List<Var> variables() {
        try {
            return rows.getResultVars();
        } catch (RuntimeException e) {
            EndpointFailure failure = answer.failure(e);
            close();
            throw failure;
        }
    }

    @Override
    public boolean hasNext() {
        if (isOver) {
            return false;
        }
        try {
            if (rows.hasNext()) {
                return true;
            }
            json.readToEnd();
            isOver = true;
            try {
                answer.readToEnd();
            } finally {
                whenOver.run();
            }
            if (count != limit && answer.header(MOST_ROWS).equals(Long.toString(count))) {
                throw answer.wrong(
                        "found its answer cut after %,d rows, expected all of them: for Virtuoso,"
                                        .formatted(count)
                                + " ResultSetMaxRows in its settings");
            }
            return false;
        } catch (IOException | RuntimeException e) {
            EndpointFailure failure = answer.failure(e);
            close();
            throw failure;
        }
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            count++;
            return Terms.ofOurs(rows.next());
        } catch (RuntimeException e) {
            EndpointFailure failure = answer.failure(e);
            close();
            throw failure;
        }
    }

    @Override
    public void close() {
        if (!isOver) {
            isOver = true;
            answer.close();
            whenOver.run();
        }
    }
}
