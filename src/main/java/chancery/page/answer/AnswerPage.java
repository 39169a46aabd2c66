package chancery.page.answer;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.RowClaims;
import chancery.page.editor.Asked;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/// The answer to a query.
///
/// @param share   path that asks the same, as short as it can be
/// @param table   the rows from [#from] on, as many as a page has room for; of a graph its triples
/// @param claims  of each row, where to read who says what it tells; may be empty
/// @param from    number of the first row, from 1
/// @param isCut   whether there are more
/// @param truth   of ASK; empty for anything else
/// @param isGraph whether the rows are triples
/// @param notes   what a reader of the answer has to know besides
/// @param figures what can be drawn of it
/// @param question that the query answers, as it says itself
public record AnswerPage(
        Asked asked,
        String share,
        Table table,
        List<List<Link>> claims,
        int from,
        boolean isCut,
        Optional<Boolean> truth,
        boolean isGraph,
        List<String> notes,
        Figures figures,
        Question question) {
    private static final int MOST_ROWS = 250;

    /// Of the text on one page, so that it stays below 150 kB.
    private static final int MOST_CHARACTERS = 60_000;

    /// For what stands around a link or a cell, in characters.
    private static final int AROUND = 60;

    private static final int LONGEST_VALUE = 2_000;

    public AnswerPage {
        claims = List.copyOf(claims);
        notes = List.copyOf(notes);
    }

    /// Of a table.
    public static AnswerPage of(
            Asked asked,
            String share,
            Query query,
            RowSet rows,
            GraphView graph,
            List<String> notes) {
        RowClaims behind = new RowClaims(graph, query);
        List<Var> columns = rows.getResultVars();
        List<List<Cell>> shown = new ArrayList<>();
        List<List<Link>> claims = new ArrayList<>();
        int from = skip(rows, asked);
        int left = MOST_CHARACTERS;
        while (shown.size() < MOST_ROWS && left > 0 && rows.hasNext()) {
            Binding binding = rows.next();
            Map<Node, Node> values = behind.fill(binding);
            List<Cell> row =
                    columns.stream()
                            .map(column -> cell(binding.get(column), column, values, behind, graph))
                            .toList();
            List<Link> links = behind.links(values);
            shown.add(row);
            claims.add(links);
            left -= size(Stream.concat(row.stream().map(Cell::link), links.stream()));
        }
        Table table = new Table(columns.stream().map(Var::getVarName).toList(), shown);
        return new AnswerPage(
                asked,
                share,
                table,
                claims,
                from,
                rows.hasNext(),
                Optional.empty(),
                false,
                notes,
                Figures.of(table, asked, graph),
                Question.NONE);
    }

    /// Of a graph.
    public static AnswerPage of(
            Asked asked,
            String share,
            Iterator<Triple> triples,
            GraphView graph,
            List<String> notes) {
        int from = skip(triples, asked);
        int left = MOST_CHARACTERS;
        List<List<Cell>> shown = new ArrayList<>();
        while (shown.size() < MOST_ROWS && left > 0 && triples.hasNext()) {
            Triple triple = triples.next();
            List<Cell> row =
                    Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                            .map(node -> cell(node, graph))
                            .toList();
            shown.add(row);
            left -= size(row.stream().map(Cell::link));
        }
        Table table = new Table(List.of("subject", "property", "object"), shown);
        return new AnswerPage(
                asked,
                share,
                table,
                List.of(),
                from,
                triples.hasNext(),
                Optional.empty(),
                true,
                notes,
                Figures.ofGraph(table, asked),
                Question.NONE);
    }

    /// Of a question for yes or no.
    public static AnswerPage of(Asked asked, String share, boolean truth, List<String> notes) {
        return new AnswerPage(
                asked,
                share,
                new Table(List.of(), List.of()),
                List.of(),
                1,
                false,
                Optional.of(truth),
                false,
                notes,
                Figures.NONE,
                Question.NONE);
    }

    /// The same under its question.
    public AnswerPage asking(Question what) {
        return new AnswerPage(
                asked, share, table, claims, from, isCut, truth, isGraph, notes, figures, what);
    }

    /// Its question, unless the query is no longer the one of that.
    public String title() {
        return question.words().isEmpty() || question.isChanged() ? "Answer" : question.words();
    }

    /// Why there may be no rows; `""` if there are some, or nothing comes to mind.
    public String whyNothing() {
        return table.rows().isEmpty() ? Question.whyNothing(asked.query()) : "";
    }

    /// Whether any row leads to claims.
    public boolean hasClaims() {
        return claims.stream().anyMatch(links -> !links.isEmpty());
    }

    /// Number of the last row shown.
    public int to() {
        return from + table.rows().size() - 1;
    }

    /// Where the next rows are.
    public String next() {
        return asked.with("from", Integer.toString(to() + 1)).href();
    }

    /// Where it begins.
    public String beginning() {
        return asked.with("from", "").href();
    }

    private static int skip(Iterator<?> rows, Asked asked) {
        String wanted = asked.get("from");
        int from = wanted.matches("[1-9]\\d{0,6}") ? Integer.parseInt(wanted) : 1;
        for (int i = 1; i < from && rows.hasNext(); i++) {
            rows.next();
        }
        return from;
    }

    private static Cell cell(
            @Nullable Node node,
            Var column,
            Map<Node, Node> values,
            RowClaims behind,
            GraphView graph) {
        if (node == null) {
            return Cell.NONE;
        }
        Cell cell = cell(node, graph);
        return cell.link().href().isEmpty()
                ? behind.named(column, values)
                        .map(
                                it ->
                                        new Cell(
                                                cell.node(),
                                                cell.link().leadingTo(graph.link(it).href())))
                        .orElse(cell)
                : cell;
    }

    private static Cell cell(Node node, GraphView graph) {
        Link link = graph.link(node);
        String text = link.text();
        if (text.length() > LONGEST_VALUE) {
            int end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_VALUE));
            link = new Link(text.substring(0, end) + "…", link.href(), link.lang());
        }
        return new Cell(Optional.of(node), link);
    }

    private static int size(Stream<Link> links) {
        return links.mapToInt(link -> AROUND + link.text().length() + link.href().length()).sum();
    }
}
