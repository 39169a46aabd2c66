package chancery.page;

import java.util.ArrayList;
import java.util.List;

/// Why a request was not answered, for people.
///
/// @param detail  what was found and what was expected
/// @param meaning of the kind, in a sentence or two
/// @param slug    name of the kind
/// @param lines   the query's lines around the mistake; none if it has no place
/// @param query   as sent; `""` if there was none
public record ProblemPage(
        int status,
        String title,
        String detail,
        String meaning,
        String slug,
        List<Line> lines,
        String query) {
    /// Lines shown before and after the one with the mistake.
    private static final int AROUND = 3;

    private static final int WIDTH = 200;

    public ProblemPage {
        lines = List.copyOf(lines);
    }

    /// A line of the query.
    ///
    /// @param parts before the mistake, the character at which it shows, and after; the line as a
    ///     whole if it is not the one
    public record Line(List<String> parts) {
        public Line {
            parts = List.copyOf(parts);
        }

        public boolean isMarked() {
            return parts.size() > 1;
        }
    }

    /// @param line   1-based; below 1 for none
    /// @param column 1-based, of the character at which reading ended; may lie behind the line
    public static List<Line> around(String query, int line, int column) {
        List<Line> shown = new ArrayList<>();
        List<String> all = query.lines().toList();
        for (int i = Math.max(0, line - 1 - AROUND);
                line >= 1 && i < Math.min(all.size(), line + AROUND);
                i++) {
            String text = all.get(i);
            if (i == line - 1) {
                int at = Math.max(0, Math.min(column - 1, text.length()));
                int end = Math.min(at + 1, text.length());
                shown.add(
                        new Line(
                                List.of(
                                        text.substring(Math.max(0, at - WIDTH), at),
                                        at == end ? " " : text.substring(at, end),
                                        text.substring(
                                                end, Math.min(end + WIDTH, text.length())))));
            } else {
                shown.add(new Line(List.of(text.substring(0, Math.min(WIDTH, text.length())))));
            }
        }
        return shown;
    }
}
