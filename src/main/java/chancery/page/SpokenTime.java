package chancery.page;

import chancery.time.BadTime;
import chancery.time.Bounds;
import chancery.time.Edtf;
import chancery.time.EnglishDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A time as a reader types it: `2002`, `2002-01`, `January 2002`, `25 January 2002`, `the 1990s`.
///
/// @param first its first day
/// @param last  its last day
public record SpokenTime(LocalDate first, LocalDate last) {
    private static final Pattern DAYS = Pattern.compile("-?\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final int LONGEST = 40;

    /// @return empty if it is no time, or one without a year, a begin or an end
    public static Optional<SpokenTime> of(String text) {
        if (DAYS.matcher(text).matches()) {
            try {
                return of(Edtf.parse(text));
            } catch (BadTime none) {
                return Optional.empty();
            }
        }
        // a careful reader would not know which of several is meant
        List<Edtf> read = text.length() > LONGEST ? List.of() : EnglishDate.read(text);
        return read.size() == 1 ? of(read.getFirst()) : Optional.empty();
    }

    private static Optional<SpokenTime> of(Edtf time) {
        if (time.toString().startsWith("X")) {
            return Optional.empty();
        }
        Bounds bounds = time.bounds();
        LocalDate first = bounds.startEarliest();
        LocalDate last = bounds.endLatest();
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new SpokenTime(first, last));
    }

    /// Its begin, as short as can be: the year alone if that begins with it.
    public String from() {
        return first.getDayOfMonth() != 1 || isDay()
                ? first.toString()
                : first.getMonthValue() == 1 && isOfYears() ? year(first) : month(first);
    }

    /// Its end, as short as can be.
    public String to() {
        return last.getDayOfMonth() != last.lengthOfMonth() || isDay()
                ? last.toString()
                : last.getMonthValue() == 12 && isOfYears() ? year(last) : month(last);
    }

    private boolean isDay() {
        return first.equals(last);
    }

    private boolean isOfYears() {
        return first.getDayOfYear() == 1 && last.getDayOfYear() == last.lengthOfYear();
    }

    private static String year(LocalDate day) {
        return day.toString().replaceFirst("-\\d\\d-\\d\\d$", "");
    }

    private static String month(LocalDate day) {
        return day.toString().replaceFirst("-\\d\\d$", "");
    }
}
