package chancery.evidence;

import chancery.time.BadTime;
import chancery.time.Edtf;
import chancery.time.EnglishDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date that no words state outright, worked out of words that do stand in the passages: `2005 +
/// 2006` is the time from the one to the other, `April 22 + subsequent day` the day after.
final class WorkedOut {
    private static final String AND = " + ";
    private static final Map<String, Integer> STEPS =
            Map.of(
                    "subsequent day", 1,
                    "following day", 1,
                    "next day", 1,
                    "day after", 1,
                    "yesterday", -1,
                    "day before", -1,
                    "previous day", -1);
    private static final Pattern DAY = Pattern.compile("(XXXX|[0-9]{4})-([0-9]{2}-[0-9]{2})");
    private static final String LEAP_YEAR = "2000";
    private static final String UNKNOWN_YEAR = "XXXX";

    private WorkedOut() {}

    /// @return the words it rests on; a single item where nothing is worked out
    static List<String> parts(String words) {
        return Arrays.stream(words.split(Pattern.quote(AND))).map(String::strip).toList();
    }

    static boolean states(List<String> parts, Edtf value) {
        if (parts.size() != 2) {
            return false;
        }
        Integer step = STEPS.get(parts.getLast().toLowerCase(Locale.ROOT));
        return step == null
                ? spans(parts.getFirst(), parts.getLast(), value.toString())
                : isDaysFrom(parts.getFirst(), step, value.toString());
    }

    private static boolean spans(String first, String last, String value) {
        String[] ends = value.split("/", -1);
        return ends.length == 2 && reads(first, ends[0]) && reads(last, ends[1]);
    }

    private static boolean isDaysFrom(String words, int step, String value) {
        Matcher day = DAY.matcher(value);
        if (!day.matches()) {
            return false;
        }
        boolean yearless = day.group(1).equals(UNKNOWN_YEAR);
        try {
            String year = yearless ? LEAP_YEAR : day.group(1);
            String before = LocalDate.parse(year + "-" + day.group(2)).minusDays(step).toString();
            return reads(words, yearless ? UNKNOWN_YEAR + before.substring(4) : before);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean reads(String words, String edtf) {
        try {
            return EnglishDate.states(words, Edtf.parse(edtf));
        } catch (BadTime e) {
            return false;
        }
    }
}
