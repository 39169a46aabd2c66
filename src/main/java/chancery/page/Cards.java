package chancery.page;

import chancery.page.DisagreementPage.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Positions of a disagreement as a reader takes them: what one sentence of a source says of one
/// thing is one position, however many claims were read out of it.
final class Cards {
    private Cards() {}

    /// @return each at least one claim, in the order of the positions
    static List<List<Position>> of(List<Position> positions) {
        Map<String, List<Position>> bySentence = new LinkedHashMap<>();
        for (Position position : positions) {
            bySentence.computeIfAbsent(sentence(position), it -> new ArrayList<>()).add(position);
        }
        if (bySentence.size() < 2) {
            return alone(positions);
        }
        List<List<Position>> cards = new ArrayList<>();
        for (List<Position> together : bySentence.values()) {
            if (isOneSide(together)) {
                cards.add(List.copyOf(together));
            } else {
                cards.addAll(alone(together));
            }
        }
        return List.copyOf(cards);
    }

    private static List<List<Position>> alone(List<Position> positions) {
        return positions.stream().map(List::of).toList();
    }

    private static String sentence(Position position) {
        return position.claim().source().href()
                + position.claim().subject().href()
                + position.claim().stance().href()
                + position.chain().stream().map(said -> said.statement().href()).toList()
                + position.passages().stream().map(passage -> passage.link().href()).toList();
    }

    /// Two values of one property go against each other, but a thing can be seen at several times.
    private static boolean isOneSide(List<Position> together) {
        Set<String> properties = new HashSet<>();
        return together.getFirst().passages().isEmpty()
                ? together.size() == 1
                : together.stream()
                        .map(position -> position.claim().property().href())
                        .allMatch(it -> it.endsWith("#attested") || properties.add(it));
    }
}
