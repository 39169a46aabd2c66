package chancery.page.places;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A point on the earth.
///
/// @param lon degrees east, -180 to 180
/// @param lat degrees north, -90 to 90
public record LonLat(double lon, double lat) {
    private static final Pattern POINT =
            Pattern.compile(
                    "(?:<[^>]*>\\s*)?POINT\\s*\\(\\s*(-?[0-9.]{1,20})\\s+(-?[0-9.]{1,20})\\s*\\)",
                    Pattern.CASE_INSENSITIVE);

    /// @param wkt such as `POINT(49.86 40.40)`, longitude first (GeoSPARQL 1.1, section 8.5.1)
    /// @return empty if it is no point of the earth
    public static Optional<LonLat> parse(String wkt) {
        Matcher point = POINT.matcher(wkt.strip());
        if (!point.matches()) {
            return Optional.empty();
        }
        try {
            LonLat found =
                    new LonLat(
                            Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
            return Math.abs(found.lon()) <= 180 && Math.abs(found.lat()) <= 90
                    ? Optional.of(found)
                    : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
