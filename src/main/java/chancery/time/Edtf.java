package chancery.time;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A time in EDTF (Library of Congress, 2019; ISO 8601-2), levels 0 to 2: a date, perhaps with a
/// time of day, an interval, or a set of dates.
///
/// A single date means *at some time within it*; an interval fills its period; `[…]` is one of its
/// members, `{…}` all of them. Of `XXXX-04-22` nothing is bounded, for a year is never guessed.
/// `julian:` in front, which is ours, keeps the calendar that a source used; the bounds are
/// Gregorian all the same. docs/time.md lists the forms, their bounds, and what the verdicts mean.
public final class Edtf {
    private final Calendar calendar;
    private final Expression expression;
    private final Bounds bounds;

    /// @param expression made of dates that exist
    Edtf(Calendar calendar, Expression expression) {
        this.calendar = calendar;
        this.expression = expression;
        this.bounds = new Meanings(calendar).bounds(expression);
    }

    /// @param text nothing around it, not even a space
    /// @return the time; it is printed as it was written
    /// @throws BadTime when it is no EDTF, names a day that does not exist, or runs backwards
    public static Edtf parse(String text) throws BadTime {
        return new EdtfParser(text).parse();
    }

    /// In the Gregorian calendar, of the day that is written: shifts from UTC and marks of doubt
    /// (`?`, `~`, `%`) do not move them. An open or unknown end bounds nothing.
    public Bounds bounds() {
        return bounds;
    }

    /// How the first stands to the second, by the pairs of a first and a last day that they allow
    /// what they date: a single date and `[…]` allow every pair within their days, an interval a
    /// first day in its begin and a last day in its end, `{…}` a first day in its earliest member
    /// and a last one in its latest. A time of day and the list of members say more than the days
    /// alone. Calendars and marks of doubt make no difference.
    public static Verdict compare(Edtf a, Edtf b) {
        return Meaning.compare(a.meaning(), b.meaning());
    }

    /// In English, as exactly as it was written: `1996-04` is `April 1996`, `1804/1813` is
    /// `from 1804 to 1813`, `[1804..1813]` is `between 1804 and 1813`. docs/time.md has the forms.
    public String inWords() {
        return new DateWords(calendar).of(this);
    }

    /// The same as it stands in a sentence: `in April 1996`, `on 25 January 2002`, `from 1804 to
    /// 1813`.
    public String inSentence() {
        return new DateWords(calendar).inSentence(this);
    }

    private Meaning meaning() {
        return new Meanings(calendar).of(expression);
    }

    Calendar calendar() {
        return calendar;
    }

    Expression expression() {
        return expression;
    }

    /// The spelling in IRIs: `/` is `_`, `..` is `open`, an empty end is `unknown`, any other
    /// character outside A–Z, 0–9 and `-` is `x` and two hexadecimal digits. EDTF has no small
    /// letters, so those of the spelling are never mistaken for its own.
    ///
    /// @return never the same for two times
    public String pathSafe() {
        String written =
                expression
                        .toString()
                        .replaceFirst("^/", "unknown/")
                        .replaceFirst("/$", "/unknown")
                        .replace("..", "open");
        StringBuilder safe = new StringBuilder(calendar == Calendar.JULIAN ? "julian-" : "");
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '/') {
                safe.append('_');
            } else if (c == '-' || Character.isLetterOrDigit(c)) {
                safe.append(c);
            } else {
                safe.append(String.format(Locale.ROOT, "x%02X", (int) c));
            }
        }
        return safe.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Edtf edtf && edtf.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /// The EDTF string.
    @Override
    public String toString() {
        return calendar.prefix() + expression;
    }
}
