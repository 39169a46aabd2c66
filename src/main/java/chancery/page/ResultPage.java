package chancery.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/// The answer to a query as a table.
///
/// @param rows   at most 1,000; an unbound variable is an empty text
/// @param isCut  whether there were more
/// @param answer of ASK; empty for a table
public record ResultPage(
        String query,
        List<String> columns,
        List<List<Link>> rows,
        boolean isCut,
        Optional<Boolean> answer) {
    private static final int SHOWN = 1_000;

    public static ResultPage of(String query, RowSet rows, GraphView graph) {
        List<Var> columns = rows.getResultVars();
        List<List<Link>> shown = new ArrayList<>();
        while (shown.size() < SHOWN && rows.hasNext()) {
            shown.add(row(rows.next(), columns, graph));
        }
        return new ResultPage(
                query,
                columns.stream().map(Var::getVarName).toList(),
                shown,
                rows.hasNext(),
                Optional.empty());
    }

    public static ResultPage of(String query, boolean answer) {
        return new ResultPage(query, List.of(), List.of(), false, Optional.of(answer));
    }

    private static List<Link> row(Binding binding, List<Var> columns, GraphView graph) {
        return columns.stream()
                .map(
                        column -> {
                            Node node = binding.get(column);
                            return node == null ? Link.to("", "") : graph.link(node);
                        })
                .toList();
    }
}
