package chancery.serve;

import chancery.guard.Limits;
import chancery.guard.run.QueryBudget;
import chancery.page.GraphView;
import chancery.page.answer.AnswerPage;
import chancery.page.editor.Asked;
import chancery.release.ReleaseQuery;
import chancery.serve.sparql.CountedRows;
import chancery.serve.sparql.JsonTable;
import chancery.serve.sparql.SparqlRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
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

/// Runs a query and writes what comes out, in the form asked for. Tables stream.
final class Answers {
    private final QueryPages pages;
    private final Limits limits;
    private final Exchange exchange;
    private final Offer offer;

    Answers(QueryPages pages, Limits limits, Exchange exchange) {
        this.pages = pages;
        this.limits = limits;
        this.exchange = exchange;
        this.offer = exchange.asked().offer();
    }

    void send(ReleaseQuery query, QueryExec run) throws IOException {
        if (query.query().isConstructType()) {
            graph(query, run.constructTriples(), run);
        } else if (query.query().isDescribeType()) {
            graph(query, run.describeTriples(), run);
        } else if (query.query().isAskType()) {
            truth(query, run.ask());
        } else {
            table(query, run.select());
        }
        exchange.body().finish();
    }

    private void table(ReleaseQuery query, RowSet rows) throws IOException {
        if (offer.equals(Offer.HTML)) {
            Asked asked = asked(query);
            page(
                    AnswerPage.of(
                            asked,
                            pages.share(asked),
                            query.query(),
                            rows,
                            graph(),
                            exchange.notes()));
        } else {
            RowSet counted = new CountedRows(rows, limits.maxRows());
            if (offer.ending().equals("json")) {
                JsonTable.write(counted, exchange.body());
            } else {
                writer().write(exchange.body(), counted, new Context());
            }
        }
    }

    private void truth(ReleaseQuery query, boolean answer) throws IOException {
        if (offer.equals(Offer.HTML)) {
            Asked asked = asked(query);
            page(AnswerPage.of(asked, pages.share(asked), answer, exchange.notes()));
        } else if (offer.equals(Offer.TEXT)) {
            write(answer + "\n");
        } else {
            writer().write(exchange.body(), answer, new Context());
        }
    }

    private void graph(ReleaseQuery query, Iterator<Triple> triples, QueryExec run)
            throws IOException {
        QueryBudget.Holding kept = QueryBudget.of(run.getContext()).hold();
        boolean tripleTerms = exchange.asked().tripleTerms();
        Graph graph = GraphFactory.createDefaultGraph();
        CountedRows.forEach(
                triples,
                limits.maxRows(),
                triple -> {
                    if (tripleTerms || !triple.getObject().isTripleTerm()) {
                        kept.add(triple);
                        graph.add(triple);
                    }
                });
        if (offer.equals(Offer.HTML)) {
            Asked asked = asked(query);
            // in the same order each time, so that it can be paged
            Iterator<Triple> sorted =
                    graph.stream().sorted(Comparator.comparing(Triple::toString)).iterator();
            page(AnswerPage.of(asked, pages.share(asked), sorted, graph(), exchange.notes()));
        } else {
            write(RdfText.of(graph, offer));
        }
    }

    private GraphView graph() {
        return exchange.served().graph(exchange.served().release().dataset());
    }

    private Asked asked(ReleaseQuery query) {
        SparqlRequest request = exchange.asked().request();
        Map<String, String> more = new HashMap<>(request.shown());
        more.put("according-to", request.accordingTo());
        more.put("as-of", request.asOf());
        more.put("known-on", request.knownOn());
        return new Asked(query.text(), more);
    }

    private void page(AnswerPage page) throws IOException {
        write(pages.answer(page, exchange.served()));
    }

    private void write(String text) throws IOException {
        exchange.body().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private RowSetWriter writer() {
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
