package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Finding;
import chancery.check.Findings;
import chancery.check.Value;
import chancery.describe.Column;
import chancery.evidence.EvidenceGate.RegisteredPassage;
import chancery.evidence.SeedTables.SeedRow;
import chancery.evidence.Texts.Text;
import chancery.map.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Makes every single change of some kinds to the seed tables, one row at a time, and counts how
/// many the gate notices. The counts go to the console and to `target/mutations.txt`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationTest {
    private static final Path TEXTS = Path.of("../shared/seeds");
    private static final String MOVED = "a span moved";
    private static final String MOVED_BOTH = "a span moved, in the register too";
    private static final String DIGIT = "a digit of a value or of its words changed";
    private static final String NAME = "a name replaced";
    private static final String SPANS = "spans of two rows exchanged";
    private static final String EDITED = "a text edited by one character";
    private static final String TURNED = "subject and object exchanged";
    private static final String ROLES = "two things of a row exchanged with their words";

    private final MutationReport report = new MutationReport();
    private SeedTables tables = SeedTables.none();
    private OtherNames names = new OtherNames(tables);
    private EvidenceGate gate = tables.gate(Map.of());

    @BeforeAll
    void mutate() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(TEXTS), "the texts are not there");
        tables = new SeedTables(TEXTS);
        gate = tables.gate(tables.passages);
        names = new OtherNames(tables);
        tables.rows.forEach(
                row -> assertEquals(List.of(), tables.verify(gate, row, Map.of()), row.text("id")));
        moveSpans();
        tables.rows.forEach(this::changeDigits);
        tables.rows.forEach(this::replaceNames);
        exchangeSpans();
        editTexts();
        tables.rows.forEach(this::turnAround);
        tables.rows.forEach(this::exchangeRoles);
        System.out.print(report);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/mutations.txt"), report.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {MOVED, DIGIT, NAME, SPANS, EDITED})
    void everyChangeIsNoticedWithFileLineAndColumn(String kind) {
        assertTrue(report.mutants(kind) > 0, kind);
        assertEquals(List.of(), report.survivors(kind));
        assertEquals(List.of(), report.withoutPlace(kind));
    }

    /// The words for a state name it at all times, so they do not tell what came before what.
    @Test
    void subjectAndObjectExchangedAreNoticedButForPredecessors() {
        assertTrue(report.mutants(TURNED) > 0);
        assertEquals(
                Set.of("predecessor"),
                report.survivors(TURNED).stream()
                        .map(survivor -> survivor.split(":")[0])
                        .collect(Collectors.toSet()));
        assertEquals(List.of(), report.withoutPlace(TURNED));
    }

    /// Who is agent and who is target is what a reader has to check: the words stand there either
    /// way.
    @Test
    void rolesExchangedWithTheirWordsAreNotNoticed() {
        assertEquals(report.mutants(ROLES), report.survivors(ROLES).size());
    }

    private void moveSpans() {
        Map<String, RegisteredPassage> moved = new HashMap<>(tables.passages);
        List<EvidencedRow> changed = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (SeedRow row : tables.rows) {
            EvidencedRow read = row.read();
            Text text = tables.text(read.source());
            for (int i = 0; i < read.passages().size(); i++) {
                Passage passage = read.passages().get(i);
                for (int by : new int[] {-50, -5, -1, 1, 5, 50}) {
                    int start = passage.start() + by;
                    int end = passage.end() + by;
                    if (start < 0 || end > text.length()) {
                        continue;
                    }
                    List<String> chars = spans(read);
                    chars.set(i, start + "-" + end);
                    EvidencedRow other = change(row, "chars", String.join(";", chars));
                    Passage there = new Passage(read.source(), start, end);
                    moved.putIfAbsent(
                            there.id(),
                            new RegisteredPassage(there, ClaimKey.sha256(text.slice(there))));
                    changed.add(other);
                    told.add("by " + Math.abs(by) + ": " + row.checked().position());
                    report.add(MOVED, told.getLast(), tables.verify(gate, other));
                }
            }
        }
        EvidenceGate deceived = tables.gate(moved);
        for (int i = 0; i < changed.size(); i++) {
            report.add(MOVED_BOTH, told.get(i), tables.verify(deceived, changed.get(i)));
        }
    }

    private void changeDigits(SeedRow row) {
        EvidencedRow read = row.read();
        changeDigits(row, "as_written", row.text("as_written"), 0, row.text("as_written").length());
        Map<String, Integer> items = new HashMap<>();
        for (Statement value : read.values()) {
            String column = value.column().name();
            int item = items.merge(column, 1, Integer::sum) - 1;
            if (!isThing(value)) {
                String cell = row.text(column);
                String[] parts = cell.split(Pattern.quote(separator(value.column())), -1);
                int from = 0;
                for (int i = 0; i < item; i++) {
                    from += parts[i].length() + 1;
                }
                changeDigits(row, column, cell, from, from + parts[item].length());
            }
        }
    }

    private void changeDigits(SeedRow row, String column, String cell, int from, int to) {
        for (int at = from; at < to; at++) {
            if (cell.charAt(at) < '0' || cell.charAt(at) > '9') {
                continue;
            }
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != cell.charAt(at)) {
                    String other = cell.substring(0, at) + digit + cell.substring(at + 1);
                    report.add(DIGIT, column + ": " + other, findings(row, column, other));
                }
            }
        }
    }

    private void replaceNames(SeedRow row) {
        EvidencedRow read = row.read();
        if (read.values().isEmpty()) {
            return;
        }
        Node subject = read.values().getFirst().triple().getSubject();
        if (row.table().role().equals("facts")) {
            for (Node other : names.of(read, subject)) {
                String id = row.text("id").replace(id(subject), id(other));
                report.add(NAME, "subject: " + id, findings(row, "id", id));
            }
        }
        Map<String, Integer> items = new HashMap<>();
        for (int i = 0; i < read.values().size(); i++) {
            Statement value = read.values().get(i);
            Column column = value.column();
            int item = items.merge(column.name(), 1, Integer::sum) - 1;
            Node thing = value.triple().getObject();
            if (!isThing(value)) {
                continue;
            }
            for (Node other : names.of(read, thing)) {
                String cell =
                        replace(row.text(column.name()), separator(column), item, thing, other);
                report.add(NAME, column.name() + ": " + cell, findings(row, column.name(), cell));
                List<String> quoted = new ArrayList<>(read.asWritten());
                quoted.set(i, names.nameOutside(read, other));
                String all = String.join(";", quoted);
                report.add(NAME, "words: " + all, findings(row, "as_written", all));
            }
        }
    }

    /// Cells name a thing by its id, or by kind and id where things of several kinds may stand.
    private static String replace(String cell, String separator, int item, Node thing, Node other) {
        List<String> items = new ArrayList<>(List.of(cell.split(Pattern.quote(separator), -1)));
        String old = items.get(item).strip();
        assertTrue(old.endsWith(id(thing)), old + " does not name " + thing);
        boolean withKind = old.equals(kind(thing) + "/" + id(thing));
        items.set(item, withKind ? kind(other) + "/" + id(other) : id(other));
        return String.join(separator, items);
    }

    private static String separator(Column column) {
        return column.separator().orElse("\n");
    }

    private void exchangeSpans() {
        Exchange exchange = new Exchange(tables);
        Map<String, Moved> cache = new HashMap<>();
        for (int i = 0; i < tables.rows.size(); i++) {
            for (int j = i + 1; j < tables.rows.size(); j++) {
                SeedRow one = tables.rows.get(i);
                SeedRow other = tables.rows.get(j);
                if (!one.text("source").equals(other.text("source"))
                        || one.text("chars").equals(other.text("chars"))) {
                    continue;
                }
                Moved first = moved(cache, i, other.text("chars"), exchange);
                Moved second = moved(cache, j, one.text("chars"), exchange);
                List<Finding> findings =
                        Stream.concat(first.findings().stream(), second.findings().stream())
                                .toList();
                if (first.why().isPresent() && second.why().isPresent()) {
                    report.equivalent(
                            SPANS,
                            Stream.of(first.why().get(), second.why().get())
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining("; ")));
                } else {
                    report.add(
                            SPANS,
                            "rows: " + one.checked().position() + " " + other.checked().position(),
                            findings);
                }
            }
        }
    }

    private Moved moved(Map<String, Moved> cache, int row, String chars, Exchange exchange) {
        return cache.computeIfAbsent(
                row + " " + chars,
                key -> {
                    EvidencedRow before = tables.rows.get(row).read();
                    EvidencedRow after = change(tables.rows.get(row), "chars", chars);
                    List<Finding> findings = tables.verify(gate, after);
                    Optional<String> why =
                            findings.isEmpty()
                                    ? exchange.equivalent(before, after)
                                    : Optional.empty();
                    return new Moved(findings, why);
                });
    }

    private record Moved(List<Finding> findings, Optional<String> why) {}

    private void editTexts() {
        tables.texts.forEach(
                (source, text) -> {
                    StringBuilder content = new StringBuilder(text.content());
                    for (int at = 0; at < content.length(); at++) {
                        char was = content.charAt(at);
                        if (Character.isSurrogate(was)) {
                            continue;
                        }
                        content.setCharAt(at, was == 'x' ? 'y' : 'x');
                        String edited = content.toString();
                        report.add(
                                EDITED,
                                source + ": " + at,
                                EvidenceGate.digest(
                                                tables.source(source),
                                                new Text(edited, ClaimKey.sha256(edited)))
                                        .stream()
                                        .toList());
                        content.setCharAt(at, was);
                    }
                });
    }

    /// The id of the object becomes the id of the row, and the other way around.
    private void turnAround(SeedRow row) {
        Map<String, Integer> items = new HashMap<>();
        for (Statement value : row.read().values()) {
            Column column = value.column();
            int item = items.merge(column.name(), 1, Integer::sum) - 1;
            if (!isThing(value)) {
                continue;
            }
            Node subject = value.triple().getSubject();
            Node object = value.triple().getObject();
            String id = replace(row.text("id"), "\n", 0, subject, object);
            String old = row.text(column.name());
            String cell = replace(old, separator(column), item, object, subject);
            if (id.equals(row.text("id")) && cell.equals(old)) {
                report.equivalent(TURNED, "both have one id, so the row stays the same");
                continue;
            }
            report.add(
                    TURNED,
                    column.name() + ": " + row.checked().position(),
                    tables.verify(gate, row, Map.of("id", id, column.name(), cell)));
        }
    }

    private void exchangeRoles(SeedRow row) {
        EvidencedRow read = row.read();
        for (int i = 0; i < read.values().size(); i++) {
            for (int j = i + 1; j < read.values().size(); j++) {
                Statement one = read.values().get(i);
                Statement other = read.values().get(j);
                if (isThing(one)
                        && isThing(other)
                        && !one.column().equals(other.column())
                        && !one.triple().getObject().equals(other.triple().getObject())
                        && kind(one.triple().getObject()).equals(kind(other.triple().getObject()))
                        && !kind(one.triple().getObject()).equals("concept")) {
                    List<Statement> values = new ArrayList<>(read.values());
                    values.set(i, Altered.with(one, Altered.object(one, other)));
                    values.set(j, Altered.with(other, Altered.object(other, one)));
                    List<String> words = new ArrayList<>(read.asWritten());
                    words.set(i, read.asWritten().get(j));
                    words.set(j, read.asWritten().get(i));
                    report.add(
                            ROLES,
                            one.column().name()
                                    + " and "
                                    + other.column().name()
                                    + ": "
                                    + row.checked().position(),
                            tables.verify(gate, Altered.with(read, values, words)));
                }
            }
        }
    }

    private EvidencedRow change(SeedRow row, String column, String text) {
        Findings findings = new Findings();
        EvidencedRow changed = row.with(column, text, findings).orElseThrow();
        assertEquals(List.of(), findings.lines());
        return changed;
    }

    private List<Finding> findings(SeedRow row, String column, String text) {
        Findings findings = new Findings();
        Optional<EvidencedRow> changed = row.with(column, text, findings);
        List<Finding> all = new ArrayList<>(findings.sorted());
        changed.ifPresent(read -> all.addAll(tables.verify(gate, read)));
        return all;
    }

    private static List<String> spans(EvidencedRow row) {
        return row.passages().stream()
                .map(p -> p.start() + "-" + p.end())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isThing(Statement value) {
        return value.triple().getObject().isURI()
                && !(value.value() instanceof Value.Time)
                && !(value.value() instanceof Value.Quantity);
    }

    private static String id(Node thing) {
        String iri = thing.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static String kind(Node thing) {
        String[] parts = thing.getURI().split("/");
        return parts[parts.length - 2];
    }
}
