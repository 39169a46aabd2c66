package chancery.serve;

import chancery.guard.Limits;
import chancery.guard.run.QueryBudget;
import chancery.page.GraphView;
import chancery.page.ResultPage;
import chancery.release.ReleaseQuery;
import chancery.serve.sparql.CountedRows;
import chancery.serve.sparql.JsonTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
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
    private final Pages pages;
    private final Limits limits;
    private final Exchange exchange;
    private final Offer offer;

    Answers(Pages pages, Limits limits, Exchange exchange) {
        this.pages = pages;
        this.limits = limits;
        this.exchange = exchange;
        this.offer = exchange.asked().offer();
    }

    void send(ReleaseQuery query, QueryExec run) throws IOException {
        if (query.query().isConstructType()) {
            graph(run.constructTriples(), run);
        } else if (query.query().isDescribeType()) {
            graph(run.describeTriples(), run);
        } else if (query.query().isAskType()) {
            truth(query, run.ask());
        } else {
            table(query, run.select());
        }
        exchange.body().finish();
    }

    private void table(ReleaseQuery query, RowSet rows) throws IOException {
        if (offer.equals(Offer.HTML)) {
            GraphView graph = exchange.served().graph(exchange.served().release().dataset());
            page(ResultPage.of(query.text(), query.query(), rows, graph, exchange.notes()));
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
            page(ResultPage.of(query.text(), answer, exchange.notes()));
        } else if (offer.equals(Offer.TEXT)) {
            write(answer + "\n");
        } else {
            writer().write(exchange.body(), answer, new Context());
        }
    }

    private void graph(Iterator<Triple> triples, QueryExec run) throws IOException {
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
        write(RdfText.of(graph, offer));
    }

    private void page(ResultPage page) throws IOException {
        write(pages.write("result", "Answer", "", page, exchange.served()));
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
