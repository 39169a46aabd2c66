package chancery;

import chancery.table.Dialect;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.Source;
import chancery.table.TableReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// `seeds/state-codes.csv`: which state a code names on a day.
final class StateCodes {
    private static final Path TABLE = Path.of("seeds/state-codes.csv");

    private final Map<String, List<Period>> periods = new HashMap<>();

    /// A state and the days on which the code names it, the first and the last among them.
    record Period(String id, String state, LocalDate from, LocalDate until) {
        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        boolean meets(Period other) {
            return !other.until.isBefore(from) && !other.from.isAfter(until);
        }
    }

    static StateCodes read() throws MalformedTable {
        StateCodes codes = new StateCodes();
        each(Source.of(TABLE), Dialect.DEFAULT, codes::add);
        return codes;
    }

    private void add(Map<String, String> row) {
        String from = row.getOrDefault("valid_from", "");
        String until = row.getOrDefault("valid_until", "");
        periods.computeIfAbsent(row.get("scheme") + " " + row.get("code"), it -> new ArrayList<>())
                .add(
                        new Period(
                                row.getOrDefault("id", ""),
                                row.getOrDefault("state", ""),
                                from.isEmpty() ? LocalDate.MIN : first(from),
                                until.isEmpty() ? LocalDate.MAX : last(until)));
    }

    /// By scheme and code, with a space between.
    Map<String, List<Period>> periods() {
        return periods;
    }

    /// @return the ids of the states
    List<String> on(String scheme, String code, LocalDate day) {
        return periods.getOrDefault(scheme + " " + code, List.of()).stream()
                .filter(it -> it.has(day))
                .map(Period::state)
                .toList();
    }

    /// @param time year, month or day
    static LocalDate first(String time) {
        return switch (time.length()) {
            case 4 -> LocalDate.parse(time + "-01-01");
            case 7 -> LocalDate.parse(time + "-01");
            default -> LocalDate.parse(time);
        };
    }

    /// @param time year, month or day
    static LocalDate last(String time) {
        return switch (time.length()) {
            case 4 -> LocalDate.parse(time + "-12-31");
            case 7 -> YearMonth.parse(time).atEndOfMonth();
            default -> LocalDate.parse(time);
        };
    }

    /// Reads a table, row by row: cells by the names of their columns, or by their places from 0 on
    /// where there is no header.
    static void each(Source source, Dialect dialect, Consumer<Map<String, String>> row)
            throws MalformedTable {
        try (TableReader table = TableReader.openAny(source, dialect, comment -> {})) {
            List<String> names = dialect.header() ? table.header() : List.of();
            for (Optional<Row> next = table.next(); next.isPresent(); next = table.next()) {
                List<String> fields = next.get().fields();
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < fields.size(); i++) {
                    cells.put(i < names.size() ? names.get(i) : "" + i, fields.get(i));
                }
                row.accept(cells);
            }
        }
    }
}
