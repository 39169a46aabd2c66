package chancery.evidence;

import chancery.evidence.Texts.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/// Names to put where others stand: of things that the sentences of a row do not speak of.
final class OtherNames {
    private static final int AT_MOST = 3;

    private final SeedTables tables;
    private final Map<List<Passage>, List<String>> around = new HashMap<>();
    private final Map<String, List<Node>> others = new HashMap<>();

    OtherNames(SeedTables tables) {
        this.tables = tables;
    }

    /// Some things of the same kind, none of whose names stands in a sentence of the row.
    List<Node> of(EvidencedRow row, Node thing) {
        return others.computeIfAbsent(
                row.source() + row.passages() + thing, key -> findOthers(row, thing));
    }

    private List<Node> findOthers(EvidencedRow row, Node thing) {
        List<String> around = around(row);
        return tables.names.ofKindOf(thing).stream()
                .filter(other -> !other.equals(thing))
                .filter(other -> around.stream().noneMatch(s -> tables.names.standsIn(s, other)))
                .filter(other -> !nameOutside(row, other).isEmpty())
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .limit(AT_MOST)
                .toList();
    }

    /// @return a name that does not stand in a sentence of the row, not even within another name.
    String nameOutside(EvidencedRow row, Node thing) {
        List<String> around = around(row);
        return tables.names.names(thing).stream()
                .filter(
                        name ->
                                around.stream()
                                        .noneMatch(s -> Names.wholeWords(name).matcher(s).find()))
                .findFirst()
                .orElse("");
    }

    private List<String> around(EvidencedRow row) {
        return around.computeIfAbsent(
                row.passages(),
                passages -> {
                    Text text = tables.text(row.source());
                    return Sentences.of(text.content()).stream()
                            .filter(
                                    s ->
                                            passages.stream()
                                                    .anyMatch(
                                                            p ->
                                                                    s.overlaps(
                                                                            text.unit(p.start()),
                                                                            text.unit(p.end()))))
                            .map(s -> text.content().substring(s.start(), s.end()))
                            .toList();
                });
    }
}
