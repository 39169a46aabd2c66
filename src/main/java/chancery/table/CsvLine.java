package chancery.table;

import java.util.List;
import java.util.stream.Collectors;

/// Writes fields as a line of a CSV file in the default dialect.
public final class CsvLine {
    private CsvLine() {}

    /// @return the fields with `,` between them, without the line end
    public static String of(List<String> fields) {
        return fields.stream().map(CsvLine::field).collect(Collectors.joining(","));
    }

    /// @return the field as a file has it: in quotes only where it must be
    public static String field(String text) {
        boolean plain =
                text.strip().equals(text)
                        && text.chars().noneMatch(c -> ",\"\n\r".indexOf(c) >= 0)
                        && !text.startsWith("#");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
