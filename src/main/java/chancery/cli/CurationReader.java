package chancery.cli;

import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.check.Severity;
import chancery.judge.Clash;
import chancery.judge.CuratorsRow;
import chancery.judge.Rule;
import chancery.table.Position;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Reads what people decide: the list of rules (`rules.csv`) and the disagreements that a curator
/// saw or decided (`disagreements.csv`).
final class CurationReader {
    private final Base base;
    private final Findings findings;
    private final TreeMap<Integer, Rule> rules = new TreeMap<>();
    private final List<CuratorsRow> rows = new ArrayList<>();
    private final Map<String, Position> positions = new HashMap<>();

    CurationReader(Base base, Findings findings) {
        this.base = base;
        this.findings = findings;
    }

    void rule(CheckedRow row) {
        if (row.cell("rank").usable().isEmpty()) {
            return; // found already
        }
        int rank = Integer.parseInt(row.cell("rank").usable().getFirst().canonical());
        if (rules.containsKey(rank)) {
            report(row.position(), Code.DUPLICATE_KEY, "rank " + rank, "each rank once");
        }
        Rule.of(row.text("id"))
                .ifPresentOrElse(
                        rule -> rules.put(rank, rule),
                        () ->
                                report(
                                        row.position(),
                                        Code.UNKNOWN_RULE,
                                        row.text("id"),
                                        "one of the rules " + Rule.names()));
    }

    void disagreement(CheckedRow row) {
        Optional<Clash.Kind> kind =
                Arrays.stream(Clash.Kind.values())
                        .filter(k -> k.localName().equals(row.text("kind")))
                        .findFirst();
        if (kind.isEmpty()) {
            return; // the table's description allows no other word: found already
        }
        String property = row.text("on_property");
        CuratorsRow read =
                new CuratorsRow(
                        row.text("id"),
                        kind.get(),
                        row.items("about").stream().map(this::thing).toList(),
                        property.isEmpty() ? Optional.empty() : Optional.of(Chy.term(property)),
                        new LinkedHashSet<>(row.items("positions")),
                        Optional.of(row.text("preferred")).filter(id -> !id.isEmpty()),
                        new LinkedHashSet<>(row.items("outweighed")),
                        row.text("reason"));
        if (read.kind() == Clash.Kind.CURATORS_FINDING && read.about().isEmpty()) {
            report(row.position(), Code.REQUIRED, "no about", "what the finding is about");
            return;
        }
        rows.add(read);
        positions.put(read.id(), row.position());
    }

    private Node thing(String id) {
        return NodeFactory.createURI(base.iri() + "id/" + id);
    }

    List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    List<CuratorsRow> rows() {
        return List.copyOf(rows);
    }

    /// Where a row of disagreements.csv stands.
    Position position(CuratorsRow row) {
        return positions.getOrDefault(row.id(), Position.of("disagreements.csv"));
    }

    private void report(Position position, Code code, String found, String expected) {
        findings.add(new Finding(code, Severity.ERROR, position, 0, "", found, expected));
    }
}
