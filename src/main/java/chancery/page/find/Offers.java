package chancery.page.find;

import chancery.page.Dates;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.SearchPage;
import chancery.page.SearchPage.Offer;
import chancery.page.between.Choice;
import chancery.page.between.Kind;
import chancery.page.between.PairPage.Pair;
import chancery.page.between.PairTable;
import chancery.page.between.Things;
import chancery.page.browse.Chosen;
import chancery.page.browse.Inventory;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;

/// Pages that show what somebody may have meant, with how much there is on them.
public final class Offers {
    /// Things that are named with an offer.
    private static final int NAMED = 5;

    private Offers() {}

    /// @param pairs     what is between two states
    /// @param inventory asked only when no two states are named
    /// @return of two or three states one for each pair; else at most one
    public static List<Offer> of(
            GraphView graph,
            Meant meant,
            Function<Pair, Things> pairs,
            Supplier<Inventory> inventory) {
        List<String> states = meant.states();
        List<Offer> offers = new ArrayList<>();
        if (meant.isDisputed()) {
            disagreements(graph).ifPresent(offers::add);
        }
        int general = offers.size();
        for (int i = 0; i < states.size(); i++) {
            for (String other : states.subList(i + 1, states.size())) {
                Pair pair = new Pair(states.get(i), other).canonical();
                offers.add(between(graph, pair, meant, pairs.apply(pair)));
            }
        }
        boolean isWide = states.isEmpty() || (meant.kind().isEmpty() && !meant.hasPeriod());
        boolean isNarrowed = meant.kind().isPresent() && meant.hasPeriod();
        if (offers.size() == general && (isNarrowed || !isWide)) {
            of(graph, meant, inventory.get()).ifPresent(offers::add);
        }
        return offers;
    }

    /// The register of what sources disagree about: other than what is in dispute between states,
    /// it is asked for without naming any.
    private static Optional<Offer> disagreements(GraphView graph) {
        long all = graph.typed(Chy.term("Disagreement")).count();
        return all == 0
                ? Optional.empty()
                : Optional.of(
                        new Offer(
                                new Link("What the sources disagree about", "/disagreements", ""),
                                Math.toIntExact(all),
                                List.of(),
                                List.of(),
                                0));
    }

    private static Offer between(GraphView graph, Pair pair, Meant meant, Things all) {
        Choice choice = choice(meant, "");
        List<Node> things = new PairTable(graph, pair, all, choice).things();
        Choice toAnybody = choice(meant, "any");
        List<Node> said =
                things.isEmpty() ? new PairTable(graph, pair, all, toAnybody).things() : List.of();
        String states = name(graph, pair.one()) + " and " + name(graph, pair.other());
        List<Link> wider = new ArrayList<>();
        if (!said.isEmpty()) {
            String text = said.size() == 1 ? "one is said" : said.size() + " are said";
            wider.add(new Link(text, pair.path() + toAnybody.query(), ""));
        }
        if (things.isEmpty() && !choice.isAll()) {
            wider.add(new Link("All between " + states, pair.path(), ""));
        }
        return new Offer(
                new Link("Between " + states + narrowed(meant), pair.path() + choice.query(), ""),
                things.size(),
                named(graph, things.isEmpty() ? said : things),
                wider,
                said.size());
    }

    private static Choice choice(Meant meant, String stance) {
        String disputed = meant.isDisputed() ? "yes" : "";
        return new Choice(meant.kind(), "", stance, meant.from(), meant.to(), disputed, 1);
    }

    private static Optional<Offer> of(GraphView graph, Meant meant, Inventory inventory) {
        Chosen chosen =
                new Chosen(
                        meant.kind().map(Kind::className).orElse(""),
                        meant.states().isEmpty() ? "" : meant.states().getFirst(),
                        "",
                        "",
                        year(meant.from()),
                        year(meant.to()),
                        meant.isDisputed() ? "yes" : "",
                        Optional.empty(),
                        1);
        List<Node> things = inventory.matching(chosen);
        String of = meant.states().isEmpty() ? "All" : name(graph, meant.states().getFirst());
        return things.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Offer(
                                new Link(of + narrowed(meant), chosen.address(), ""),
                                things.size(),
                                named(graph, things),
                                List.of(),
                                0));
    }

    private static String year(String time) {
        return time.length() < 4 ? "" : time.substring(0, 4);
    }

    private static List<SearchPage.Named> named(GraphView graph, List<Node> things) {
        return things.stream()
                .limit(NAMED)
                .map(it -> new SearchPage.Named(graph.link(it), SearchPage.dates(graph, it)))
                .toList();
    }

    private static String name(GraphView graph, String slug) {
        return graph.link(graph.node("id/state/" + slug)).text();
    }

    /// Such as `: agreements, 2002, disputed`.
    private static String narrowed(Meant meant) {
        List<String> parts = new ArrayList<>();
        meant.kind().ifPresent(kind -> parts.add(kind.many()));
        if (meant.hasPeriod()) {
            parts.add(period(meant.from(), meant.to()));
        }
        if (meant.isDisputed()) {
            parts.add("in dispute");
        }
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static String period(String from, String to) {
        if (from.equals(to)) {
            return words(from);
        }
        return to.isEmpty()
                ? "from " + words(from)
                : from.isEmpty() ? "until " + words(to) : words(from) + " to " + words(to);
    }

    private static String words(String time) {
        return Dates.inWords(time);
    }
}
