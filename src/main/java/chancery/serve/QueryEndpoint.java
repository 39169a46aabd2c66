package chancery.serve;

import chancery.guard.Guard;
import chancery.guard.Watchdog;
import chancery.guard.client.Admission;
import chancery.guard.run.LimitExceeded;
import chancery.release.ReleaseQuery;
import chancery.serve.operate.Observation;
import chancery.view.PointOfView;
import chancery.view.Viewed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/// The SPARQL protocol's query operation on one release, within limits.
///
/// Fuseki reads the request and holds the transaction; parsing, running and answering are ours.
final class QueryEndpoint extends SPARQL_QueryDataset {
    private final Turns turns;
    private final Guard guard;
    private final Pages pages;
    private final Served served;
    private final Runnable outOfMemory;

    /// @param outOfMemory called when a query has used up the memory
    QueryEndpoint(Turns turns, Pages pages, Served served, Runnable outOfMemory) {
        this.turns = turns;
        this.guard = turns.guard();
        this.pages = pages;
        this.served = served;
        this.outOfMemory = outOfMemory;
    }

    /// Parameters that mean nothing here are for somebody else: editors put marks of their own on
    /// their requests.
    @Override
    protected void validateParams(HttpAction action, Collection<String> known) {}

    @Override
    protected void execute(@Nullable String text, HttpAction action) {
        if (text == null) {
            reply(
                    new Reply.BadRequest("/sparql: found no query, expected the parameter query="),
                    action);
            return;
        }
        try {
            int length = text.codePointCount(0, text.length());
            int most = guard.limits().maxQueryCharacters();
            if (length > most) {
                reply(
                        new Reply.TooLong(
                                String.format(
                                        Locale.ROOT,
                                        "query: found %d characters, expected at most %d",
                                        length,
                                        most)),
                        action);
                return;
            }
            ReleaseQuery query = ReleaseQuery.parse(text);
            Observation.of(action.getRequest())
                    .asks(Observation.formOf(query.query()), query.text());
            run(query, action);
        } catch (QueryDeniedException e) {
            reply(new Reply.Refused(reason(e)), action);
        } catch (LimitExceeded e) {
            String reason = String.valueOf(e.getMessage());
            stopped(e.isOwn() ? new Reply.TooLong(reason) : new Reply.Unavailable(reason), action);
        } catch (QueryCancelledException e) {
            stopped(
                    String.format(
                            Locale.ROOT,
                            "query: found no end after %d s, expected one within that time",
                            guard.limits().timeoutSeconds()),
                    action);
        } catch (IllegalArgumentException e) {
            reply(new Reply.BadRequest(String.valueOf(e.getMessage())), action);
        } catch (QueryException e) {
            reply(new Reply.BadRequest("query: " + reason(e)), action);
        } catch (StackOverflowError e) {
            reply(new Reply.Unavailable("query: found it nested too deeply for us"), action);
        } catch (OutOfMemoryError e) {
            outOfMemory.run();
            stopped("query: found it to need more memory than there is", action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(ReleaseQuery query, HttpAction action) throws IOException {
        Admission admission = turns.ask(action.getRequest());
        if (!(admission instanceof Admission.Place place)) {
            reply(Turns.refusal(admission), action);
            return;
        }
        try {
            action.beginRead();
            runInTransaction(query, action);
        } finally {
            action.endRead();
            place.close();
        }
    }

    private void runInTransaction(ReleaseQuery query, HttpAction action) throws IOException {
        HttpServletRequest request = action.getRequest();
        PointOfView view =
                PointOfView.of(
                        parameter(request, "according-to"),
                        parameter(request, "as-of"),
                        parameter(request, "known-on"));
        Pair<DatasetGraph, Query> decided = decideDataset(action, query.query(), "");
        DatasetGraph dataset = decided.getLeft();
        List<String> notes = List.of();
        if (!view.isPlain()) {
            Viewed viewed = served.viewpoints().of(view);
            dataset = viewed.dataset(query.onUnion());
            notes = viewed.notes();
            HttpReplies.setNotes(notes, action.getResponse());
        }
        Context context = guard.restrict(action.getContext());
        served.release().offerText(context);
        query.chooseGraph(context);
        Query toRun = decided.getRight() == null ? query.query() : decided.getRight();
        try (QueryExec run = QueryExec.dataset(dataset).query(toRun).context(context).build()) {
            Watchdog.Watch watch = guard.watch(run);
            try {
                new Answers(pages, served, action.getRequest(), action.getResponse(), notes)
                        .send(query, run);
            } catch (RuntimeException e) {
                throw watch.reason(e);
            } finally {
                watch.close();
            }
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /// Before the first byte has left, the client is told; after it, the connection is broken off,
    /// so that nobody takes half an answer for a whole one.
    private static void stopped(String reason, HttpAction action) {
        stopped(new Reply.Unavailable(reason), action);
    }

    private static void stopped(Reply reply, HttpAction action) {
        HttpServletResponse response = action.getResponse();
        if (response.isCommitted()) {
            try {
                response.sendError(-1);
            } catch (IOException alreadyGone) {
                // the client left: what we wanted
            }
            return;
        }
        response.resetBuffer();
        reply(reply, action);
    }

    private static void reply(Reply reply, HttpAction action) {
        try {
            HttpReplies.send(reply, action.getRequest(), action.getResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(QueryException e) {
        String message = e.getMessage();
        return message == null ? "found one that cannot be parsed" : message.strip();
    }
}
