package chancery.page;

import chancery.page.DisagreementPage.Position;
import chancery.vocab.Chy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/// The page of a claim: who says so, where, in what words, who agrees, who does not, what became of
/// it, and why.
///
/// @param said      the claim with its source, its chain of speakers and its passages
/// @param reasons   why it has its verdict
/// @param voices    who says the same, editions of one work counted once
/// @param others    address of all claims of the same subject and property
/// @param agreeing  other claims of the same subject, property and value, with the same stance
/// @param contrary  those with another stance: one of them denies, plans or asks
/// @param differing other claims of the same subject and property
/// @param disputes  the disagreements it is part of; first those that were decided against it
public record ClaimPage(
        String path,
        Position said,
        Link sourceKind,
        List<Link> excuses,
        List<VerdictReason> reasons,
        Voices voices,
        String others,
        Others agreeing,
        Others contrary,
        Others differing,
        List<Dispute> disputes) {
    /// Rows of one table.
    private static final int SHOWN = 25;
    /// More claims than these are not put into the order of what they say.
    private static final int MOST_SORTED = 500;

    /// No chain is followed further; data that go in circles end here.
    private static final int DEEPEST = 20;

    /// Other claims.
    ///
    /// @param rows  at most 25 of them
    /// @param total how many there are
    public record Others(List<ClaimRow> rows, int total) {
        private static Others of(GraphView graph, List<Node> claims) {
            return new Others(
                    claims.stream().limit(SHOWN).map(claim -> ClaimRow.of(graph, claim)).toList(),
                    claims.size());
        }
    }

    /// Somebody saying something.
    public record Said(Link statement, List<Link> speakers, Link manner, List<Link> addressees) {}

    /// A disagreement as one of its claims sees it.
    ///
    /// @param others the positions of the others
    public record Dispute(
            DisagreementPage disagreement,
            boolean isPreferred,
            boolean isOutweighed,
            List<Position> others) {}

    public static ClaimPage of(
            GraphView graph, Node claim, String path, Optional<TextFolder> texts) {
        List<Node> others = others(graph, claim);
        Predicate<Node> sameValue = same(graph, claim, Terms.OBJECT);
        Predicate<Node> sameStance = same(graph, claim, Terms.STANCE);
        List<Node> agreeing = others.stream().filter(sameValue.and(sameStance)).toList();
        List<Dispute> disputes =
                graph.subjects(Terms.POSITION, claim).stream()
                        .map(it -> dispute(graph, it, claim))
                        .sorted(Comparator.comparing(Dispute::isOutweighed).reversed())
                        .toList();
        return new ClaimPage(
                path,
                DisagreementPage.position(graph, claim, texts, false),
                graph.object(claim, Terms.STATED_IN)
                        .flatMap(source -> graph.object(source, Chy.term("sourceKind")))
                        .map(graph::link)
                        .orElse(Link.to("", "")),
                graph.links(claim, Chy.term("excuse")),
                VerdictReason.of(graph, claim, others, !disputes.isEmpty()),
                Voices.of(graph, claim, agreeing),
                address(graph, claim),
                Others.of(graph, agreeing),
                Others.of(
                        graph, others.stream().filter(sameValue.and(sameStance.negate())).toList()),
                Others.of(graph, others.stream().filter(sameValue.negate()).toList()),
                disputes);
    }

    public ClaimRow claim() {
        return said.claim();
    }

    /// What it says, in a line.
    public String title() {
        return "%s: %s: %s"
                .formatted(
                        claim().subject().text(),
                        claim().property().text(),
                        claim().value().text());
    }

    private static Dispute dispute(GraphView graph, Node disagreement, Node claim) {
        String path = graph.link(disagreement).href().replaceFirst("^/", "");
        String href = graph.link(claim).href();
        DisagreementPage page = DisagreementPage.of(graph, disagreement, path, Optional.empty());
        return new Dispute(
                page,
                graph.has(disagreement, Chy.term("preferred"), claim),
                graph.has(disagreement, Chy.term("outweighed"), claim),
                page.positions().stream().filter(p -> !p.claim().href().equals(href)).toList());
    }

    /// By what they say; by IRI where there are too many to read them all.
    private static List<Node> others(GraphView graph, Node claim) {
        Optional<Node> property = graph.object(claim, Terms.PREDICATE);
        List<Node> others =
                graph.object(claim, Terms.SUBJECT).stream()
                        .flatMap(s -> property.stream().flatMap(p -> graph.claims(s, p)))
                        .filter(other -> !other.equals(claim))
                        .distinct()
                        .toList();
        return others.size() <= MOST_SORTED
                ? graph.sorted(others)
                : others.stream().sorted(Comparator.comparing((Node it) -> it.toString())).toList();
    }

    private static String address(GraphView graph, Node claim) {
        return "/claims?subject="
                + encoded(graph, claim, Terms.SUBJECT)
                + "&property="
                + encoded(graph, claim, Terms.PREDICATE);
    }

    private static String encoded(GraphView graph, Node claim, Node part) {
        return URLEncoder.encode(
                graph.object(claim, part).map(Node::toString).orElse(""), StandardCharsets.UTF_8);
    }

    private static Predicate<Node> same(GraphView graph, Node claim, Node property) {
        Optional<Node> value = graph.object(claim, property);
        return other -> graph.object(other, property).equals(value);
    }

    static List<Said> chain(GraphView graph, Node claim) {
        List<Said> chain = new ArrayList<>();
        Optional<Node> next = graph.object(claim, Terms.SAID_IN);
        while (next.isPresent() && chain.size() < DEEPEST) {
            Node statement = next.get();
            chain.add(
                    new Said(
                            graph.link(statement),
                            graph.links(statement, Chy.term("speaker")),
                            graph.object(statement, Chy.term("manner"))
                                    .map(graph::link)
                                    .orElse(Link.to("", "")),
                            graph.links(statement, Chy.term("addressee"))));
            next = graph.object(statement, Terms.SAID_IN);
        }
        return chain;
    }
}
