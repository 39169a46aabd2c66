package chancery.page.figures;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Which numbers a quantity can stand for.
///
/// @param value      as given; the lower one of two
/// @param from       the least number that it can stand for
/// @param to         the greatest
/// @param isOpenDown whether it can be any number below
/// @param isOpenUp   whether it can be any number above
/// @param isAbout    whether nobody says how far off it can be
/// @param precision  the same in words
record Extent(
        double value,
        double from,
        double to,
        boolean isOpenDown,
        boolean isOpenUp,
        boolean isAbout,
        String precision) {
    /// @param upper      `NaN` for none
    /// @param bound      id of how the number is meant, such as `at-least`; `""` for exactly
    /// @param resolution the place of the last written digit; `NaN` for none
    static Extent of(double value, double upper, String bound, double resolution) {
        double half = Double.isNaN(resolution) ? 0 : resolution / 2;
        boolean isRange = !Double.isNaN(upper);
        boolean isUp = bound.equals("at-least") || bound.equals("more-than");
        boolean isDown = bound.equals("at-most") || bound.equals("less-than");
        boolean isAbout = bound.equals("about");
        String words =
                (bound.isEmpty() || bound.equals("exactly") ? "" : bound.replace('-', ' ') + ", ")
                        + (isRange ? "between two numbers, " : "")
                        + (Double.isNaN(resolution) || resolution == 1
                                ? ""
                                : "to the nearest " + number(resolution) + ", ");
        double lower = isUp ? value : value - half;
        double higher = isDown ? value : value + half;
        return new Extent(
                value,
                lower,
                isRange ? upper + half : higher,
                isDown,
                isUp,
                isAbout,
                words.isEmpty() ? "" : words.substring(0, words.length() - 2));
    }

    /// With commas between thousands, and as many places as it has.
    static String number(double value) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }
}
