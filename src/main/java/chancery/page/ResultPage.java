package chancery.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/// The answer to a query as a table.
///
/// @param rows   at most 1,000; an unbound variable is an empty text
/// @param isCut  whether there were more
/// @param answer of ASK; empty for a table
/// @param notes  what a reader of the answer has to know besides
public record ResultPage(
        String query,
        List<String> columns,
        List<Row> rows,
        boolean isCut,
        Optional<Boolean> answer,
        List<String> notes) {
    private static final int SHOWN = 1_000;

    /// @param claims where to read who says what the row tells; may be empty
    public record Row(List<Link> cells, List<Link> claims) {}

    public static ResultPage of(
            String text, Query query, RowSet rows, GraphView graph, List<String> notes) {
        List<Var> columns = rows.getResultVars();
        RowClaims claims = new RowClaims(graph, query);
        List<Row> shown = new ArrayList<>();
        while (shown.size() < SHOWN && rows.hasNext()) {
            shown.add(row(rows.next(), columns, graph, claims));
        }
        return new ResultPage(
                text,
                columns.stream().map(Var::getVarName).toList(),
                shown,
                rows.hasNext(),
                Optional.empty(),
                notes);
    }

    public static ResultPage of(String query, boolean answer, List<String> notes) {
        return new ResultPage(query, List.of(), List.of(), false, Optional.of(answer), notes);
    }

    /// Whether any row leads to claims.
    public boolean hasClaims() {
        return rows.stream().anyMatch(row -> !row.claims().isEmpty());
    }

    private static Row row(Binding binding, List<Var> columns, GraphView graph, RowClaims claims) {
        Map<Node, Node> values = claims.fill(binding);
        List<Link> cells =
                columns.stream()
                        .map(
                                column -> {
                                    Node node = binding.get(column);
                                    Link cell = node == null ? Link.to("", "") : graph.link(node);
                                    return cell.href().isEmpty()
                                            ? claims.named(column, values)
                                                    .map(
                                                            it ->
                                                                    cell.leadingTo(
                                                                            graph.link(it).href()))
                                                    .orElse(cell)
                                            : cell;
                                })
                        .toList();
        return new Row(cells, claims.links(values));
    }
}
