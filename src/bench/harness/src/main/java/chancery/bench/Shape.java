package chancery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// A query of the mix: a text with places such as `$actor` that each asking fills anew.
///
/// @param name of its file
/// @param text with a first line that says what it asks
record Shape(String name, String text) {
    private static final int ROWS = 900_000;
    private static final int FIRST_YEAR = 1950;
    private static final int YEARS = 75;

    Shape {
        if (!text.startsWith("#")) {
            throw new IllegalArgumentException(
                    name + ": expected a first line that says what it asks");
        }
    }

    /// All of a folder, by name.
    static List<Shape> readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .map(Shape::read)
                    .toList();
        }
    }

    private static Shape read(Path file) {
        try {
            String name = file.getFileName().toString();
            return new Shape(name.substring(0, name.length() - 3), Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The same number gives the same query, for every store.
    String filled(long number) {
        SplittableRandom random = new SplittableRandom(number * 1_000_003 + name.hashCode());
        String filled =
                text.replace("$actor2", actor(random))
                        .replace("$actor", actor(random))
                        .replace(
                                "$type",
                                "<https://b.example/type/" + word(Words.TYPES, random) + ">")
                        .replace(
                                "$event",
                                "<https://b.example/event/"
                                        + World.event(100 + random.nextInt(ROWS))
                                        + ">")
                        .replace(
                                "$region",
                                "<https://b.example/region/R%02d>"
                                        .formatted(1 + random.nextInt(World.REGIONS)))
                        .replace("$year", Integer.toString(FIRST_YEAR + random.nextInt(YEARS)))
                        .replace("$founded", Integer.toString(1700 + random.nextInt(250)))
                        .replace("$amount", Integer.toString(900_000 + random.nextInt(99_000)))
                        .replace("$many", Integer.toString(80_000 + random.nextInt(19_000)))
                        .replace("$few", Integer.toString(random.nextInt(20_000)))
                        .replace("$lat", Integer.toString(random.nextInt(160) - 80))
                        .replace("$long", Integer.toString(random.nextInt(320) - 160))
                        .replace("$word", word(Words.MATTERS, random))
                        .replace("$manner", word(Words.MANNERS, random));
        // nothing to fill: a row that joins with every answer makes it another query
        return filled.equals(text) ? text + "\nVALUES ?asked { " + number + " }\n" : filled;
    }

    private static String actor(SplittableRandom random) {
        return "<https://b.example/actor/N%04d>".formatted(random.nextInt(World.ACTORS));
    }

    private static String word(byte[][] words, SplittableRandom random) {
        return new String(
                words[random.nextInt(words.length)], java.nio.charset.StandardCharsets.UTF_8);
    }
}
