package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.judge.Clash.Kind;
import chancery.judge.Clash.Stand;
import chancery.vocab.Base;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Brings a curator's rows together with the claims they name.
final class Curation {
    private final Base base;
    private final List<CuratorsRow> rows;
    private final Map<String, ClaimKey> byId = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    Curation(Base base, List<CuratorsRow> rows, Collection<ClaimKey> claims) {
        this.base = base;
        this.rows = rows;
        Set<String> wanted =
                rows.stream()
                        .flatMap(row -> row.positions().stream())
                        .collect(Collectors.toCollection(HashSet::new));
        if (!wanted.isEmpty()) {
            for (ClaimKey key : claims) {
                String id = key.id(base);
                if (wanted.contains(id)) {
                    byId.put(id, key);
                }
            }
        }
    }

    /// Finds what only a curator saw.
    void find(Consumer<Clash> found) {
        for (CuratorsRow row : rows) {
            List<ClaimKey> positions = claims(row.positions());
            Set<Stand> stands = positions.stream().map(Stand::of).collect(Collectors.toSet());
            if (row.kind() == Kind.CURATORS_FINDING && stands.size() > 1) {
                used.add(row.id());
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

    /// @return the curator's decision of this clash, if there is one
    Optional<Ruling> decide(Clash clash, Values values) {
        Set<String> positions =
                clash.positions().stream().map(key -> key.id(base)).collect(Collectors.toSet());
        for (CuratorsRow row : rows) {
            boolean same =
                    row.kind() == Kind.CURATORS_FINDING
                            ? clash.constraint().equals(row.id())
                            : positions.containsAll(row.positions());
            if (same && row.kind() == clash.kind()) {
                used.add(row.id());
                if (row.decides()) {
                    return Optional.of(ruling(clash, row, values));
                }
            }
        }
        return Optional.empty();
    }

    private Ruling ruling(Clash clash, CuratorsRow row, Values values) {
        Optional<ClaimKey> preferred = row.preferred().map(byId::get).filter(Objects::nonNull);
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
                        .map(key -> values.shown(key.triple().getObject()) + " preferred: ")
                        .orElse("");
        boolean told = clash.kind() == Kind.CURATORS_FINDING;
        return new Ruling(
                CuratorsRow.RULE,
                preferred,
                outweighed,
                told ? "" : value + row.reason(),
                row.reason());
    }

    private List<ClaimKey> claims(Collection<String> ids) {
        List<ClaimKey> found = new ArrayList<>();
        ids.stream().sorted().map(byId::get).filter(Objects::nonNull).forEach(found::add);
        return found;
    }

    /// @return the rows that name claims which are not there, or no disagreement that was found
    List<String> unused() {
        return rows.stream().map(CuratorsRow::id).filter(id -> !used.contains(id)).toList();
    }
}
