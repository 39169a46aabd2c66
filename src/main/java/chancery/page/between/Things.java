package chancery.page.between;

import chancery.page.GraphView;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// All that is between two states, accepted or only said, in the order of time; and what of it was
/// chosen.
///
/// Of one graph, for readers of every language; needs no transaction any more.
public final class Things {
    /// What a choice can be about.
    enum Facet {
        KIND,
        SOURCE,
        STANCE,
        DISPUTED,
        PERIOD
    }

    /// About as much as an item, a date, and each node that no other item has take.
    private static final long BYTES = 120;

    private final String sources;
    private final Optional<LocalDate> until;
    private final List<Item> all;

    /// @param sources what their IRIs begin with
    private Things(String sources, Optional<LocalDate> until, List<Item> all) {
        this.sources = sources;
        this.until = until;
        this.all = all;
    }

    /// @param asOf the day whose world is shown; what began after it is none of it
    public static Things between(GraphView graph, PairPage.Pair pair, Optional<LocalDate> asOf) {
        Node one = pair.first(graph);
        Node other = pair.second(graph);
        Reach here = Reach.of(graph, one);
        Reach there = Reach.of(graph, other);
        Set<Node> accepted = new HashSet<>(here.accepted());
        accepted.retainAll(there.accepted());
        Set<Node> reached = new HashSet<>(here.accepted());
        reached.addAll(here.said());
        reached.removeIf(
                thing -> !there.accepted().contains(thing) && !there.said().contains(thing));
        ItemReader reader = new ItemReader(graph);
        Optional<LocalDate> until =
                Stream.concat(until(reader, List.of(one, other)).stream(), asOf.stream())
                        .min(Comparator.naturalOrder());
        List<Item> items = new ArrayList<>();
        for (Node thing : reached) {
            reader.read(thing, accepted.contains(thing))
                    .filter(item -> isBy(item, until))
                    .ifPresent(items::add);
        }
        items.sort(Item.BY_DATE);
        return new Things(graph.node("id/source/").getURI(), until, List.copyOf(items));
    }

    /// What they take in memory, about.
    public long bytes() {
        return all.stream()
                .mapToLong(it -> 4L + 3L * it.claims().size() + 4L * it.dates().size())
                .map(parts -> parts * BYTES)
                .sum();
    }

    /// The last day on which both states can have been, or the day whose world is shown.
    Optional<LocalDate> until() {
        return until;
    }

    /// The last day on which both states can have been; nothing is between them after it.
    static Optional<LocalDate> until(ItemReader reader, List<Node> states) {
        return states.stream()
                .flatMap(state -> reader.dates(state).stream())
                .filter(date -> date.property().equals(Dated.END))
                .flatMap(date -> Optional.ofNullable(date.span().endLatest()).stream())
                .min(Comparator.naturalOrder());
    }

    private static boolean isBy(Item item, Optional<LocalDate> until) {
        return until.isEmpty()
                || item.first().isEmpty()
                || !item.first().get().isAfter(until.get());
    }

    /// The same of a thing of which nothing was read.
    static boolean isBy(ItemReader reader, Node thing, Optional<LocalDate> until) {
        return until.isEmpty()
                || reader.read(thing, true).map(item -> isBy(item, until)).orElse(true);
    }

    List<Item> all() {
        return all;
    }

    List<Item> chosen(Choice choice) {
        return all.stream().filter(by(choice, Optional.empty())).toList();
    }

    /// What is left when one part of a choice is not asked for, so that its values can be counted.
    List<Item> chosenBut(Choice choice, Facet facet) {
        return all.stream().filter(by(choice, Optional.of(facet))).toList();
    }

    private Predicate<Item> by(Choice choice, Optional<Facet> without) {
        Predicate<Item> wanted = item -> true;
        for (Facet facet : Facet.values()) {
            if (!without.equals(Optional.of(facet))) {
                wanted = wanted.and(by(choice, facet));
            }
        }
        return wanted;
    }

    private Predicate<Item> by(Choice choice, Facet facet) {
        return switch (facet) {
            case KIND -> item -> choice.kind().isEmpty() || choice.kind().get() == item.kind();
            case SOURCE -> {
                Node source = NodeFactory.createURI(sources + choice.source());
                yield item -> choice.source().isEmpty() || item.sources().contains(source);
            }
            case STANCE -> item -> hasStance(item, choice.stance());
            case DISPUTED ->
                    item ->
                            choice.disputed().isEmpty()
                                    || item.isDisputed() == choice.disputed().equals("yes");
            case PERIOD -> {
                Optional<LocalDate> from = choice.firstDay();
                Optional<LocalDate> to = choice.lastDay();
                yield item -> !choice.hasPeriod() || touches(item, from, to);
            }
        };
    }

    static boolean hasStance(Item item, String stance) {
        return switch (stance) {
            case "" -> item.isSure();
            case "any" -> true;
            default -> item.stances().contains(Chy.term(stance));
        };
    }

    /// Whether it may have been in a period. What has no days in any year was in none.
    static boolean touches(Item item, Optional<LocalDate> from, Optional<LocalDate> to) {
        return Dated.touch(item.dates(), from, to);
    }
}
