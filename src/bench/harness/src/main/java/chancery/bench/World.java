package chancery.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// `World ROWS FOLDER`: the event table and what its rows point at: actors with regions and
/// successors, regions inside regions, and which event followed which.
///
/// 960,000 rows make ten million triples.
public final class World {
    static final int ACTORS = 5_000;
    static final int REGIONS = 63;
    private static final String[] KINDS = {"state", "province", "league", "city", "island"};

    private final SplittableRandom random = new SplittableRandom(EventTable.SEED);
    private final Path folder;

    private World(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        long rows = Long.parseLong(args[0].replace("_", ""));
        World world = new World(Files.createDirectories(Path.of(args[1])));
        world.events(rows);
        world.regions();
        world.actors();
        world.follows(rows);
    }

    /// The id of a row of the event table.
    static String event(long row) {
        return String.format("E%09d", (row * 700_001L + 123_456_789L) % EventTable.ROWS_AT_MOST);
    }

    private void events(long rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("events.csv"))) {
            new EventTable(EventTable.SEED).write(rows, out);
        }
    }

    /// A binary tree: region 1 is the whole.
    private void regions() throws IOException {
        try (BufferedWriter out = csv("regions.csv")) {
            out.write("code,label,partOf\n");
            for (int i = 1; i <= REGIONS; i++) {
                out.write(
                        "R%02d,Region %d,%s%n"
                                .formatted(i, i, i == 1 ? "" : "R%02d".formatted(i / 2)));
            }
        }
    }

    /// Four actors in five have a successor, of a higher number: chains of about five.
    private void actors() throws IOException {
        try (BufferedWriter out = csv("actors.csv")) {
            out.write("code,label,kind,region,founded,successor\n");
            for (int i = 0; i < ACTORS; i++) {
                int successor = i + 1 + random.nextInt(ACTORS / 5);
                boolean has = successor < ACTORS && random.nextInt(5) > 0;
                out.write(
                        "N%04d,Actor %d of the %s kind,%s,R%02d,%d,%s%n"
                                .formatted(
                                        i,
                                        i,
                                        KINDS[i % KINDS.length],
                                        KINDS[i % KINDS.length],
                                        1 + random.nextInt(REGIONS),
                                        1700 + random.nextInt(300),
                                        has ? "N%04d".formatted(successor) : ""));
            }
        }
    }

    /// One event in five followed another.
    private void follows(long rows) throws IOException {
        try (BufferedWriter out = csv("follows.csv")) {
            out.write("event,after\n");
            for (long row = 100; row <= rows; row++) {
                if (random.nextInt(5) == 0) {
                    out.write(event(row) + "," + event(row - 1 - random.nextInt(50)) + "\n");
                }
            }
        }
    }

    private BufferedWriter csv(String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
