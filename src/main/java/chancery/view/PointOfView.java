package chancery.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// From where the graph is looked at; the three can be combined.
///
/// @param accordingTo ids of the only sources that count; empty for all
/// @param asOf the day whose world is shown
/// @param knownOn the day by which a source has to be published to count
public record PointOfView(
        Set<String> accordingTo, Optional<LocalDate> asOf, Optional<LocalDate> knownOn) {
    /// Everything, as the release has it.
    public static final PointOfView PLAIN =
            new PointOfView(Set.of(), Optional.empty(), Optional.empty());

    public PointOfView {
        accordingTo = Set.copyOf(accordingTo);
    }

    /// @param accordingTo ids of sources, commas between; `""` for all
    /// @param asOf a day such as `2008-07-29`; `""` for none
    /// @param knownOn likewise
    /// @throws IllegalArgumentException with what was found and expected
    public static PointOfView of(String accordingTo, String asOf, String knownOn) {
        Set<String> sources = new TreeSet<>();
        Arrays.stream(accordingTo.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .forEach(sources::add);
        return new PointOfView(sources, day("as-of", asOf), day("known-on", knownOn));
    }

    private static Optional<LocalDate> day(String name, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + ": found \"" + text + "\", expected a day such as 2008-07-29", e);
        }
    }

    public boolean isPlain() {
        return equals(PLAIN);
    }
}
