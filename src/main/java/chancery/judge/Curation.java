package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.judge.Clash.Kind;
import chancery.judge.Clash.Stand;
import chancery.vocab.Base;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Brings a curator's rows together with the claims they name.
final class Curation {
    private final List<CuratorsRow> rows;
    private final Map<String, ClaimKey> byId = new HashMap<>();
    private final Map<ClaimKey, String> ids = new HashMap<>();
    private final Set<String> met = new HashSet<>();

    Curation(Base base, List<CuratorsRow> rows, Collection<ClaimKey> claims) {
        this.rows = rows;
        Set<String> named =
                rows.stream().flatMap(row -> row.claims().stream()).collect(Collectors.toSet());
        if (!named.isEmpty()) {
            for (ClaimKey key : claims) {
                String id = key.id(base);
                if (named.contains(id)) {
                    byId.put(id, key);
                    ids.put(key, id);
                }
            }
        }
    }

    /// Finds what only a curator saw.
    void find(Consumer<Clash> found) {
        for (CuratorsRow row : rows) {
            List<ClaimKey> positions = claims(row.claims());
            Set<Stand> stands = positions.stream().map(Stand::of).collect(Collectors.toSet());
            if (row.kind() == Kind.CURATORS_FINDING && stands.size() > 1) {
                found.accept(
                        new Clash(
                                Kind.CURATORS_FINDING,
                                row.id(),
                                row.about(),
                                row.property().orElse(null),
                                positions,
                                List.of(stands),
                                true,
                                row.reason(),
                                row.reason()));
            }
        }
    }

    /// @return the curator's decision of this clash, or to leave it open; nothing when no row is
    ///     about it
    Optional<Ruling> decide(Clash clash, Values values) {
        Set<String> positions =
                clash.positions().stream()
                        .map(ids::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Optional<CuratorsRow> decision =
                rows.stream().filter(row -> isAbout(row, clash, positions)).findFirst();
        decision.ifPresent(row -> met.add(row.id()));
        return decision.map(row -> ruling(clash, row, values));
    }

    private static boolean isAbout(CuratorsRow row, Clash clash, Set<String> positions) {
        boolean same = row.kind() != Kind.CURATORS_FINDING || clash.constraint().equals(row.id());
        return same && row.kind() == clash.kind() && positions.containsAll(row.claims());
    }

    private Ruling ruling(Clash clash, CuratorsRow row, Values values) {
        // what a curator's finding is about tells the reason already
        String reason = clash.kind() == Kind.CURATORS_FINDING ? "" : row.reason();
        if (!row.decides()) {
            return new Ruling(Ruling.UNDECIDED, Optional.empty(), Set.of(), reason, row.reason());
        }
        Optional<ClaimKey> preferred = row.preferred().map(byId::get);
        Set<Stand> aside =
                claims(row.outweighed()).stream().map(Stand::of).collect(Collectors.toSet());
        if (aside.isEmpty()) {
            Stand stand = preferred.map(Stand::of).orElseThrow();
            clash.conflicts().stream()
                    .filter(conflict -> conflict.contains(stand))
                    .forEach(aside::addAll);
            aside.remove(stand);
        }
        Set<ClaimKey> outweighed = new LinkedHashSet<>();
        for (ClaimKey key : clash.positions()) {
            if (aside.contains(Stand.of(key))) {
                outweighed.add(key);
            }
        }
        String value =
                preferred
                        .map(key -> values.shown(key.triple().getObject()) + " preferred")
                        .orElse("");
        String between = value.isEmpty() || reason.isEmpty() ? "" : ": ";
        return new Ruling(
                CuratorsRow.RULE, preferred, outweighed, value + between + reason, row.reason());
    }

    private List<ClaimKey> claims(Collection<String> named) {
        return named.stream().sorted().map(byId::get).filter(Objects::nonNull).toList();
    }

    /// @return the rows that name claims which nobody makes, or that decide nothing
    List<UnmetRow> unmet() {
        return rows.stream()
                .filter(row -> !met.contains(row.id()))
                .map(row -> new UnmetRow(row, unknown(row)))
                .toList();
    }

    private List<String> unknown(CuratorsRow row) {
        Set<String> unknown = new TreeSet<>(row.claims());
        unknown.removeAll(byId.keySet());
        return List.copyOf(unknown);
    }
}
