package chancery.time;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says how sure a date is (`?`, `~`, `%`): of all of it in front, of a part of it behind.
final class Doubt {
    private Doubt() {}

    static String about(Point point, String words) {
        Map<String, String> marks = marks(point);
        if (marks.values().stream().allMatch(String::isEmpty)) {
            return words;
        }
        if (marks.values().stream().distinct().count() == 1) {
            return before(marks.values().iterator().next()) + words;
        }
        Map<String, List<String>> byMark = new LinkedHashMap<>();
        marks.forEach(
                (part, mark) -> {
                    if (!mark.isEmpty()) {
                        byMark.computeIfAbsent(mark, m -> new ArrayList<>()).add(part);
                    }
                });
        List<String> notes = new ArrayList<>();
        byMark.forEach(
                (mark, parts) -> notes.add(DateWords.joined(parts, "and") + " " + behind(mark)));
        return words + " (" + String.join(", ", notes) + ")";
    }

    /// Day, month, year → mark. One behind a part holds for all to its left as well.
    private static Map<String, String> marks(Point point) {
        Map<String, String> marks = new LinkedHashMap<>();
        String fromRight = "";
        Part day = point.day();
        if (day != null) {
            fromRight = plus(fromRight, day.after());
            marks.put("day", plus(fromRight, day.before()));
        }
        Part month = point.month();
        if (month != null) {
            fromRight = plus(fromRight, month.after());
            marks.put(
                    point.isSeason() ? "part of the year" : "month",
                    plus(fromRight, month.before()));
        }
        fromRight = plus(fromRight, point.year().after());
        marks.put("year", plus(fromRight, point.year().before()));
        return marks;
    }

    /// `?` and `~` together are `%`.
    private static String plus(String one, String other) {
        if (one.isEmpty() || one.equals(other)) {
            return other;
        }
        return other.isEmpty() ? one : "%";
    }

    private static String before(String mark) {
        return switch (mark) {
            case "?" -> "perhaps ";
            case "~" -> "about ";
            default -> "perhaps about ";
        };
    }

    private static String behind(String mark) {
        return switch (mark) {
            case "?" -> "uncertain";
            case "~" -> "approximate";
            default -> "uncertain and approximate";
        };
    }
}
