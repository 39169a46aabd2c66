package chancery.serve.sparql;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A character with which no word of a query can go on, or the end inside of one.
///
/// @param found  the character, shown
/// @param before what had been read of the word; empty if nothing
public record StrayCharacter(String found, String before) {
    /// As the parser's generator writes it, with the number of the character.
    private static final Pattern FOUND =
            Pattern.compile(
                    "Lexical error at line \\d+, column \\d+\\.\\s+Encountered:"
                            + " (?:<EOF>|'(\\d{1,7})' \\(\\d+\\),?)(?: after prefix \"(.*)\")?",
                    Pattern.DOTALL);

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|(.))", Pattern.DOTALL);

    /// Of a text that never ends.
    private static final int MOST_BEFORE = 40;

    /// Reads it from a message of the parser; empty if that tells of something else.
    public static Optional<StrayCharacter> in(String message) {
        Matcher matcher = FOUND.matcher(message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String found =
                matcher.group(1) == null ? "the end" : shown(Integer.parseInt(matcher.group(1)));
        String before = matcher.group(2) == null ? "" : plain(matcher.group(2));
        return Optional.of(new StrayCharacter(found, before));
    }

    /// With its number where it may look like another one, or like nothing.
    private static String shown(int character) {
        if (character == '\n' || character == '\r') {
            return "a line break";
        }
        if (character > ' ' && character < 0x7f) {
            return '"' + Character.toString(character) + '"';
        }
        String number = String.format(Locale.ROOT, "U+%04X", character);
        return switch (character) {
            case ' ' -> "a space";
            case '\t' -> "a tab";
            default ->
                    isVisible(character)
                            ? '"' + Character.toString(character) + "\" (" + number + ')'
                            : number;
        };
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    false;
            default -> true;
        };
    }

    private static String plain(String escaped) {
        return ESCAPE.matcher(escaped)
                .replaceAll(
                        escape ->
                                Matcher.quoteReplacement(
                                        escape.group(1) == null
                                                ? ofLetter(escape.group(2))
                                                : Character.toString(
                                                        (char)
                                                                Integer.parseInt(
                                                                        escape.group(1), 16))));
    }

    private static String ofLetter(String letter) {
        return switch (letter) {
            case "n", "r", "t", "f", "b" -> " ";
            default -> letter;
        };
    }

    /// In words, such as `"q" after "'a\"`.
    public String told() {
        if (before.isEmpty()) {
            return found;
        }
        int end =
                before.codePointCount(0, before.length()) > MOST_BEFORE
                        ? before.offsetByCodePoints(0, MOST_BEFORE)
                        : before.length();
        String start = before.substring(0, end).replaceAll("\\s+", " ");
        String after = found + " after \"" + start + (end < before.length() ? "…" : "") + '"';
        boolean isText = before.startsWith("\"") || before.startsWith("'");
        return isText && found.equals("a line break")
                ? after + ": before or behind that text a quotation mark is missing"
                : after;
    }
}
