package chancery.cli;

import chancery.check.CheckedRow;
import chancery.evidence.Locator.Sentence;
import chancery.evidence.Passage;
import chancery.table.CsvLine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What passages.csv has, and the rows it would have for other sentences.
final class RegisteredPassages {
    private static final List<String> COLUMNS =
            List.of("id", "source", "start", "end", "part", "digest", "cites");
    private static final String BODY = "body";

    private final Map<String, CheckedRow> rows = new LinkedHashMap<>();
    private final List<String> columns;

    RegisteredPassages(SeedReader seeds) throws Refusal {
        for (CheckedRow row : seeds.rows("passages")) {
            rows.put(row.text("id"), row);
        }
        List<String> described =
                seeds.tables("passages").stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(column -> !column.virtual())
                        .map(column -> column.name())
                        .toList();
        columns = described.isEmpty() ? COLUMNS : described;
    }

    /// The registered passages inside a sentence that hold words of it, the shortest first.
    List<Registered> holding(Passage words, Sentence sentence) {
        return rows.values().stream()
                .flatMap(row -> registered(row).stream())
                .filter(each -> holds(sentence.passage(), each.passage()))
                .filter(each -> overlaps(each.passage(), words))
                .sorted(Comparator.comparingInt(each -> length(each.passage())))
                .toList();
    }

    /// Whether the sentence as a whole is registered.
    boolean has(Sentence sentence) {
        return rows.containsKey(sentence.passage().id());
    }

    /// The part of the text: that of the registered passages there; body where there is none.
    String part(Passage passage) {
        return rows.values().stream()
                .flatMap(row -> registered(row).stream())
                .filter(each -> overlaps(each.passage(), passage))
                .map(each -> each.row().text("part"))
                .findFirst()
                .orElse(BODY);
    }

    /// The row for a sentence, as the file has it.
    String line(Sentence sentence) {
        Passage passage = sentence.passage();
        Map<String, String> cells =
                Map.of(
                        "id", passage.id(),
                        "source", passage.source(),
                        "start", Integer.toString(passage.start()),
                        "end", Integer.toString(passage.end()),
                        "part", part(passage),
                        "digest", sentence.digest());
        return CsvLine.of(columns.stream().map(name -> cells.getOrDefault(name, "")).toList());
    }

    private static Optional<Registered> registered(CheckedRow row) {
        try {
            String chars = row.text("start") + "-" + row.text("end");
            return Optional.of(new Registered(Passage.of(row.text("source"), chars), row));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // check has a finding for it
        }
    }

    private static boolean overlaps(Passage one, Passage other) {
        return one.source().equals(other.source())
                && one.start() < other.end()
                && other.start() < one.end();
    }

    private static boolean holds(Passage outer, Passage inner) {
        return outer.source().equals(inner.source())
                && outer.start() <= inner.start()
                && inner.end() <= outer.end();
    }

    private static int length(Passage passage) {
        return passage.end() - passage.start();
    }

    /// A passage, and its row in passages.csv.
    record Registered(Passage passage, CheckedRow row) {
        String chars() {
            return passage.start() + "-" + passage.end();
        }
    }
}
