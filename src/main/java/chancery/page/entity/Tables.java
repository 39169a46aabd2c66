package chancery.page.entity;

import chancery.page.ClaimRow;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import chancery.page.entity.Row.Value;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;

/// The tables of a thing's page. What would make it too long is cut, with the way to the rest.
final class Tables {
    /// Values of one row, while there is room.
    private static final int A_ROW = 12;

    /// And once there is none.
    private static final int A_CUT_ROW = 3;

    /// Values of one table before its rows are cut short.
    private static final int A_TABLE = 100;

    private static final int CLAIMS = 12;

    private final Surroundings it;
    private final GraphView graph;
    private final Queries queries;
    private final String path;

    /// @param path of the thing, without the leading slash
    Tables(Surroundings it, String path) {
        this.it = it;
        this.graph = it.graph();
        this.queries = new Queries(graph, it.thing());
        this.path = path;
    }

    Table facts() {
        List<Row> rows = new ArrayList<>();
        int shown = 0;
        for (Node property : it.properties()) {
            List<Node> all = it.values(property);
            List<Value> values = values(property, it.first(all, few(all.size(), shown)));
            shown += values.size();
            rows.add(row(property, values, all.size(), ListKind.VALUES));
        }
        return new Table(rows, queries.facts());
    }

    Table incoming() {
        List<Row> rows = new ArrayList<>();
        int shown = 0;
        for (Node property : it.pointingProperties()) {
            List<Node> all = it.pointing().getOrDefault(property, List.of());
            List<Value> values = things(property, it.first(all, few(all.size(), shown)));
            shown += values.size();
            rows.add(row(property, values, all.size(), ListKind.INCOMING));
        }
        return new Table(rows, queries.incoming());
    }

    ClaimTable said() {
        List<Node> all = notAccepted(it.claims());
        return claims(all, ListKind.SAID, queries.said(Terms.SUBJECT));
    }

    ClaimTable elsewhere() {
        List<Node> all = notAccepted(it.elsewhere());
        return claims(all, ListKind.ELSEWHERE, queries.said(Terms.OBJECT));
    }

    List<Value> values(Node property, List<Node> values) {
        return values.stream()
                .map(
                        value ->
                                new Value(
                                        Labels.shown(graph, value),
                                        it.evidence().of(it.thing(), property, value)))
                .toList();
    }

    List<Value> things(Node property, List<Node> things) {
        return things.stream()
                .map(
                        thing ->
                                new Value(
                                        Labels.shown(graph, thing),
                                        it.evidence().pointing(thing, property, it.thing())))
                .toList();
    }

    /// In the order of what they say.
    List<Node> notAccepted(List<Node> claims) {
        return it.ordered(
                claims.stream()
                        .filter(claim -> !graph.has(claim, Terms.VERDICT, Terms.ACCEPTED))
                        .toList());
    }

    List<ClaimRow> rows(List<Node> claims) {
        return claims.stream().map(claim -> Labels.cut(ClaimRow.of(graph, claim))).toList();
    }

    private ClaimTable claims(List<Node> all, ListKind kind, String query) {
        List<Node> few = all.subList(0, Math.min(CLAIMS, all.size()));
        String href = few.size() == all.size() ? "" : kind.address(path, "", 1);
        return new ClaimTable(rows(few), all.size(), href, query);
    }

    private Row row(Node property, List<Value> values, int total, ListKind kind) {
        Link link = name(property, kind);
        String all = values.size() == total ? "" : kind.address(path, property.toString(), 1);
        return new Row(link, values, total, all);
    }

    /// Of what is only seen to last, the days between which it is seen are not those of its begin
    /// and end.
    private Link name(Node property, ListKind kind) {
        Link link = graph.link(property);
        if (kind != ListKind.VALUES || !it.isOnlySeen()) {
            return link;
        }
        if (property.equals(Chy.term("earliest"))) {
            return new Link("first seen", link.href(), "en");
        }
        return property.equals(Chy.term("latest"))
                ? new Link("last seen", link.href(), "en")
                : link;
    }

    private static int few(int total, int shown) {
        return Math.min(total, shown < A_TABLE ? A_ROW : A_CUT_ROW);
    }
}
