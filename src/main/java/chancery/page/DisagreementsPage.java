package chancery.page;

import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/// The register of disagreements, or those of one kind or state.
///
/// @param all    those asked for, by what they are about
/// @param total  how many there are in the release
/// @param kinds  ways to ask for one kind
/// @param states ways to ask for the decided or the undecided
/// @param query  the query string that asks for these, with its question mark; `""` for all
/// @param number of the page, from 1
public record DisagreementsPage(
        List<DisagreementPage> all,
        int total,
        List<Choice> kinds,
        List<Choice> states,
        String query,
        int number) {
    /// Lines a page.
    private static final int ON_A_PAGE = 100;

    /// What is asked for.
    ///
    /// @param kind    local name, such as `Denial`; `""` for every kind
    /// @param decided `yes`, `no`, or `""` for both
    public record Filter(String kind, String decided) {
        public static final Filter NONE = new Filter("", "");

        /// @return `""`, or the query string with its question mark
        public String query() {
            List<String> parts = new ArrayList<>();
            if (!kind.isEmpty()) {
                parts.add("kind=" + kind);
            }
            if (!decided.isEmpty()) {
                parts.add("decided=" + decided);
            }
            return parts.isEmpty() ? "" : "?" + String.join("&", parts);
        }

        private boolean lets(Light one) {
            return (kind.isEmpty() || one.kinds().contains(kind))
                    && (decided.isEmpty() || decided.equals(one.decided()));
        }
    }

    /// One value of a filter, as a link that keeps the other filter.
    ///
    /// @param count how many it would show
    public record Choice(String text, String href, int count, boolean isChosen) {}

    /// As much of a disagreement as a filter needs.
    private record Light(Node node, List<String> kinds, String decided) {}

    /// @param number of the page, from 1
    public static DisagreementsPage of(GraphView graph, Filter filter, int number) {
        List<Light> every =
                graph.subjects(Terms.TYPE, Chy.DISAGREEMENT).stream()
                        .map(node -> light(graph, node))
                        .toList();
        List<Node> asked = every.stream().filter(filter::lets).map(Light::node).toList();
        List<DisagreementPage> all = new ArrayList<>();
        for (Node node : asked) {
            String path = graph.link(node).href().replaceFirst("^/", "");
            all.add(DisagreementPage.of(graph, node, path, Optional.empty()));
        }
        all.sort(
                Comparator.comparing(DisagreementPage::heading)
                        .thenComparing(DisagreementPage::path));
        return new DisagreementsPage(
                all,
                every.size(),
                kindChoices(graph, every, filter),
                stateChoices(every, filter),
                filter.query(),
                number);
    }

    /// Local names of the kinds there can be: those that the ontology has.
    public static List<String> kindNames(GraphView graph) {
        return graph.subjects(Terms.TYPE, Chy.term("DisagreementKind")).stream()
                .map(DisagreementsPage::localName)
                .toList();
    }

    /// Those of this page.
    public List<DisagreementPage> shown() {
        return all.stream().skip((long) ON_A_PAGE * (number - 1)).limit(ON_A_PAGE).toList();
    }

    /// How many pages there are; at least 1.
    public int pages() {
        return Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    /// The address of another page.
    public String page(int other) {
        return "/disagreements" + query + (query.isEmpty() ? "?" : "&") + "page=" + other;
    }

    public int undecided() {
        return (int) all.stream().filter(one -> !one.isDecided()).count();
    }

    private static Light light(GraphView graph, Node node) {
        return new Light(
                node,
                graph.objects(node, Terms.KIND).stream().map(DisagreementsPage::localName).toList(),
                DisagreementPage.isDecided(graph, node) ? "yes" : "no");
    }

    private static List<Choice> kindChoices(GraphView graph, List<Light> every, Filter filter) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice("all kinds", new Filter("", filter.decided()), filter, every));
        TreeSet<String> found = new TreeSet<>();
        every.forEach(one -> found.addAll(one.kinds()));
        for (String kind : found) {
            String text = graph.link(Chy.term(kind)).text();
            choices.add(choice(text, new Filter(kind, filter.decided()), filter, every));
        }
        return choices;
    }

    private static List<Choice> stateChoices(List<Light> every, Filter filter) {
        return List.of(
                choice("all", new Filter(filter.kind(), ""), filter, every),
                choice("decided", new Filter(filter.kind(), "yes"), filter, every),
                choice("undecided", new Filter(filter.kind(), "no"), filter, every));
    }

    private static Choice choice(String text, Filter to, Filter now, List<Light> every) {
        return new Choice(
                text,
                "/disagreements" + to.query(),
                (int) every.stream().filter(to::lets).count(),
                to.equals(now));
    }

    private static String localName(Node node) {
        return node.isURI() ? node.getURI().replaceFirst("^.*[/#]", "") : "";
    }
}
