package chancery.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Made-up files of the pack `gdelt`, and what a build of that pack alone needs.
final class EventTables {
    private static final int COLUMNS = 61;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final List<String> STATES = List.of("USA", "RUS", "AZE", "EUR", "QQQ", "");
    private static final List<String> PLACES = List.of("US", "RS", "AJ", "");

    private EventTables() {}

    /// Writes the tables of states and codes, and the pack.
    static Path seeds(Path folder) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        for (String table :
                List.of(
                        "changes",
                        "concepts",
                        "schemes",
                        "states",
                        "state-codes",
                        "region-codes")) {
            for (String end : List.of(".csv", ".csv-metadata.json")) {
                Files.copy(Path.of("seeds", table + end), seeds.resolve(table + end));
            }
        }
        Folders.copy(
                Path.of("seeds/packs/gdelt"),
                Files.createDirectories(seeds.resolve("packs")).resolve("gdelt"));
        return seeds;
    }

    /// Writes a file of events.
    ///
    /// @param day of its name, such as `20180101`
    /// @param seed another one makes other rows
    static Path write(Path folder, String day, int rows, long seed) throws IOException {
        Path file = Files.createDirectories(folder).resolve(day + "000000.export.CSV");
        Random random = new Random(seed);
        LocalDate last = LocalDate.parse(day, DAY);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < rows; row++) {
                List<String> cells = new ArrayList<>(Collections.nCopies(COLUMNS, ""));
                cells.set(0, Long.toString(Long.parseLong(day) * 1_000_000 + row));
                cells.set(1, DAY.format(last.minusDays(random.nextInt(60))));
                cells.set(7, STATES.get(random.nextInt(STATES.size())));
                cells.set(17, STATES.get(random.nextInt(STATES.size())));
                cells.set(26, "0" + (10 + random.nextInt(50)));
                cells.set(53, PLACES.get(random.nextInt(PLACES.size())));
                out.write(String.join("\t", cells) + "\n");
            }
        }
        return file;
    }
}
