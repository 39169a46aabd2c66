package chancery.time;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A time in EDTF (ISO 8601-2): a date, an interval, or a set of dates.
///
/// A single date means *at some time within it*; an interval fills its period; `[…]` is one of its
/// members, `{…}` all of them. Levels 0 and 1 are whole but for times of day; of level 2:
/// unspecified digits anywhere (`XXXX-04-22` has no bounds, a year is never guessed), sets, seasons
/// and parts of a year, qualifiers of single components. `julian:` in front keeps the calendar a
/// source used; the bounds are Gregorian all the same.
public final class Edtf {
    private static final String JULIAN = "julian:";

    private final String text;
    private final List<Alternative> alternatives;
    private final Bounds bounds;

    /// @param alternatives at least one
    private Edtf(String text, List<Alternative> alternatives) {
        this.text = text;
        this.alternatives = List.copyOf(alternatives);
        if (alternatives.size() == 1) {
            this.bounds = alternatives.getFirst().bounds();
        } else {
            Bounds all = Alternative.together(alternatives).bounds();
            this.bounds = Bounds.within(all.startEarliest(), all.endLatest());
        }
    }

    /// @throws BadTime when it is no EDTF, names a day that does not exist, or runs backwards
    public static Edtf parse(String text) throws BadTime {
        boolean julian = text.startsWith(JULIAN);
        Reckoning reckoning = julian ? Reckoning.JULIAN : Reckoning.GREGORIAN;
        String rest = withoutCalendar(text);
        if (rest.startsWith("[") && rest.endsWith("]")) {
            return new Edtf(
                    text,
                    members(rest, text, reckoning).stream()
                            .map(member -> member.date() == null ? member.within() : member)
                            .toList());
        }
        if (rest.startsWith("{") && rest.endsWith("}")) {
            return new Edtf(text, List.of(Alternative.together(members(rest, text, reckoning))));
        }
        String[] ends = rest.split("/", -1);
        if (ends.length == 2) {
            return new Edtf(text, List.of(period(ends[0], ends[1], text, reckoning)));
        }
        return new Edtf(text, List.of(Alternative.of(DatePattern.parse(rest, text, reckoning))));
    }

    private static String withoutCalendar(String text) {
        return text.startsWith(JULIAN) ? text.substring(JULIAN.length()) : text;
    }

    private static Alternative period(String begin, String end, String whole, Reckoning reckoning)
            throws BadTime {
        return Alternative.period(end(begin, whole, reckoning), end(end, whole, reckoning), whole);
    }

    private static @Nullable DatePattern end(String text, String whole, Reckoning reckoning)
            throws BadTime {
        return text.isEmpty() || text.equals("..")
                ? null
                : DatePattern.parse(text, whole, reckoning);
    }

    /// Members of a set, in order.
    private static List<Alternative> members(String set, String whole, Reckoning reckoning)
            throws BadTime {
        List<Alternative> members = new ArrayList<>();
        for (String member : set.substring(1, set.length() - 1).split(",", -1)) {
            int range = member.indexOf("..");
            if (range < 0) {
                members.add(Alternative.of(DatePattern.parse(member.strip(), whole, reckoning)));
            } else {
                String begin = member.substring(0, range).strip();
                String end = member.substring(range + 2).strip();
                members.add(period(begin, end, whole, reckoning));
            }
        }
        return members;
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

    /// Whichever of its alternatives is true, one of the other's is.
    private boolean isInside(Edtf wide) {
        return alternatives.stream()
                .allMatch(fine -> wide.alternatives.stream().anyMatch(fine::isInside));
    }

    private boolean canMeet(Edtf other) {
        return alternatives.stream()
                .anyMatch(mine -> other.alternatives.stream().anyMatch(mine::canMeet));
    }

    /// The spelling in IRIs: `/` is `_`, `..` is `open`, an empty end is `unknown`, any other
    /// character outside A–Z, 0–9 and `-` is `x` and two hexadecimal digits. EDTF has no small
    /// letters, so those of the spelling are never mistaken for its own.
    public String pathSafe() {
        boolean julian = text.startsWith(JULIAN);
        String rest =
                withoutCalendar(text)
                        .replaceFirst("^/", "unknown/")
                        .replaceFirst("/$", "/unknown")
                        .replace("..", "open");
        StringBuilder safe = new StringBuilder(julian ? "julian-" : "");
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c == '/') {
                safe.append('_');
            } else if (c == '-' || (c < 128 && Character.isLetterOrDigit(c))) {
                safe.append(c);
            } else {
                safe.append(String.format(Locale.ROOT, "x%02X", (int) c));
            }
        }
        return safe.toString();
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
