package chancery.page.source;

import chancery.page.ClaimRow;
import chancery.page.Fact;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import chancery.page.TextFolder;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// The page of a source: what is known of it, and its claims in the order of its text.
///
/// @param choices what of it can be shown
/// @param claims  those of this page
/// @param total   how many there are of the kind that is shown
/// @param number  of the page, from 1
/// @param pages   how many there are, at least 1
/// @param words   its passages in its text; empty unless they are what is shown
public record SourcePage(
        String path,
        Link heading,
        List<Fact> facts,
        Shown shown,
        List<Choice> choices,
        List<ClaimRow> claims,
        int total,
        int number,
        int pages,
        Optional<Words> words) {
    /// Claims of one page.
    private static final int ON_A_PAGE = 100;

    /// Of sources with more claims it is not worked out which of them stand alone.
    private static final int SORTED_AT_MOST = 20_000;

    /// One thing that can be shown.
    ///
    /// @param count of claims; -1 where nothing is counted
    public record Choice(String text, String href, int count, boolean isChosen) {}

    /// What is asked for.
    ///
    /// @param number of the page, from 1
    public record Asked(Shown shown, int number) {}

    /// A claim with what decides where it is shown.
    private record Light(Node node, int start, boolean isAlone, boolean isContradicted) {
        boolean isShown(Shown shown) {
            return switch (shown) {
                case ALL -> true;
                case ALONE -> isAlone;
                case SHARED -> !isAlone;
                case CONTRADICTED -> isContradicted;
                case TEXT -> false;
            };
        }
    }

    /// @param texts for its words; without them there are none
    /// @return a page past the last shows nothing
    public static SourcePage of(
            GraphView graph, Node source, String path, Asked asked, Optional<TextFolder> texts) {
        List<Light> all = claims(graph, source);
        boolean isSorted = all.size() <= SORTED_AT_MOST;
        List<Light> shown = all.stream().filter(it -> it.isShown(asked.shown())).toList();
        Optional<Words> words =
                asked.shown() == Shown.TEXT
                        ? Optional.of(Words.of(graph, source, texts, asked.number()))
                        : Optional.empty();
        return new SourcePage(
                path,
                graph.link(source),
                Fact.allOf(graph, source),
                asked.shown(),
                choices(path, all, asked.shown(), isSorted),
                shown.stream()
                        .skip((long) ON_A_PAGE * (asked.number() - 1))
                        .limit(ON_A_PAGE)
                        .map(it -> ClaimRow.of(graph, it.node()))
                        .toList(),
                shown.size(),
                asked.number(),
                words.map(Words::pages)
                        .orElse(Math.max(1, (shown.size() + ON_A_PAGE - 1) / ON_A_PAGE)),
                words);
    }

    private static List<Light> claims(GraphView graph, Node source) {
        Support support = new Support(graph);
        List<Node> nodes =
                graph.allSubjects(Terms.STATED_IN, source)
                        .filter(node -> graph.isA(node, Chy.CLAIM))
                        .toList();
        boolean isSorted = nodes.size() <= SORTED_AT_MOST;
        List<Light> claims = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            claims.add(
                    new Light(
                            node,
                            ClaimRow.startOf(graph, node),
                            isSorted && support.isAlone(node),
                            isSorted
                                    && graph.allSubjects(Terms.POSITION, node)
                                            .findFirst()
                                            .isPresent()));
        }
        claims.sort(
                Comparator.comparingInt(Light::start).thenComparing(it -> it.node().toString()));
        return claims;
    }

    private static List<Choice> choices(
            String path, List<Light> all, Shown chosen, boolean isSorted) {
        List<Choice> choices = new ArrayList<>();
        for (Shown shown : Shown.values()) {
            if (isSorted || shown == Shown.ALL || shown == Shown.TEXT) {
                int count =
                        shown == Shown.TEXT
                                ? -1
                                : (int) all.stream().filter(it -> it.isShown(shown)).count();
                choices.add(new Choice(shown.text(), href(path, shown, 1), count, shown == chosen));
            }
        }
        return choices;
    }

    private static String href(String path, Shown shown, int number) {
        String query = shown == Shown.ALL ? "" : "show=" + shown.parameter();
        String page = number < 2 ? "" : (query.isEmpty() ? "" : "&") + "page=" + number;
        return "/" + path + (query + page).transform(it -> it.isEmpty() ? "" : "?" + it);
    }

    /// Of the page before this one; `""` if there is none.
    public String previous() {
        return number > 1 ? href(path, shown, number - 1) : "";
    }

    /// Of the page after this one; `""` if there is none.
    public String next() {
        return number < pages ? href(path, shown, number + 1) : "";
    }

    /// Number of the first claim of this page among those that are shown, from 1.
    public int first() {
        return ON_A_PAGE * (number - 1) + 1;
    }
}
