package chancery.page.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Names of today's countries with a point inside of each, so that a reader knows where he is. Only
/// those around the regions that the outlines are mostly seen of.
public final class CountryNames {
    private static final String RESOURCE = "/chancery/map/country-names.csv";

    /// Lazily: only servers that are asked for a map read it.
    private static final class World {
        static final List<Country> ALL = read();
    }

    private CountryNames() {}

    /// @param at where its name may stand
    record Country(String name, LonLat at) {}

    /// A name on a drawing, in the middle of what it names.
    public record Lettering(String name, double x, double y) {}

    /// Those for which there is room.
    static List<Lettering> within(Window window, Names names) {
        return World.ALL.stream()
                .filter(it -> window.shows(it.at()))
                .map(
                        it ->
                                new Lettering(
                                        it.name(),
                                        window.x(it.at().lon()),
                                        window.y(it.at().lat())))
                .filter(it -> names.findAround(it.x(), it.y(), it.name()))
                .toList();
    }

    private static List<Country> read() {
        try (InputStream bytes = CountryNames.class.getResourceAsStream(RESOURCE)) {
            if (bytes == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(
                            cells ->
                                    new Country(
                                            cells[0],
                                            new LonLat(
                                                    Double.parseDouble(cells[1]),
                                                    Double.parseDouble(cells[2]))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
