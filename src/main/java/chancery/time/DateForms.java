package chancery.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The forms in which English prose writes a date: tokens in, EDTF out.
///
/// What comes out may still name days that do not exist; the parser refuses those.
final class DateForms {
    /// `29 July 29, 2008 – 30 July 30, 2008`
    static final int LONGEST = 9;

    private static final Pattern SIDE = Pattern.compile("d|m|y|dm|md|dy|my|ym|dmy|mdy|ymd|dmdy");
    private static final Pattern SIGN = Pattern.compile("[-&|]");

    private DateForms() {}

    /// What one side of a form gives; 0 where it says nothing.
    private record Parts(int year, int month, int day) {
        String edtf() {
            String out = year == 0 ? "XXXX" : padded(year, 4);
            return out
                    + (month == 0 ? "" : "-" + padded(month, 2))
                    + (day == 0 ? "" : "-" + padded(day, 2));
        }

        boolean isIncomplete() {
            return month == 0 && (year == 0 || day != 0);
        }

        boolean isAfter(Parts other) {
            return month > other.month || (month == other.month && day > other.day);
        }

        Parts inYear(int other) {
            return new Parts(other, month, day);
        }

        /// @return whether the other one is the next day, month or year
        boolean isNext(Parts other) {
            if (day != 0 && other.day != 0) {
                return year != 0 && date().plusDays(1).equals(other.date());
            }
            int months = (other.year - year) * 12 + other.month - month;
            return day == other.day && months == (month == 0 ? 12 : 1);
        }

        /// The first of the month that it may lack, and the last day that the month has.
        private LocalDate date() {
            return LocalDate.of(year, month, 1).plusDays(day - 1L);
        }
    }

    private static String padded(int number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    /// @return the readings of exactly these tokens, the likeliest first; empty if they are no form
    static List<String> readings(List<DateToken> tokens) {
        String kinds = DateToken.kinds(tokens);
        int[] at = tokens.stream().mapToInt(DateToken::value).toArray();
        return switch (kinds) {
            case "e", "he" -> decade(at[at.length - 1]);
            case "c", "hc", "qc" -> List.of(padded(at[at.length - 1] / 100, 2) + "XX");
            case "hy", "qy", "sy" -> List.of(padded(at[1], 4) + "-" + at[0], padded(at[1], 4));
            case "hmy" -> List.of(new Parts(at[2], at[1], 0).edtf());
            case "y-d-d", "y.d.d", "y/d/d" -> List.of(new Parts(at[0], at[2], at[4]).edtf());
            case "d.d.y" -> List.of(new Parts(at[4], at[2], at[0]).edtf());
            case "d/d/y", "d-d-y" ->
                    List.of(
                            new Parts(at[4], at[2], at[0]).edtf(),
                            new Parts(at[4], at[0], at[2]).edtf());
            case "y-d", "y/d" -> yearAndNumber(at[0], at[2], tokens.get(1).text());
            case "e-e", "e&e" -> List.of(decade(at[0]).getFirst() + "/" + decade(at[2]).getFirst());
            default -> plain(tokens, kinds);
        };
    }

    private static List<String> decade(int first) {
        String tens = padded(first / 10, 3) + "X";
        return first % 100 == 0 ? List.of(tens, padded(first / 100, 2) + "XX") : List.of(tens);
    }

    /// `1804–13` is a span of years; `2005-06` may also be a month.
    private static List<String> yearAndNumber(int year, int number, String sign) {
        List<String> out = new ArrayList<>();
        if (number > year % 100) {
            out.add(padded(year, 4) + "/" + padded(year / 100 * 100 + number, 4));
        }
        if (sign.equals("-") && number <= 12) {
            out.add(new Parts(year, number, 0).edtf());
        }
        return out;
    }

    private static List<String> plain(List<DateToken> tokens, String kinds) {
        var sign = SIGN.matcher(kinds);
        if (sign.find()) {
            return pair(tokens, sign.start(), kinds.charAt(sign.start()));
        }
        // A number alone is no date, nor is a day of a year without its month.
        return kinds.equals("d") || kinds.equals("dy")
                ? List.of()
                : parts(tokens).map(parts -> List.of(parts.edtf())).orElse(List.of());
    }

    private static List<String> pair(List<DateToken> tokens, int at, char sign) {
        Optional<Parts> left = parts(tokens.subList(0, at));
        Optional<Parts> right = parts(tokens.subList(at + 1, tokens.size()));
        if (left.isEmpty() || right.isEmpty()) {
            return List.of();
        }
        Parts a = filled(left.get(), right.get());
        Parts b = filled(right.get(), left.get());
        if (sign != '|' && a.month != 0 && a.isAfter(b)) {
            // "30 December to 2 January 2008": the year that is written tells the other one
            a = left.get().year == 0 && a.year != 0 ? a.inYear(a.year - 1) : a;
            b = right.get().year == 0 && b.year != 0 ? b.inYear(b.year + 1) : b;
        }
        if (a.isIncomplete() || b.isIncomplete()) {
            return List.of();
        }
        return switch (sign) {
            case '|' -> List.of("[" + a.edtf() + "," + b.edtf() + "]");
            case '-' -> List.of(a.edtf() + "/" + b.edtf());
            default -> both(a, b);
        };
    }

    /// `19 and 20 September` are also one span, for nothing is between them.
    private static List<String> both(Parts a, Parts b) {
        String both = "{" + a.edtf() + "," + b.edtf() + "}";
        return a.isNext(b) ? List.of(both, a.edtf() + "/" + b.edtf()) : List.of(both);
    }

    /// Takes from the other side what this one leaves out: `23–25 January 2006`.
    private static Parts filled(Parts parts, Parts other) {
        boolean noMonth = parts.month == 0 && parts.day != 0;
        return new Parts(
                parts.year == 0 ? other.year : parts.year,
                noMonth ? other.month : parts.month,
                parts.day);
    }

    private static Optional<Parts> parts(List<DateToken> tokens) {
        String kinds = DateToken.kinds(tokens);
        if (!SIDE.matcher(kinds).matches()) {
            return Optional.empty();
        }
        int year = value(tokens, kinds.indexOf('y'));
        int month = value(tokens, kinds.indexOf('m'));
        int day = value(tokens, kinds.indexOf('d'));
        // "29 July 29, 2008": a slip that says the day twice, but only if it is the same day
        boolean contradicts = day != value(tokens, kinds.lastIndexOf('d'));
        return contradicts ? Optional.empty() : Optional.of(new Parts(year, month, day));
    }

    private static int value(List<DateToken> tokens, int index) {
        return index < 0 ? 0 : tokens.get(index).value();
    }
}
