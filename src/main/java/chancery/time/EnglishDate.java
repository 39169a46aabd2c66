package chancery.time;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates as English prose writes them, to see whether quoted words mean a value.
public final class EnglishDate {
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
    private static final String MONTH = "\\b(" + String.join("|", MONTHS) + ")\\b";
    private static final String DAY = "\\b(\\d{1,2})(?:st|nd|rd|th)?\\b";
    private static final String YEAR = "\\b(\\d{4})\\b";
    private static final String NO_YEAR = "(?!,? \\d)";
    private static final String DASH = "\\s*[-–—]\\s*";

    private static final Pattern DAYS_MONTH_YEAR =
            Pattern.compile(DAY + DASH + DAY + " " + MONTH + ",? " + YEAR);
    private static final Pattern MONTH_DAYS_YEAR =
            Pattern.compile(MONTH + " " + DAY + DASH + DAY + ",? " + YEAR);
    /// The day may stand a second time, a slip that two texts have.
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile(DAY + "(?: of)? " + MONTH + "(?: \\1)?,? " + YEAR);
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile(MONTH + " " + DAY + ",? " + YEAR);
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile(YEAR + " " + MONTH + " " + DAY);
    private static final Pattern MONTH_YEAR = Pattern.compile(MONTH + "(?: of)?,? " + YEAR);
    private static final Pattern MONTH_DAY = Pattern.compile(MONTH + " " + DAY + NO_YEAR);
    private static final Pattern DAY_MONTH = Pattern.compile(DAY + " " + MONTH + NO_YEAR);
    private static final Pattern LONE_MONTH = Pattern.compile(MONTH);
    private static final Pattern YEARS =
            Pattern.compile("\\b(\\d{2})(\\d{2})" + DASH + "(\\d{2}|\\d{4})\\b");
    private static final Pattern DECADE = Pattern.compile("\\b(\\d{3})0'?s\\b");
    private static final Pattern LONE_YEAR = Pattern.compile(YEAR + "(?!'?s)");

    private EnglishDate() {}

    /// @return whether the words, read as a date, give the value: at the words' own precision, or
    ///     as an end of a period that is open at the other end
    public static boolean states(String words, Edtf value) {
        String wanted = value.toString().replaceAll("[?~%]", "");
        for (String reading : readings(words)) {
            if (wanted.equals(reading)
                    || wanted.equals(reading + "/..")
                    || wanted.equals("../" + reading)
                    || wanted.equals("[" + reading + "..]")
                    || wanted.equals("[.." + reading + "]")) {
                return true;
            }
        }
        return false;
    }

    /// @return every date that a careful reader finds in the words, as EDTF, the most exact first
    public static Set<String> readings(String words) {
        String text = words.toLowerCase(Locale.ROOT).replace('\u00A0', ' ').strip();
        Set<String> found = new LinkedHashSet<>();
        exact(text, found);
        if (found.isEmpty()) {
            each(MONTH_YEAR, text, m -> found.add(m.group(2) + month(m.group(1))));
        }
        if (found.isEmpty()) {
            each(MONTH_DAY, text, m -> found.add("XXXX" + month(m.group(1)) + day(m.group(2))));
            each(DAY_MONTH, text, m -> found.add("XXXX" + month(m.group(2)) + day(m.group(1))));
        }
        if (found.isEmpty()) {
            years(text, found);
        }
        if (found.isEmpty()) {
            each(LONE_MONTH, text, m -> found.add("XXXX" + month(m.group(1))));
        }
        return found;
    }

    private static void exact(String text, Set<String> found) {
        each(DAYS_MONTH_YEAR, text, m -> found.add(days(m, 4, 3, 1, 2)));
        each(MONTH_DAYS_YEAR, text, m -> found.add(days(m, 4, 1, 2, 3)));
        if (!found.isEmpty()) {
            return;
        }
        each(DAY_MONTH_YEAR, text, m -> found.add(day(m, 3, 2, 1)));
        each(MONTH_DAY_YEAR, text, m -> found.add(day(m, 3, 1, 2)));
        each(YEAR_MONTH_DAY, text, m -> found.add(day(m, 1, 2, 3)));
    }

    private static void years(String text, Set<String> found) {
        each(
                YEARS,
                text,
                m -> {
                    String last = m.group(3).length() == 2 ? m.group(1) + m.group(3) : m.group(3);
                    found.add(m.group(1) + m.group(2) + "/" + last);
                });
        each(DECADE, text, m -> found.add(m.group(1) + "X"));
        if (!found.isEmpty()) {
            return;
        }
        each(
                LONE_YEAR,
                text,
                m -> {
                    String year = m.group(1);
                    found.add(year);
                    if (text.contains("second half")) {
                        found.add(year + "-41");
                    } else if (text.contains("first half")) {
                        found.add(year + "-40");
                    } else if (text.contains("throughout")) {
                        found.add(year + "-01/" + year + "-12");
                    }
                });
    }

    private static String day(Matcher m, int year, int month, int day) {
        return m.group(year) + month(m.group(month)) + day(m.group(day));
    }

    private static String days(Matcher m, int year, int month, int from, int to) {
        return day(m, year, month, from) + "/" + day(m, year, month, to);
    }

    private static String month(String name) {
        return String.format(Locale.ROOT, "-%02d", MONTHS.indexOf(name) + 1);
    }

    private static String day(String digits) {
        return String.format(Locale.ROOT, "-%02d", Integer.parseInt(digits));
    }

    private static void each(
            Pattern pattern, String text, java.util.function.Consumer<Matcher> use) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            use.accept(matcher);
        }
    }
}
