package chancery.link;

import chancery.link.CandidateTable.Row;
import chancery.table.CsvLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a person decided in the table of candidates, as rows of the tables of links.
///
/// @param links lines for `links.csv`
/// @param negative lines for `negative-links.csv`
/// @param left rows that stay in the table of candidates: those not decided, and rejections
///     without a reason, which are only remembered
/// @param dropped how many rows nobody decided whose thing has a link now
/// @param wrong what cannot be done; then nothing should be
public record Decisions(
        List<String> links,
        List<String> negative,
        List<Row> left,
        int dropped,
        List<String> wrong) {
    private static final String EXACT = "exactMatch";

    public Decisions {
        links = List.copyOf(links);
        negative = List.copyOf(negative);
        left = List.copyOf(left);
        wrong = List.copyOf(wrong);
    }

    /// What the tables say of a pair that is not the same.
    public static final String NOT_SAME = "notSameAs";

    /// @param linked pair → relation, or [#NOT_SAME], of the links that the tables have already
    /// @param date when it was decided, such as `2026-11-29`
    public static Decisions of(
            List<Row> rows, Map<String, String> linked, String date, String author) {
        List<String> links = new ArrayList<>();
        List<String> negative = new ArrayList<>();
        List<Row> left = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Map<String, String> said = new HashMap<>(linked);
        Set<String> accepted = new HashSet<>();
        Map<String, Row> same = new HashMap<>();
        for (Row row : rows) {
            String decision = row.field("decision");
            boolean accepts = decision.equals("accept");
            if (decision.isEmpty() || (!accepts && row.field("reason").isBlank())) {
                if (!decision.isEmpty() && !decision.equals("reject")) {
                    wrong.add(found(row, "decision", "accept or reject"));
                }
                left.add(row);
                continue;
            }
            if (!accepts && !decision.equals("reject")) {
                wrong.add(found(row, "decision", "accept or reject"));
                continue;
            }
            if (!row.field("item").matches("Q[1-9]\\d*")) {
                wrong.add(found(row, "item", "a Wikidata item such as Q227"));
                continue;
            }
            String says = accepts ? relation(row) : NOT_SAME;
            String before = said.putIfAbsent(pair(row.field("thing"), row.field("item")), says);
            if (before != null && !before.equals(says)) {
                wrong.add(found(row, "decision", "none against " + before + ", decided already"));
                continue;
            }
            if (before != null) {
                if (accepts) {
                    accepted.add(row.field("thing"));
                }
                continue;
            }
            if (accepts && isExact(row) && same.put(row.field("thing"), row) != null) {
                wrong.add(found(row, "item", "one exactMatch for " + row.field("thing")));
                continue;
            }
            if (accepts) {
                accepted.add(row.field("thing"));
            }
            (accepts ? links : negative)
                    .add(accepts ? link(row, date, author) : no(row, date, author));
        }
        int undropped = left.size();
        left.removeIf(
                row -> row.field("decision").isEmpty() && accepted.contains(row.field("thing")));
        return new Decisions(links, negative, left, undropped - left.size(), wrong);
    }

    /// A thing and an item, as decisions about them are looked up.
    public static String pair(String thing, String item) {
        return thing + " " + item;
    }

    private static boolean isExact(Row row) {
        return relation(row).equals(EXACT);
    }

    private static String relation(Row row) {
        return row.field("relation").isEmpty() ? EXACT : row.field("relation");
    }

    private static String id(Row row) {
        return row.field("thing").replace('/', '-')
                + "-"
                + row.field("item").toLowerCase(Locale.ROOT);
    }

    private static String link(Row row, String date, String author) {
        String said = row.field("reason").isBlank() ? "" : row.field("reason").strip() + ". ";
        return CsvLine.of(
                List.of(
                        id(row),
                        row.field("thing"),
                        relation(row),
                        row.field("item"),
                        row.field("item_label"),
                        "CompositeMatching",
                        isExact(row) ? "0.9" : "0.7",
                        date,
                        author,
                        "",
                        said
                                + "Accepted among the candidates of a reconciliation service: "
                                + row.field("reasons"),
                        row.field("service")));
    }

    private static String no(Row row, String date, String author) {
        return CsvLine.of(
                List.of(
                        id(row),
                        row.field("thing"),
                        row.field("item"),
                        row.field("item_label"),
                        "CompositeMatching",
                        "0.9",
                        date,
                        author,
                        "",
                        row.field("reason").strip(),
                        row.field("service")));
    }

    private static String found(Row row, String column, String expected) {
        return "%s: column \"%s\": found \"%s\", expected %s"
                .formatted(row.position(), column, row.field(column), expected);
    }
}
