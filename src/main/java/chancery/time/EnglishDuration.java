package chancery.time;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads durations as English prose writes them: `five-year`, `two decades`, `a year and a half`.
public final class EnglishDuration {
    private static final Pattern ISO =
            Pattern.compile(
                    "P(?=\\d)(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?");
    /// A number keeps its commas and its point, so that 1.5 is no five.
    private static final Pattern WORD = Pattern.compile("\\d+(?:[.,]\\d+)*|\\p{L}+");
    private static final Pattern UNIT =
            Pattern.compile("(day|week|fortnight|month|year|decade|century|centurie)s?");

    private EnglishDuration() {}

    /// Months and days are never turned into each other.
    private record Length(long months, long days) {
        Length plus(Length other) {
            return new Length(months + other.months, days + other.days);
        }
    }

    private record Found(Length length, int end) {}

    /// @param value xsd:duration of years, months and days, such as `P5Y`; weeks may be in it too
    /// @return whether the words give it and no other; twelve months are a year
    public static boolean states(String words, String value) {
        Optional<Length> wanted = iso(value);
        List<String> all =
                WORD.matcher(words.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        int at = 0;
        while (wanted.isPresent() && at < all.size()) {
            Optional<Found> found = whole(all, at);
            if (found.isPresent() && found.get().length.equals(wanted.get())) {
                return true;
            }
            at = found.map(Found::end).orElse(at + 1);
        }
        return false;
    }

    private static Optional<Length> iso(String text) {
        Matcher found = ISO.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Length(
                        12 * number(found.group(1)) + number(found.group(2)),
                        7 * number(found.group(3)) + number(found.group(4))));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /// `two years`, `two years and six months`, `a year and a half`.
    private static Optional<Found> whole(List<String> words, int from) {
        Optional<Found> first = one(words, from);
        if (first.isEmpty()) {
            return first;
        }
        Found found = first.get();
        int next = at(words, found.end).equals("and") ? found.end + 1 : found.end;
        if (at(words, next).equals("a") && at(words, next + 1).equals("half")) {
            Optional<Length> half = half(at(words, found.end - 1));
            return half.map(length -> new Found(found.length.plus(length), next + 2));
        }
        return Optional.of(
                one(words, next)
                        .map(more -> new Found(found.length.plus(more.length), more.end))
                        .orElse(found));
    }

    private static Optional<Found> one(List<String> words, int from) {
        if (at(words, from).equals("half")) {
            int unit = at(words, from + 1).matches("an?") ? from + 2 : from + 1;
            return half(at(words, unit)).map(length -> new Found(length, unit + 1));
        }
        Optional<NumberWords.Found> number = count(words, from);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int end = number.get().end();
        int count = number.get().value();
        if (at(words, end).equals("and") && at(words, end + 2).equals("half")) {
            Optional<Length> half = half(at(words, end + 3));
            return length(count, at(words, end + 3))
                    .flatMap(whole -> half.map(whole::plus))
                    .map(length -> new Found(length, end + 4));
        }
        return length(count, at(words, end)).map(length -> new Found(length, end + 1));
    }

    private static Optional<NumberWords.Found> count(List<String> words, int from) {
        String word = at(words, from);
        if (word.matches("\\d{1,4}")) {
            return Optional.of(new NumberWords.Found(Integer.parseInt(word), from + 1));
        }
        Optional<NumberWords.Found> read = NumberWords.read(words, from);
        return read.isPresent() || !word.matches("an?")
                ? read
                : Optional.of(new NumberWords.Found(1, from + 1));
    }

    private static Optional<Length> length(long count, String unit) {
        Matcher known = UNIT.matcher(unit);
        if (!known.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (known.group(1)) {
                    case "day" -> new Length(0, count);
                    case "week" -> new Length(0, 7 * count);
                    case "fortnight" -> new Length(0, 14 * count);
                    case "month" -> new Length(count, 0);
                    case "year" -> new Length(12 * count, 0);
                    case "decade" -> new Length(120 * count, 0);
                    default -> new Length(1200 * count, 0);
                });
    }

    /// Half of a unit that has a whole half.
    private static Optional<Length> half(String unit) {
        return length(1, unit)
                .filter(length -> length.months % 2 == 0 && length.days % 2 == 0)
                .map(length -> new Length(length.months / 2, length.days / 2));
    }

    private static String at(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }
}
