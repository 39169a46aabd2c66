package chancery.cli;

import chancery.check.CodeRules;
import chancery.check.Finding;
import chancery.check.Findings;
import chancery.table.Position;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/// Findings as one JSON document; its members stand in `docs/checking.md`.
final class FindingsJson {
    private FindingsJson() {}

    static JsonObject of(int tables, long rows, Findings findings) {
        JsonObject document = new JsonObject();
        document.put("valid", !findings.hasErrors());
        document.put("tables", tables);
        document.put("rows", rows);
        document.put("errors", findings.errors());
        document.put("warnings", findings.size() - findings.errors());
        JsonArray listed = new JsonArray();
        findings.sorted().forEach(finding -> listed.add(finding(finding)));
        document.put("findings", listed);
        document.put("complete", listed.size() == findings.size());
        JsonArray counts = new JsonArray();
        findings.counts().forEach((kind, count) -> counts.add(count(kind, count)));
        document.put("counts", counts);
        return document;
    }

    private static JsonObject finding(Finding finding) {
        JsonObject one = new JsonObject();
        one.put("code", finding.code().publicName());
        one.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        Position at = finding.position();
        one.put("file", at.file());
        putIfThere(one, "line", at.line());
        putIfThere(one, "record", at.record());
        putIfThere(one, "row", at.row());
        if (!finding.columnName().isEmpty()) {
            one.put("column", finding.columnName());
        }
        putIfThere(one, "columnNumber", finding.columnNumber());
        one.put("found", finding.found());
        one.put("expected", finding.expected());
        one.put("rule", CodeRules.of(finding.code()));
        return one;
    }

    private static JsonObject count(Findings.Kind kind, long count) {
        JsonObject one = new JsonObject();
        one.put("code", kind.code().publicName());
        if (!kind.file().isEmpty()) {
            one.put("file", kind.file());
        }
        putIfThere(one, "columnNumber", kind.column());
        one.put("count", count);
        return one;
    }

    /// Numbers count from 1; 0 says that there is none.
    private static void putIfThere(JsonObject one, String name, long number) {
        if (number > 0) {
            one.put(name, number);
        }
    }
}
