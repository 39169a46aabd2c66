package chancery.time;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A time in EDTF (ISO 8601-2): a date, an interval, or a set of dates.
///
/// A single date means *at some time within it*; an interval fills its period; `[…]` is one of its
/// members, `{…}` all of them. Levels 0 and 1 are whole; of level 2: unspecified digits anywhere
/// (`XXXX-04-22` has no bounds, a year is never guessed), sets, seasons and parts of a year,
/// qualifiers of single components. `julian:` in front keeps the calendar a source used; the bounds
/// are Gregorian all the same.
public final class Edtf {
    private static final String JULIAN = "julian:";

    private final String text;
    private final boolean julian;
    private final Form form;
    private final List<@Nullable DatePattern> dates;
    private final Bounds bounds;

    private enum Form {
        DATE,
        INTERVAL,
        ONE_OF,
        ALL_OF
    }

    private Edtf(String text, boolean julian, Form form, List<@Nullable DatePattern> dates)
            throws BadTime {
        this.text = text;
        this.julian = julian;
        this.form = form;
        this.dates = dates;
        try {
            this.bounds = boundsOf();
        } catch (IllegalArgumentException e) {
            throw new BadTime(text, "an interval whose end is not before its begin");
        }
    }

    /// @throws BadTime when it is no EDTF, names a day that does not exist, or runs backwards
    public static Edtf parse(String text) throws BadTime {
        boolean julian = text.startsWith(JULIAN);
        String rest = julian ? text.substring(JULIAN.length()) : text;
        if (rest.startsWith("[") && rest.endsWith("]")) {
            return new Edtf(text, julian, Form.ONE_OF, members(rest, text));
        }
        if (rest.startsWith("{") && rest.endsWith("}")) {
            return new Edtf(text, julian, Form.ALL_OF, members(rest, text));
        }
        String[] ends = rest.split("/", -1);
        if (ends.length == 2) {
            @Nullable DatePattern begin = end(ends[0], text);
            @Nullable DatePattern end = end(ends[1], text);
            if (begin == null && end == null) {
                throw new BadTime(text, "an interval with a date at one end at least");
            }
            return new Edtf(text, julian, Form.INTERVAL, listOf(begin, end));
        }
        return new Edtf(text, julian, Form.DATE, listOf(DatePattern.parse(rest, text)));
    }

    private static List<@Nullable DatePattern> listOf(@Nullable DatePattern... dates) {
        List<@Nullable DatePattern> list = new ArrayList<>();
        for (DatePattern date : dates) {
            list.add(date);
        }
        return list;
    }

    private static @Nullable DatePattern end(String text, String whole) throws BadTime {
        return text.isEmpty() || text.equals("..") ? null : DatePattern.parse(text, whole);
    }

    /// Members of a set, in order; null stands for an open end.
    private static List<@Nullable DatePattern> members(String set, String whole) throws BadTime {
        List<@Nullable DatePattern> dates = new ArrayList<>();
        for (String member : set.substring(1, set.length() - 1).split(",", -1)) {
            int range = member.indexOf("..");
            if (range < 0) {
                dates.add(DatePattern.parse(member.strip(), whole));
            } else {
                dates.add(end(member.substring(0, range).strip(), whole));
                dates.add(end(member.substring(range + 2).strip(), whole));
            }
        }
        return dates;
    }

    private Bounds boundsOf() {
        DatePattern first = dates.getFirst();
        DatePattern last = dates.getLast();
        LocalDate startEarliest = first == null ? null : gregorian(first.earliest());
        LocalDate startLatest = first == null ? null : gregorian(first.latest());
        LocalDate endEarliest = last == null ? null : gregorian(last.earliest());
        LocalDate endLatest = last == null ? null : gregorian(last.latest());
        return form == Form.ONE_OF
                ? new Bounds(startEarliest, endLatest, startEarliest, endLatest)
                : new Bounds(startEarliest, startLatest, endEarliest, endLatest);
    }

    private @Nullable LocalDate gregorian(@Nullable LocalDate day) {
        if (day == null || !julian) {
            return day;
        }
        // days between the calendars: 10 from 1582, one more at each century that Gregory skips
        int year = day.getMonthValue() < 3 ? day.getYear() - 1 : day.getYear();
        int century = Math.floorDiv(year, 100);
        return day.plusDays(century - Math.floorDiv(century, 4) - 2L);
    }

    public Bounds bounds() {
        return bounds;
    }

    /// How the first stands to the second.
    public static Verdict compare(Edtf a, Edtf b) {
        if (a.text.equals(b.text)) {
            return Verdict.SAME;
        }
        boolean inside = a.isInside(b);
        boolean around = b.isInside(a);
        if (inside && around) {
            return Verdict.SAME;
        }
        if (inside) {
            return Verdict.REFINES;
        }
        if (around) {
            return Verdict.REFINED_BY;
        }
        return a.canMeet(b) ? Verdict.COMPATIBLE : Verdict.DISJOINT;
    }

    private boolean isInside(Edtf wide) {
        DatePattern mine = onlyDate();
        DatePattern theirs = wide.onlyDate();
        if (theirs != null && theirs.isYearless()) {
            return mine != null && mine.fits(theirs);
        }
        return (mine == null || !mine.isYearless()) && bounds.isInside(wide.bounds);
    }

    private boolean canMeet(Edtf other) {
        DatePattern mine = onlyDate();
        DatePattern theirs = other.onlyDate();
        if (mine != null && theirs != null && (mine.isYearless() || theirs.isYearless())) {
            return compatible(mine.month(), theirs.month()) && compatible(mine.day(), theirs.day());
        }
        return bounds.meets(other.bounds);
    }

    private static boolean compatible(String a, String b) {
        return a.isEmpty() || b.isEmpty() || a.contains("X") || b.contains("X") || a.equals(b);
    }

    private @Nullable DatePattern onlyDate() {
        return form == Form.DATE ? dates.getFirst() : null;
    }

    /// The spelling in IRIs: `/` is `_`, `..` is `open`, an empty end is `unknown`, any other
    /// character outside A–Z, 0–9 and `-` is `x` and two hexadecimal digits.
    public String pathSafe() {
        String rest = julian ? text.substring(JULIAN.length()) : text;
        if (form == Form.INTERVAL) {
            rest = rest.replaceFirst("^/", "unknown/").replaceFirst("/$", "/unknown");
        }
        StringBuilder safe = new StringBuilder(julian ? "julian-" : "");
        String open = rest.replace("..", "open");
        for (int i = 0; i < open.length(); i++) {
            char c = open.charAt(i);
            boolean plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            if (plain || open.startsWith("open", i) || inWord(open, i)) {
                safe.append(c);
            } else if (c == '/') {
                safe.append('_');
            } else {
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    safe.append('x').append(String.format("%02X", b));
                }
            }
        }
        return safe.toString();
    }

    /// EDTF has no small letters of its own: those of a path-safe spelling are our words.
    private static boolean inWord(String text, int at) {
        return text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edtf edtf && edtf.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// As it was parsed; what is written one way is printed that way.
    @Override
    public String toString() {
        return text;
    }
}
