package chancery.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text into sentences: a line never holds part of two paragraphs, and within a line a
/// sentence ends at `.`, `!` or `?`, with the closing quotes and footnote marks that follow.
///
/// An entry of a list of references (`3. ^ …`) is one sentence.
///
/// Initials and the abbreviations that occur before a capital letter do not end one.
public final class Sentences {
    private static final Pattern LINE = Pattern.compile("[^\\n]+");
    private static final Pattern REFERENCE = Pattern.compile("^\\s*\\d+\\. \\^");
    private static final Pattern END =
            Pattern.compile("[.!?][\"”’)]*(?:\\[\\d+\\])*\\s+(?=[\"“(]?[\\p{Lu}\\[])");
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?:\\b\\p{Lu}|\\bU\\.S|\\bpp?|\\bMr|\\bMrs|\\bDr|\\bSt)\\.$");

    private Sentences() {}

    /// @param text whole text
    /// @return start and end of each sentence in UTF-16 units, in order, blank ones left out
    public static List<Span> of(String text) {
        List<Span> sentences = new ArrayList<>();
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            int from = lines.start();
            if (REFERENCE.matcher(lines.group()).find()) {
                sentences.add(new Span(from, lines.end()));
                continue;
            }
            Matcher ends = END.matcher(text).region(lines.start(), lines.end());
            while (ends.find()) {
                boolean stop = text.charAt(ends.start()) == '.';
                String before = text.substring(from, ends.start() + 1);
                if (!stop || !ABBREVIATION.matcher(before).find()) {
                    sentences.add(new Span(from, ends.end()));
                    from = ends.end();
                }
            }
            if (!text.substring(from, lines.end()).isBlank()) {
                sentences.add(new Span(from, lines.end()));
            }
        }
        return sentences;
    }

    /// @param start inclusive
    /// @param end exclusive
    public record Span(int start, int end) {
        boolean overlaps(int from, int to) {
            return from < end && to > start;
        }

        boolean holds(int from, int to) {
            return start <= from && to <= end;
        }
    }
}
