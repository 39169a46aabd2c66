package chancery.serve;

import chancery.guard.Limits;
import chancery.serve.http.BrokenConnection;
import chancery.serve.http.Codings;
import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;
import chancery.serve.operate.Observation;
import chancery.serve.sparql.KeptAnswer;
import chancery.serve.sparql.KnownQuery;
import chancery.serve.sparql.QueryText;
import chancery.serve.sparql.ResultCache;
import chancery.serve.sparql.Run;
import chancery.serve.sparql.SparqlRequest;
import chancery.serve.sparql.UnreadableRequest;
import chancery.view.PointOfView;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.jena.query.QueryException;

/// Queries before they are run and answers after: reads the request, answers what is known already,
/// lets the rest be run once for all who ask the same.
final class SparqlFront {
    private final Current current;
    private final Site site;
    private final Limits limits;
    private final QueryReading reading;
    private final ResultCache cache = ResultCache.standard();

    SparqlFront(Current current, Site site, Limits limits) {
        this.current = current;
        this.site = site;
        this.limits = limits;
        this.reading = new QueryReading(limits);
    }

    ResultCache cache() {
        return cache;
    }

    static boolean isFor(Request request) {
        return request.path().equals("/sparql")
                && switch (request.method()) {
                    case "POST", "QUERY" -> true;
                    case "GET", "HEAD" -> request.parameters().containsKey("query");
                    default -> false;
                };
    }

    /// One request.
    private record Call(
            Request request,
            Served served,
            HttpServletRequest http,
            HttpServletResponse response,
            FilterChain chain) {
        void reply(Reply reply) throws IOException {
            HttpReplies.send(reply, http, response);
        }
    }

    void answer(
            Request request,
            Served served,
            HttpServletRequest http,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        Call call = new Call(request, served, http, response, chain);
        response.setHeader(
                "Chancery-Limits",
                String.format(
                        Locale.ROOT,
                        "rows=%d, bytes=%d, seconds=%d, characters=%d",
                        limits.maxRows(),
                        limits.maxBytes(),
                        limits.timeoutSeconds(),
                        limits.maxQueryCharacters()));
        try {
            SparqlRequest asked = reading.read(request, http);
            ErrorReplies.setPage(site.problemPage(asked.query(), served), http);
            PointOfView view = PointOfView.of(asked.accordingTo(), asked.asOf(), asked.knownOn());
            answer(asked, view, call);
        } catch (UnreadableRequest unreadable) {
            if (unreadable.problem().status() == 415) {
                setAcceptedTypes(response);
            }
            call.reply(new Reply.Failed(unreadable.problem()));
        } catch (QueryException mistake) {
            call.reply(new Reply.Failed(QueryMistake.of(mistake)));
        } catch (IllegalArgumentException e) {
            call.reply(new Reply.BadRequest(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            call.reply(new Reply.Unavailable("query: found it nested too deeply for us"));
        }
    }

    static void setAcceptedTypes(HttpServletResponse response) {
        response.setHeader("Accept-Query", String.join(", ", SparqlRequest.TYPES));
        response.setHeader("Accept-Post", String.join(", ", SparqlRequest.TYPES));
    }

    private void answer(SparqlRequest asked, PointOfView view, Call call)
            throws IOException, ServletException {
        QueryText query = new QueryText(asked.query());
        KnownQuery known = cache.known(query);
        List<Offer> offers =
                switch (known.kind()) {
                    case TABLE -> Offer.TABLES;
                    case TRUTH -> Offer.TRUTHS;
                    case GRAPH -> Offer.GRAPHS;
                };
        Negotiation negotiation = new Negotiation(call.request().accept());
        Optional<Offer> offer =
                asked.format().isEmpty()
                        ? negotiation.choose(offers)
                        : Offer.named(asked.format(), offers);
        if (offer.isEmpty()) {
            call.reply(new Reply.NotAcceptable(offers.stream().map(Offer::type).toList()));
            return;
        }
        String coding = call.request().header("Accept-Encoding");
        if (Codings.refusePlain(coding) && Codings.choose(coding, Codings.MADE_HERE).isEmpty()) {
            call.reply(new Reply.NotAcceptable(Codings.MADE_HERE));
            return;
        }
        boolean tripleTerms =
                known.kind() == KnownQuery.Kind.GRAPH
                        && RdfText.canTripleTerms(offer.get())
                        && negotiation.wantsTripleTerms(offer.get());
        String reader = offer.get().equals(Offer.HTML) ? "\0" + call.served().reader() : "";
        UnaryOperator<String> key =
                text -> key(asked, view, text, offer.get(), tripleTerms) + reader;
        // a page has the tag of its bytes, for its looks are ours
        String tag =
                known.isStable() && !offer.get().equals(Offer.HTML)
                        ? HttpReplies.digest(
                                (call.served().id() + '\0' + key.apply(known.print()))
                                        .getBytes(StandardCharsets.UTF_8))
                        : "";
        if (SparqlReplies.isKnown(tag, call.request())) {
            SparqlReplies.notModified(tag, call.request(), call.response());
            return;
        }
        String type = offer.get().type() + (tripleTerms ? "; version=1.2" : "");
        Question question =
                new Question(
                        asked,
                        query,
                        view,
                        offer.get(),
                        type + "; charset=utf-8",
                        tripleTerms,
                        tag);
        if (known.isStable()) {
            answerOnce(key.apply(known.first()), question, call);
        } else {
            Exchange exchange = run(question, call);
            finish(exchange, exchange.whole(), false, "fwd=bypass", call);
        }
    }

    private record Question(
            SparqlRequest asked,
            QueryText query,
            PointOfView view,
            Offer offer,
            String type,
            boolean tripleTerms,
            String tag) {}

    /// All on which an answer depends, besides the release.
    ///
    /// @param text stands for the query
    private static String key(
            SparqlRequest asked, PointOfView view, String text, Offer offer, boolean tripleTerms) {
        return String.join(
                "\0",
                offer.type(),
                offer.ending(),
                tripleTerms ? "1.2" : "",
                view.isPlain()
                        ? ""
                        : new TreeSet<>(view.accordingTo())
                                + view.asOf().toString()
                                + view.knownOn(),
                asked.defaultGraphs().toString(),
                asked.namedGraphs().toString(),
                // a page shows the query as it was written
                offer.equals(Offer.HTML) ? new TreeMap<>(asked.shown()) + asked.query() : text);
    }

    private void answerOnce(String key, Question question, Call call)
            throws IOException, ServletException {
        ResultCache.Answers answers =
                cache.of(
                        call.served().release(),
                        current.peek().release() == call.served().release());
        Optional<KeptAnswer> kept = answers.find(key);
        if (kept.isPresent()) {
            send(kept.get(), true, "hit", call);
            return;
        }
        Run run = answers.join(key);
        if (run.isMine()) {
            runForAll(key, run, answers, question, call);
            return;
        }
        Duration patience = Duration.ofSeconds(limits.timeoutSeconds());
        Optional<Run.Outcome> outcome = run.await(patience);
        if (outcome.isEmpty()) {
            call.reply(
                    new Reply.Failed(
                            Problem.of(
                                            ProblemKind.TIME_LIMIT,
                                            QueryEndpoint.tooLong(limits.timeoutSeconds()))
                                    .after(HttpReplies.RETRY_AFTER_SECONDS)));
            return;
        }
        switch (outcome.get()) {
            case Run.Whole whole -> send(whole.answer(), true, "fwd=miss; collapsed", call);
            case Run.Refused refused -> call.reply((Reply) refused.reply());
            case Run.NotShared none -> {
                Exchange exchange = run(question, call);
                finish(exchange, exchange.whole(), true, "fwd=miss", call);
            }
        }
    }

    private void runForAll(
            String key, Run run, ResultCache.Answers answers, Question question, Call call)
            throws IOException, ServletException {
        Run.Outcome outcome = new Run.NotShared();
        Exchange exchange;
        Optional<KeptAnswer> whole;
        try {
            exchange = run(question, call);
            whole = exchange.whole();
            Optional<KeptAnswer> copy = exchange.copy();
            if (copy.isPresent()) {
                outcome = new Run.Whole(copy.get());
            } else if (!exchange.body().isStreaming()
                    && exchange.failure().filter(SparqlFront::isForAll).isPresent()) {
                outcome = new Run.Refused(exchange.failure().get());
            }
        } finally {
            answers.end(key, run, outcome);
        }
        finish(exchange, whole, true, whole.isPresent() ? "fwd=miss; stored" : "fwd=miss", call);
    }

    /// Whether whoever asks the same would be told the same.
    private static boolean isForAll(Reply reply) {
        return !(reply instanceof Reply.TooManyRequests);
    }

    private Exchange run(Question question, Call call) throws IOException, ServletException {
        Exchange exchange =
                new Exchange(
                        call.served(),
                        new Exchange.Asked(
                                question.asked(),
                                question.query().parsed(),
                                question.view(),
                                question.offer(),
                                question.type(),
                                question.tripleTerms(),
                                question.tag()),
                        limits.maxBytes(),
                        cache.maxAnswerBytes(),
                        call.http(),
                        call.response());
        boolean isOver = false;
        try {
            call.chain()
                    .doFilter(
                            new PlainGet(call.http(), question.asked().query()),
                            new Unnumbered(call.response()));
            isOver = true;
        } finally {
            if (exchange.body().isCutShort() || (!isOver && exchange.body().isStreaming())) {
                Observation.of(call.http()).endedBy("broken-off");
                BrokenConnection.reset(call.http());
            }
        }
        return exchange;
    }

    /// What is left to do after a run.
    private static void finish(
            Exchange exchange,
            Optional<KeptAnswer> whole,
            boolean isStable,
            String status,
            Call call)
            throws IOException {
        if (whole.isPresent()) {
            send(whole.get(), isStable, status, call);
        } else if (!exchange.body().isStreaming() && exchange.failure().isPresent()) {
            call.reply(exchange.failure().get());
        }
    }

    private static void send(KeptAnswer answer, boolean isStable, String status, Call call)
            throws IOException {
        if (isStable && SparqlReplies.isKnown(answer.tag(), call.request())) {
            SparqlReplies.notModified(answer.tag(), call.request(), call.response());
        } else {
            SparqlReplies.send(answer, isStable, status, call.http(), call.response());
        }
    }
}
