package chancery.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word or sign of a date in English prose.
///
/// @param kind one letter, so that a row of tokens can be matched as a string: `d` number of one or
///     two digits, `n` any other number, `y` year, `m` month, `e` decade, `c` century, `h` half,
///     `q` quarter, `s` season, `t` time of day, `-` up to, `&` and, `|` or, `.` and `/` as
///     themselves, `w` any other word
/// @param value the number, the number of the month, the first year of decade or century, the EDTF
///     code of half, quarter or season, the second of the day; 0 for signs and words
/// @param text as written
record DateToken(char kind, int value, String text) {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<decade>\\d{3}0)['’]?s\\b"
                            + "|(?<![\\d:.])(?<clock>(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?"
                            + "(?:\\s?(?i:[ap]\\.?m)\\b)?"
                            + "|(?:0?[1-9]|1[0-2])(?:\\.[0-5]\\d)?\\s?(?i:[ap]\\.?m)\\b"
                            + "|(?:0?[1-9]|1[0-2])\\so['’]clock)(?![:\\d])"
                            + "|(?<year>\\d{4})(?!\\d)"
                            + "|(?<day>\\d{1,2})(?:st|nd|rd|th)?\\b"
                            + "|(?<number>\\d+)"
                            + "|(?<word>\\p{Lu}{1,2}-\\d+|\\p{L}[\\p{L}\\p{N}'’]*)"
                            + "|(?<sign>[-–—−‑/&:]|(?<=\\d)\\.(?=\\d))");
    private static final List<String> MONTHS =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");
    private static final Set<String> MONTHS_THAT_ARE_WORDS = Set.of("march", "may", "august");
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    private static final int FIRST_SEASON = 21;
    private static final int FIRST_QUARTER = 33;
    private static final int FIRST_HALF = 40;

    /// Say where in a period something lies, which EDTF cannot: what they stand at is read without.
    private static final Set<String> COARSE =
            Set.of("early", "mid", "late", "beginning", "start", "middle", "end", "close", "turn");

    private static final Set<String> SILENT = Set.of("of", "the", "year", "years");
    private static final String DASHES = "-–—−‑";

    /// @return the tokens, without commas, articles and what EDTF cannot say (`early`, `end of`)
    static List<DateToken> read(String words) {
        List<DateToken> tokens = new ArrayList<>();
        Matcher next = TOKEN.matcher(words.replace('\u00A0', ' '));
        boolean skipDash = false;
        while (next.find()) {
            String text = next.group();
            String lower = text.toLowerCase(Locale.ROOT);
            boolean coarse = COARSE.contains(lower);
            if (!coarse && !SILENT.contains(lower) && !(skipDash && DASHES.contains(text))) {
                tokens.add(token(next, text));
            }
            skipDash = coarse;
        }
        return joined(tokens);
    }

    static String kinds(List<DateToken> tokens) {
        StringBuilder kinds = new StringBuilder();
        tokens.forEach(token -> kinds.append(token.kind));
        return kinds.toString();
    }

    /// @return in small letters, to compare it with a word
    String word() {
        return text.toLowerCase(Locale.ROOT);
    }

    private static DateToken token(Matcher found, String text) {
        if (found.group("decade") != null) {
            return new DateToken('e', Integer.parseInt(found.group("decade")), text);
        }
        if (found.group("clock") != null) {
            return clock(text);
        }
        if (found.group("year") != null) {
            return new DateToken('y', Integer.parseInt(text), text);
        }
        if (found.group("day") != null) {
            return new DateToken('d', Integer.parseInt(found.group("day")), text);
        }
        if (found.group("number") != null) {
            return new DateToken('n', 0, text);
        }
        if (found.group("sign") != null) {
            return new DateToken(DASHES.contains(text) ? '-' : text.charAt(0), 0, text);
        }
        return word(text);
    }

    /// `10:30`, `10:30:15`, `3 p.m.`, `3.15 pm`, `10 o'clock`; a time of day that is none is a
    /// stray number.
    private static DateToken clock(String text) {
        String[] numbers = text.split("\\D+");
        int hour = Integer.parseInt(numbers[0]);
        String lower = text.toLowerCase(Locale.ROOT);
        boolean half = lower.matches(".*[ap]\\.?m");
        if (half && (hour < 1 || hour > 12)) {
            return new DateToken('n', 0, text);
        }
        int hours = half ? hour % 12 + (lower.contains("p") ? 12 : 0) : hour;
        int minutes = numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0;
        int seconds = numbers.length > 2 ? Integer.parseInt(numbers[2]) : 0;
        return new DateToken('t', 3600 * hours + 60 * minutes + seconds, text);
    }

    private static DateToken word(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int month = month(text, lower);
        if (month > 0) {
            return new DateToken('m', month, text);
        }
        int season = SEASONS.indexOf(lower.equals("fall") ? "autumn" : lower);
        if (season >= 0) {
            return new DateToken('s', FIRST_SEASON + season, text);
        }
        return switch (lower) {
            case "to", "until", "till", "through" -> new DateToken('-', 0, text);
            case "and" -> new DateToken('&', 0, text);
            case "or" -> new DateToken('|', 0, text);
            default -> new DateToken('w', 0, text);
        };
    }

    /// Without a capital, months cut short and those that are other words too are no months.
    private static int month(String written, String lower) {
        boolean capital = Character.isUpperCase(written.charAt(0));
        int whole = MONTHS.indexOf(lower);
        if (whole >= 0) {
            return capital || !MONTHS_THAT_ARE_WORDS.contains(lower) ? whole + 1 : 0;
        }
        String cut = lower.equals("sept") ? "sep" : lower;
        for (int i = 0; capital && cut.length() == 3 && i < MONTHS.size(); i++) {
            if (MONTHS.get(i).startsWith(cut)) {
                return i + 1;
            }
        }
        return 0;
    }

    /// Makes one token of `second half`, `third quarter`, `19th-century`.
    private static List<DateToken> joined(List<DateToken> tokens) {
        List<DateToken> out = new ArrayList<>();
        for (DateToken token : tokens) {
            int last = out.size() - 1;
            int before = last > 0 && out.get(last).text.equals("-") ? last - 1 : last;
            Optional<DateToken> joined =
                    before < 0 ? Optional.empty() : joined(out.get(before), token);
            if (joined.isPresent()) {
                out.subList(before, out.size()).clear();
            }
            out.add(joined.orElse(token));
        }
        return out;
    }

    private static Optional<DateToken> joined(DateToken before, DateToken token) {
        OptionalInt ordinal =
                before.kind == 'w' || before.kind == 'd'
                        ? NumberWords.ordinal(before.text)
                        : OptionalInt.empty();
        if (ordinal.isEmpty()) {
            return Optional.empty();
        }
        int number = ordinal.getAsInt();
        return switch (token.word()) {
            case "half" -> part('h', FIRST_HALF, number, 2, token);
            case "quarter" -> part('q', FIRST_QUARTER, number, 4, token);
            case "century" -> Optional.of(new DateToken('c', (number - 1) * 100, token.text));
            default -> Optional.empty();
        };
    }

    private static Optional<DateToken> part(
            char kind, int first, int number, int last, DateToken token) {
        return number > last
                ? Optional.empty()
                : Optional.of(new DateToken(kind, first + number - 1, token.text));
    }
}
