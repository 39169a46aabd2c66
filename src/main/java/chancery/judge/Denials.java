package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import chancery.judge.Clash.Kind;
import chancery.judge.Clash.Stand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;

/// Finds what one denies and another asserts, between sources or between parties that a source
/// quotes.
final class Denials {
    private final Values values;

    Denials(Values values) {
        this.values = values;
    }

    void find(Collection<ClaimKey> claims, Consumer<Clash> found) {
        Map<Triple, List<ClaimKey>> denied = new LinkedHashMap<>();
        claims.stream()
                .filter(key -> key.stance() == Stance.DENIES)
                .forEach(key -> denied.put(key.triple(), new ArrayList<>()));
        if (denied.isEmpty()) {
            return;
        }
        for (ClaimKey key : claims) {
            List<ClaimKey> sides = denied.get(key.triple());
            boolean takesSide = key.stance() == Stance.DENIES || key.stance() == Stance.ASSERTS;
            if (sides != null && takesSide) {
                sides.add(key);
            }
        }
        denied.forEach(
                (triple, sides) -> {
                    if (sides.stream().anyMatch(key -> key.stance() == Stance.ASSERTS)) {
                        found.accept(clash(triple, sides));
                    }
                });
    }

    private Clash clash(Triple triple, List<ClaimKey> sides) {
        String voices =
                sides.stream()
                        .map(Denials::voice)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new Clash(
                Kind.DENIAL,
                "",
                List.of(triple.getSubject()),
                triple.getPredicate(),
                sides,
                List.of(Set.of(new Stand(triple, false), new Stand(triple, true))),
                true,
                values.shown(triple.getObject()) + " asserted and denied",
                values.shown(triple.getObject()) + ": " + voices);
    }

    private static String voice(ClaimKey key) {
        String said = key.saidIn().isEmpty() ? key.source() : key.saidIn();
        return said + " " + (key.stance() == Stance.DENIES ? "denies it" : "asserts it");
    }
}
