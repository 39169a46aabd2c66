package chancery.page;

import chancery.vocab.Chy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// The disagreements in which the newest sources take part.
final class Newest {
    /// More are not looked at: a first page must not take long.
    private static final int LOOKED_AT = 1_000;

    private Newest() {}

    /// A disagreement with the date of the newest source in it, as the source writes it.
    private record Dated(Node node, String date) {}

    /// @param most how many
    static List<DisagreementPage> of(GraphView graph, int most) {
        return graph.typed(Chy.DISAGREEMENT)
                .limit(LOOKED_AT)
                .map(node -> new Dated(node, date(graph, node)))
                .sorted(
                        Comparator.comparing(Dated::date)
                                .reversed()
                                .thenComparing(it -> graph.link(it.node()).text())
                                .thenComparing(it -> it.node().toString()))
                .limit(most)
                .map(
                        it ->
                                DisagreementPage.of(
                                        graph,
                                        it.node(),
                                        graph.link(it.node()).href().replaceFirst("^/", ""),
                                        Optional.empty()))
                .toList();
    }

    /// EDTF dates of this era sort as texts.
    private static String date(GraphView graph, Node disagreement) {
        return graph.objects(disagreement, Terms.POSITION).stream()
                .flatMap(claim -> graph.objects(claim, Terms.STATED_IN).stream())
                .flatMap(
                        source ->
                                Stream.of("published", "dataAsOf")
                                        .flatMap(
                                                property ->
                                                        graph
                                                                .values(source, Chy.term(property))
                                                                .stream())
                                        .limit(1))
                .flatMap(time -> graph.values(time, Chy.term("edtf")).stream())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .map(edtf -> edtf.replaceFirst("^\\[", ""))
                .max(Comparator.naturalOrder())
                .orElse("");
    }
}
