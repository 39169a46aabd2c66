package chancery.serve;

import chancery.guard.Guard;
import chancery.guard.RefusedFunction;
import chancery.guard.Watchdog;
import chancery.guard.client.Admission;
import chancery.guard.endpoint.EndpointFailure;
import chancery.guard.endpoint.StoreEndpoint;
import chancery.guard.endpoint.WholeQueries;
import chancery.guard.run.LimitExceeded;
import chancery.guard.run.QueryBudget;
import chancery.guard.service.ServiceFailure;
import chancery.release.ReleaseQuery;
import chancery.search.Deadline;
import chancery.search.TextRefused;
import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;
import chancery.serve.operate.Observation;
import chancery.serve.sparql.AnswerTooLarge;
import chancery.serve.sparql.SparqlRequest;
import chancery.view.PointOfView;
import chancery.view.Viewed;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/// Runs queries, within limits, each on the release it was asked of: [SparqlFront] has read it and
/// sends what comes out.
final class QueryEndpoint extends SPARQL_QueryDataset {
    private final Turns turns;
    private final Guard guard;
    private final QueryPages pages;
    private final Optional<StoreEndpoint> endpoint;
    private final Runnable outOfMemory;

    /// @param endpoint    the store that is asked whole queries; empty where the database is ours
    /// @param outOfMemory called when a query has used up the memory
    QueryEndpoint(
            Turns turns, QueryPages pages, Optional<StoreEndpoint> endpoint, Runnable outOfMemory) {
        this.endpoint = endpoint;
        this.turns = turns;
        this.guard = turns.guard();
        this.pages = pages;
        this.outOfMemory = outOfMemory;
    }

    /// Parameters that mean nothing here are for somebody else: editors put marks of their own on
    /// their requests.
    @Override
    protected void validateParams(HttpAction action, Collection<String> known) {}

    /// The text has been read by then: it stands in the exchange.
    @Override
    protected void execute(@Nullable String text, HttpAction action) {
        Exchange exchange = Exchange.of(action.getRequest());
        try {
            ReleaseQuery query = exchange.asked().query();
            Observation.of(action.getRequest())
                    .asks(Observation.formOf(query.query()), query.text());
            run(exchange.asked().query(), exchange, action);
        } catch (AnswerTooLarge e) {
            exchange.fail(new Reply.Failed(tooLarge(e)));
        } catch (RefusedFunction e) {
            exchange.fail(new Reply.Refused(String.valueOf(e.getMessage())));
        } catch (QueryDeniedException e) {
            exchange.fail(new Reply.Refused(reason(e)));
        } catch (LimitExceeded e) {
            String reason = String.valueOf(e.getMessage());
            exchange.fail(
                    new Reply.Failed(
                            e.isOwn()
                                    ? Problem.of(ProblemKind.QUERY_TOO_COSTLY, reason)
                                    : Problem.of(ProblemKind.TIME_LIMIT, reason)
                                            .after(HttpReplies.RETRY_AFTER_SECONDS)));
        } catch (EndpointFailure e) {
            exchange.fail(StoreReplies.of(e));
        } catch (ServiceFailure e) {
            exchange.fail(failed(e));
        } catch (TextRefused e) {
            exchange.fail(new Reply.BadRequest("query: " + e.getMessage()));
        } catch (QueryCancelledException e) {
            stopped(tooLong(guard.limits().timeoutSeconds()), exchange);
        } catch (IllegalArgumentException e) {
            exchange.fail(new Reply.BadRequest(String.valueOf(e.getMessage())));
        } catch (QueryException e) {
            exchange.fail(new Reply.BadRequest("query: " + reason(e)));
        } catch (StackOverflowError e) {
            exchange.fail(new Reply.Unavailable("query: found it nested too deeply for us"));
        } catch (OutOfMemoryError e) {
            outOfMemory.run();
            stopped("query: found it to need more memory than there is", exchange);
        } catch (Exchange.Enough headersAreSent) {
            // all that was asked for
        } catch (IOException | RuntimeIOException clientLeft) {
            // nobody is there to be told
        }
    }

    private static Reply failed(ServiceFailure e) {
        String reason = String.valueOf(e.getMessage());
        return switch (e.kind()) {
            case REFUSED -> new Reply.Refused(reason);
            case UNCLEAR -> new Reply.BadRequest(reason);
            case FAILED -> new Reply.Failed(Problem.of(ProblemKind.SERVICE_FAILED, reason));
            case TOO_SLOW -> new Reply.Failed(Problem.of(ProblemKind.SERVICE_TOO_SLOW, reason));
            case BUSY ->
                    new Reply.Failed(
                            Problem.of(ProblemKind.UNAVAILABLE, reason)
                                    .after(HttpReplies.RETRY_AFTER_SECONDS));
        };
    }

    static String tooLong(int seconds) {
        return String.format(
                Locale.ROOT,
                "query: found no end after %d s, expected one within that time",
                seconds);
    }

    private static Problem tooLarge(AnswerTooLarge e) {
        return Problem.of(ProblemKind.ANSWER_TOO_LARGE, String.valueOf(e.getMessage()))
                .with("limit", e.most())
                .with("unit", e.unit())
                .after(0);
    }

    private void run(ReleaseQuery query, Exchange exchange, HttpAction action) throws IOException {
        Admission admission = turns.ask(action.getRequest());
        if (!(admission instanceof Admission.Place place)) {
            exchange.fail(Turns.refusal(admission));
            return;
        }
        DatasetGraph whole = exchange.served().release().dataset();
        try {
            whole.begin(TxnType.READ);
            runInTransaction(query, exchange, action);
        } finally {
            whole.end();
            place.close();
        }
    }

    private void runInTransaction(ReleaseQuery query, Exchange exchange, HttpAction action)
            throws IOException {
        Served served = exchange.served();
        PointOfView view = exchange.asked().view();
        if (endpoint.isPresent() && view.isPlain() && askStore(query, exchange, action)) {
            return;
        }
        DatasetGraph dataset = dataset(exchange);
        if (!view.isPlain()) {
            Viewed viewed = served.viewpoints().of(view);
            dataset = viewed.dataset(query.onUnion());
            exchange.note(viewed.notes());
        }
        Context context = guard.restrict(action.getContext());
        Duration time = Duration.ofSeconds(guard.limits().timeoutSeconds());
        served.release().offerText(context, Deadline.in(time));
        query.chooseGraph(context);
        Query toRun = withoutDataset(query.query());
        answer(query, QueryExec.dataset(dataset).query(toRun).context(context).build(), exchange);
    }

    /// @return false when it has to be run here: it is not for any store, or this one would not do
    ///     it
    private boolean askStore(ReleaseQuery query, Exchange exchange, HttpAction action)
            throws IOException {
        if (query.onUnion()) {
            throw new QueryDeniedException(
                    "query: found one that needs SPARQL 1.2, expected SPARQL 1.1: the store behind"
                            + " this service has no triple terms");
        }
        if (!WholeQueries.canBeSent(query.query())) {
            return false;
        }
        SparqlRequest asked = exchange.asked().request();
        Query toSend = asked.hasGraphs() ? withoutDataset(query.query()) : query.query();
        QueryExec run =
                endpoint.orElseThrow()
                        .query(
                                toSend,
                                asked.defaultGraphs(),
                                asked.namedGraphs(),
                                guard.restrict(action.getContext()));
        try {
            answer(query, run, exchange);
            return true;
        } catch (EndpointFailure e) {
            if (e.kind() == EndpointFailure.Kind.DECLINED) {
                return false;
            }
            throw e;
        }
    }

    private void answer(ReleaseQuery query, QueryExec opened, Exchange exchange)
            throws IOException {
        try (QueryExec run = opened) {
            Watchdog.Watch watch = guard.watch(run);
            exchange.body().beforeSending(QueryBudget.of(run.getContext())::pause);
            try {
                new Answers(pages, guard.limits(), exchange).send(query, run);
            } catch (RuntimeException e) {
                throw watch.reason(e);
            } finally {
                watch.close();
            }
        }
    }

    /// The graphs named by the request, else those named in the query, always of this release
    /// (SPARQL 1.1 Protocol, section 2.1.4).
    private static DatasetGraph dataset(Exchange exchange) {
        SparqlRequest asked = exchange.asked().request();
        DatasetGraph whole = exchange.served().release().dataset();
        DatasetDescription described =
                asked.hasGraphs()
                        ? DatasetDescription.create(asked.defaultGraphs(), asked.namedGraphs())
                        : DatasetDescription.create(exchange.asked().query().query());
        return described == null ? whole : DynamicDatasets.dynamicDataset(described, whole, false);
    }

    private static Query withoutDataset(Query query) {
        if (!query.hasDatasetDescription()) {
            return query;
        }
        Query without = query.cloneQuery();
        without.getGraphURIs().clear();
        without.getNamedGraphURIs().clear();
        return without;
    }

    /// Before the first byte has left, the client is told; after it, the front breaks the
    /// connection off, so that nobody takes half an answer for a whole one.
    private static void stopped(String reason, Exchange exchange) {
        exchange.fail(
                new Reply.Failed(
                        Problem.of(ProblemKind.TIME_LIMIT, reason)
                                .after(HttpReplies.RETRY_AFTER_SECONDS)));
    }

    private static String reason(QueryException e) {
        String message = e.getMessage();
        return message == null ? "found one that cannot be parsed" : message.strip();
    }
}
