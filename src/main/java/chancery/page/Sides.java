package chancery.page;

import chancery.page.DisagreementPage.Position;
import chancery.page.DisagreementPage.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The sides of a disagreement: positions that say the same of the same thing, and those that go
/// together with them, such as one length in two units, are one side. What holds beside the
/// preferred side, such as the length of the whole beside that of its part, stands against nobody.
final class Sides {
    private static final String VALUES = ", ";

    private final DisagreementPage page;
    private final boolean isOneStance;
    private final boolean isOneThing;

    /// The cards of one side.
    private record Found(List<List<Position>> cards) {
        List<Position> positions() {
            return cards.stream().flatMap(List::stream).toList();
        }

        boolean isPreferred() {
            return positions().stream().anyMatch(Position::isPreferred);
        }

        boolean holds() {
            return positions().stream().allMatch(Sides::holds);
        }
    }

    private Sides(DisagreementPage page) {
        this.page = page;
        isOneStance = page.positions().stream().map(p -> p.claim().stance()).distinct().count() < 2;
        isOneThing = page.positions().stream().map(p -> p.claim().subject()).distinct().count() < 2;
    }

    /// @return what is preferred first, then what holds beside it, then what stands against it
    static List<Side> of(DisagreementPage page) {
        return new Sides(page).all();
    }

    private List<Side> all() {
        List<Found> found = found();
        boolean isDecided = found.stream().anyMatch(Found::isPreferred);
        // where everything holds, it is against one another that it stands
        boolean isAnyAgainst = found.stream().anyMatch(it -> !it.isPreferred() && !it.holds());
        List<Side> sides = new ArrayList<>();
        for (Found one : found) {
            boolean isBeside = isDecided && isAnyAgainst && one.holds();
            sides.add(
                    new Side(
                            text(one),
                            one.isPreferred(),
                            !one.isPreferred() && !isBeside,
                            one.positions().stream().anyMatch(Sides::holds),
                            one.positions()));
        }
        sides.sort(
                Comparator.comparing(Side::isPreferred).reversed().thenComparing(Side::isAgainst));
        return sides;
    }

    private List<Found> found() {
        Map<String, Found> found = new LinkedHashMap<>();
        List<List<Position>> coarser = new ArrayList<>();
        for (List<Position> card : page.cards()) {
            if (isRefined(card)) {
                coarser.add(card);
            } else {
                found.computeIfAbsent(textOf(card), text -> new Found(new ArrayList<>()))
                        .cards()
                        .add(card);
            }
        }
        for (List<Position> card : coarser) {
            Optional<Found> finer =
                    found.values().stream()
                            .filter(it -> isFiner(it.cards().getFirst(), card))
                            .findFirst();
            finer.orElseGet(
                            () ->
                                    found.computeIfAbsent(
                                            textOf(card), text -> new Found(new ArrayList<>())))
                    .cards()
                    .add(card);
        }
        return List.copyOf(found.values());
    }

    private static boolean isRefined(List<Position> card) {
        return card.size() == 1 && card.getFirst().claim().verdict().href().endsWith("#Refined");
    }

    /// A claim is refined by an accepted one of the same subject and property.
    private static boolean isFiner(List<Position> card, List<Position> coarser) {
        ClaimRow one = card.getFirst().claim();
        ClaimRow other = coarser.getFirst().claim();
        return card.size() == 1
                && one.isAccepted()
                && one.subject().equals(other.subject())
                && one.property().equals(other.property());
    }

    private static boolean holds(Position position) {
        String verdict = position.claim().verdict().href();
        return verdict.endsWith("#Accepted") || verdict.endsWith("#Refined");
    }

    private String text(Found side) {
        String values =
                side.cards().stream()
                        .map(Sides::valuesOf)
                        .distinct()
                        .collect(Collectors.joining(VALUES));
        return around(side.cards().getFirst().getFirst(), values);
    }

    private String textOf(List<Position> card) {
        return around(card.getFirst(), valuesOf(card));
    }

    private static String valuesOf(List<Position> card) {
        return card.stream()
                .map(it -> card.size() == 1 ? it.claim().value().text() : named(it))
                .collect(Collectors.joining(VALUES));
    }

    private static String named(Position position) {
        return position.claim().property().text() + " " + position.claim().value().text();
    }

    /// A value with what it is of and how it is taken, where that is not the same on all sides.
    private String around(Position position, String values) {
        String said = isOneThing ? values : position.claim().subject().text() + ": " + values;
        return isOneStance ? said : said + ", " + position.claim().stance().text();
    }
}
