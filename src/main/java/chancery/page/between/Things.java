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
import org.apache.jena.graph.Node;

/// All that is between two states, accepted or only said, in the order of time; and what of it was
/// chosen.
final class Things {
    /// What a choice can be about.
    enum Facet {
        KIND,
        SOURCE,
        STANCE,
        DISPUTED,
        PERIOD
    }

    private final GraphView graph;
    private final List<Item> all;

    private Things(GraphView graph, List<Item> all) {
        this.graph = graph;
        this.all = all;
    }

    static Things between(GraphView graph, Node one, Node other) {
        Reach here = Reach.of(graph, one);
        Reach there = Reach.of(graph, other);
        Set<Node> accepted = new HashSet<>(here.accepted());
        accepted.retainAll(there.accepted());
        Set<Node> reached = new HashSet<>(here.accepted());
        reached.addAll(here.said());
        reached.removeIf(
                thing -> !there.accepted().contains(thing) && !there.said().contains(thing));
        ItemReader reader = new ItemReader(graph);
        Optional<LocalDate> until = until(reader, List.of(one, other));
        List<Item> items = new ArrayList<>();
        for (Node thing : reached) {
            reader.read(thing, accepted.contains(thing))
                    .filter(item -> isBy(item, until))
                    .ifPresent(items::add);
        }
        items.sort(Item.BY_DATE);
        return new Things(graph, List.copyOf(items));
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
                Node source = graph.node("id/source/" + choice.source());
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
        return item.isDated()
                && from.map(day -> !item.last().orElseThrow().isBefore(day)).orElse(true)
                && to.map(day -> !item.first().orElseThrow().isAfter(day)).orElse(true);
    }
}
