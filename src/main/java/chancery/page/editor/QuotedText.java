package chancery.page.editor;

import java.util.function.IntFunction;
import java.util.regex.Pattern;

/// A query as a text inside a program.
///
/// All that a language may take for something else is escaped, and nothing more, so that a query
/// stays readable.
final class QuotedText {
    private static final Pattern QUOTES = Pattern.compile("(?<=\")\"|\"\\z");

    private QuotedText() {}

    /// @param escapes what to write for a character that may not stand there as it is; `""` for one
    ///     that may
    static String of(String text, IntFunction<String> escapes) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            String escaped = escapes.apply(c);
                            if (escaped.isEmpty()) {
                                out.appendCodePoint(c);
                            } else {
                                out.append(escaped);
                            }
                        });
        return out.toString();
    }

    /// The inside of `"""` … `"""`: a quote may stand there, but not beside another one and not at
    /// the end.
    static String withoutTripleQuotes(String text) {
        return QUOTES.matcher(text).replaceAll("\\\\\"");
    }

    /// Control characters but the line break and the tab, and those that nobody sees, such as the
    /// ones that turn the direction of a line around: a reader is shown the program that runs.
    static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
