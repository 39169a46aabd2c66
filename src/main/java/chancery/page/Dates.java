package chancery.page;

import chancery.time.BadTime;
import chancery.time.Edtf;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates for people: in words, with their precision.
public final class Dates {
    private static final Pattern DURATION =
            Pattern.compile(
                    "P(?=.)(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)D)?"
                            + "(?:T(?=.)(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
    private static final List<String> UNITS =
            List.of("year", "month", "day", "hour", "minute", "second");

    private Dates() {}

    /// @param edtf of a `chy:Time`, or an `xsd:date`
    /// @return such as `July 2008`, `22 April, year not given`; what cannot be read stays as it is
    public static String inWords(String edtf) {
        try {
            return Edtf.parse(edtf).inWords();
        } catch (BadTime noTime) {
            return edtf;
        }
    }

    /// The same as it stands in a sentence.
    ///
    /// @param otherwise said where it cannot be read
    /// @return such as `in July 2008`, `on 25 January 2002`, `from 1804 to 1813`
    public static String inSentence(String edtf, String otherwise) {
        try {
            return Edtf.parse(edtf).inSentence();
        } catch (BadTime noTime) {
            return otherwise;
        }
    }

    /// @param duration an `xsd:duration`, such as `P1Y6M`
    /// @return such as `1 year and 6 months`; what is negative or no duration stays as it is
    public static String durationInWords(String duration) {
        Matcher parts = DURATION.matcher(duration);
        if (!parts.matches()) {
            return duration;
        }
        List<String> said = new ArrayList<>();
        for (int i = 0; i < UNITS.size(); i++) {
            String number = parts.group(i + 1);
            if (number != null) {
                said.add(number + " " + UNITS.get(i) + (number.equals("1") ? "" : "s"));
            }
        }
        int last = said.size() - 1;
        return last < 1
                ? String.join("", said)
                : String.join(", ", said.subList(0, last)) + " and " + said.get(last);
    }
}
