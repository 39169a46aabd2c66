package chancery.page;

import chancery.vocab.Chy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// A disagreement: what it is about, its positions side by side, and how it was decided.
///
/// @param path       of its own page, without the leading slash
/// @param heading    what it is called everywhere: what it is about, and what is asked of it
/// @param kinds      one in every release of ours
/// @param constraint what noticed it; `""` unless a constraint or a curator's row did
/// @param properties one, or none where the claims differ on several
/// @param positions  what was preferred first, then by value
/// @param rule       what decided; empty while it is undecided
/// @param rationale  one text, or none
public record DisagreementPage(
        String path,
        String heading,
        List<Link> kinds,
        String constraint,
        List<Link> about,
        List<Link> properties,
        List<Position> positions,
        Optional<RuleView> rule,
        List<Link> rationale) {
    /// What the graph says in the place of a rule's name when none decided.
    private static final String UNDECIDED = "undecided";

    /// What one claim says in it.
    ///
    /// @param published   when the source was published, else the date its data are as of; `""` if
    ///     neither is known
    /// @param chain       statements it stands in, the innermost first; empty in the source's own
    ///     voice
    /// @param isPreferred whether the graph holds this one for right
    public record Position(
            ClaimRow claim,
            String published,
            List<ClaimPage.Said> chain,
            List<Link> asWritten,
            List<PassageView> passages,
            boolean isPreferred) {}

    /// What stands against what, in a few words; several positions may be on one side.
    ///
    /// @param text      a value, with what it is of where that differs, and the stance toward it
    ///     where the stances do
    /// @param isAgainst whether it goes against those before it; what holds besides does not
    /// @param isHeld    whether any of it is held for true
    public record Side(
            String text,
            boolean isPreferred,
            boolean isAgainst,
            boolean isHeld,
            List<Position> positions) {
        public Side {
            positions = List.copyOf(positions);
        }
    }

    /// A rule, with the reason that the release's list of rules gives for it.
    ///
    /// @param name   as the disagreement gives it, such as `later-edition`
    /// @param link   the rule in the list; its name alone if the list does not have it
    /// @param reason one text, or none
    public record RuleView(String name, Link link, List<Link> reason) {}

    /// @param texts for the sentences; without them there are none
    public static DisagreementPage of(
            GraphView graph, Node disagreement, String path, Optional<TextFolder> texts) {
        return new DisagreementPage(
                path,
                DisagreementName.of(graph, disagreement),
                graph.links(disagreement, Terms.KIND),
                graph.text(disagreement, Chy.term("constraint")),
                graph.links(disagreement, Terms.ABOUT),
                graph.links(disagreement, Terms.ON_PROPERTY),
                graph.objects(disagreement, Terms.POSITION).stream()
                        .map(claim -> position(graph, disagreement, claim, texts))
                        .sorted(
                                Comparator.comparing(Position::isPreferred)
                                        .reversed()
                                        .thenComparing(p -> p.claim().value().text())
                                        .thenComparing(p -> p.claim().source().text())
                                        .thenComparing(p -> p.claim().href()))
                        .toList(),
                isDecided(graph, disagreement)
                        ? Optional.of(rule(graph, graph.text(disagreement, Terms.RULE)))
                        : Optional.empty(),
                graph.links(disagreement, Chy.term("rationale")));
    }

    static boolean isDecided(GraphView graph, Node disagreement) {
        String rule = graph.text(disagreement, Terms.RULE);
        return !rule.isEmpty() && !rule.equals(UNDECIDED);
    }

    public boolean isDecided() {
        return rule.isPresent();
    }

    /// What is preferred first, then what holds beside it, then what stands against it.
    public List<Side> sides() {
        return Sides.of(this);
    }

    /// Whether what is preferred is held for true; a side can be preferred that nobody vouches for.
    public boolean isPreferredHeld() {
        return sides().stream().filter(Side::isPreferred).allMatch(Side::isHeld);
    }

    /// The reasons with things and times in words.
    public List<Link> reasons() {
        Rationale words = new Rationale(positions);
        return rationale.stream().map(words::inWords).toList();
    }

    public List<Opponents.Opponent> opponents() {
        return Opponents.of(this);
    }

    /// The positions, those of one sentence about one thing together.
    public List<List<Position>> cards() {
        return Cards.of(positions);
    }

    /// Its anchor on a page that shows several: the last part of its IRI.
    public String anchor() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Position position(
            GraphView graph, Node disagreement, Node claim, Optional<TextFolder> texts) {
        boolean isPreferred = graph.has(disagreement, Chy.term("preferred"), claim);
        return position(graph, claim, texts, isPreferred);
    }

    /// One claim with its words.
    ///
    /// @param texts for the sentences; without them there are none
    public static Position position(
            GraphView graph, Node claim, Optional<TextFolder> texts, boolean isPreferred) {
        Optional<Node> source = graph.object(claim, Terms.STATED_IN);
        return new Position(
                ClaimRow.of(graph, claim),
                source.map(node -> published(graph, node)).orElse(""),
                ClaimPage.chain(graph, claim),
                graph.links(claim, Terms.AS_WRITTEN),
                graph.objects(claim, Terms.PASSAGE).stream()
                        .map(passage -> PassageView.of(graph, passage, texts))
                        .sorted(Comparator.comparingInt(PassageView::start))
                        .toList(),
                isPreferred);
    }

    /// When a source was published, else the date its data are as of; `""` if neither is known.
    public static String published(GraphView graph, Node source) {
        return publishedTime(graph, source).map(time -> graph.link(time).text()).orElse("");
    }

    /// The same as a node: a time, or a literal of one.
    public static Optional<Node> publishedTime(GraphView graph, Node source) {
        return graph.object(source, Terms.PUBLISHED)
                .or(() -> graph.object(source, Terms.DATA_AS_OF));
    }

    /// A curator's decision is none of the rules in the list and gives its own reason.
    private static RuleView rule(GraphView graph, String name) {
        Node rules = graph.node("id/scheme/rule");
        return graph.subjects(Terms.NOTATION, graph.string(name)).stream()
                .filter(concept -> graph.has(concept, Terms.IN_SCHEME, rules))
                .findFirst()
                .map(c -> new RuleView(name, graph.link(c), graph.links(c, Terms.SCOPE_NOTE)))
                .orElseGet(() -> new RuleView(name, Link.to(name, ""), List.of()));
    }
}
