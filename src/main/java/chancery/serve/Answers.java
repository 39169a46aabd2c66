package chancery.serve;

import chancery.page.GraphView;
import chancery.page.ResultPage;
import chancery.release.ReleaseQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;

/// Runs a query and sends what comes out, in the form asked for.
///
/// Tables stream; their first row is found before anything is sent, so that a query stopped before
/// it can still be answered with a status of its own.
final class Answers {
    private final Pages pages;
    private final Served served;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final List<String> notes;

    /// @param notes for the reader of a page
    Answers(
            Pages pages,
            Served served,
            HttpServletRequest request,
            HttpServletResponse response,
            List<String> notes) {
        this.notes = notes;
        this.pages = pages;
        this.served = served;
        this.request = request;
        this.response = response;
    }

    void send(ReleaseQuery query, QueryExec run) throws IOException {
        boolean isGraph = query.query().isConstructType() || query.query().isDescribeType();
        List<Offer> offers = isGraph ? Offer.GRAPHS : Offer.TABLES;
        Optional<Offer> offer = choose(offers);
        if (offer.isEmpty()) {
            reply(new Reply.NotAcceptable(offers.stream().map(Offer::type).toList()));
        } else if (isGraph) {
            sendGraph(query, run, offer.get());
        } else if (query.query().isAskType()) {
            sendTruth(query, run.ask(), offer.get());
        } else {
            RowSet rows = run.select();
            // runs the query up to its first row
            var unused = rows.hasNext();
            sendTable(query, rows, offer.get());
        }
    }

    /// The parameter `output` (an ending) goes before the header.
    private Optional<Offer> choose(List<Offer> offers) {
        String output = request.getParameter("output");
        return offers.stream()
                .filter(offer -> offer.ending().equals(output))
                .findFirst()
                .or(() -> negotiation().choose(offers));
    }

    private Negotiation negotiation() {
        return new Negotiation(Front.headers(request).getOrDefault("accept", ""));
    }

    private void sendTable(ReleaseQuery query, RowSet rows, Offer offer) throws IOException {
        if (offer.equals(Offer.HTML)) {
            String base = served.release().description().base();
            GraphView graph = new GraphView(served.release().dataset(), base);
            page(ResultPage.of(query.text(), query.query(), rows, graph, notes));
        } else {
            start(offer);
            writer(offer).write(response.getOutputStream(), rows, new Context());
        }
    }

    private void sendTruth(ReleaseQuery query, boolean answer, Offer offer) throws IOException {
        if (offer.equals(Offer.HTML)) {
            page(ResultPage.of(query.text(), answer, notes));
        } else {
            start(offer);
            writer(offer).write(response.getOutputStream(), answer, new Context());
        }
    }

    private void sendGraph(ReleaseQuery query, QueryExec run, Offer offer) throws IOException {
        boolean tripleTerms =
                RdfText.canTripleTerms(offer) && negotiation().wantsTripleTerms(offer);
        Graph graph = GraphFactory.createDefaultGraph();
        List<Triple> made = new ArrayList<>();
        (query.query().isConstructType() ? run.constructTriples() : run.describeTriples())
                .forEachRemaining(made::add);
        made.stream()
                .filter(triple -> tripleTerms || !triple.getObject().isTripleTerm())
                .forEach(graph::add);
        String version = tripleTerms ? "; version=1.2" : "";
        reply(
                new Reply.Found(
                        offer.type() + version + "; charset=utf-8",
                        RdfText.of(graph, offer),
                        true));
    }

    private void start(Offer offer) {
        response.setStatus(200);
        response.setHeader("Vary", "Accept");
        response.setContentType(offer.type() + "; charset=utf-8");
    }

    private void page(ResultPage page) throws IOException {
        String html = pages.write("result", "Answer", "", page, served);
        reply(new Reply.Found("text/html; charset=utf-8", html, true));
    }

    private void reply(Reply reply) throws IOException {
        HttpReplies.send(reply, request, response);
    }

    private static RowSetWriter writer(Offer offer) {
        Lang lang =
                switch (offer.ending()) {
                    case "json" -> ResultSetLang.RS_JSON;
                    case "xml" -> ResultSetLang.RS_XML;
                    case "csv" -> ResultSetLang.RS_CSV;
                    case "tsv" -> ResultSetLang.RS_TSV;
                    default -> throw new IllegalArgumentException("no table as " + offer.type());
                };
        return RowSetWriterRegistry.getFactory(lang).create(lang);
    }
}
