package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of the house: who may import whom, how long a file may be, who may print.
class HouseRulesTest {
    private static final Path MAIN = Path.of("src/main/java/chancery");
    private static final int LINES_AT_MOST = 400;

    private static final Map<String, Set<String>> MAY_IMPORT =
            Map.ofEntries(
                    Map.entry("vocab", Set.of()),
                    Map.entry("table", Set.of()),
                    Map.entry("time", Set.of()),
                    Map.entry("measure", Set.of("time")),
                    Map.entry("describe", Set.of("table")),
                    Map.entry("check", Set.of("table", "describe", "time", "measure")),
                    Map.entry("infer", Set.of("table", "describe", "check")),
                    Map.entry(
                            "map",
                            Set.of("table", "describe", "check", "time", "measure", "vocab")),
                    Map.entry(
                            "evidence",
                            Set.of(
                                    "table",
                                    "describe",
                                    "check",
                                    "map",
                                    "time",
                                    "measure",
                                    "vocab")),
                    Map.entry("judge", Set.of("evidence", "time", "measure", "vocab")),
                    Map.entry("search", Set.of("vocab")),
                    Map.entry("release", Set.of("search", "vocab")),
                    Map.entry("follow", Set.of("release")),
                    Map.entry("view", Set.of("evidence", "judge", "time", "measure", "vocab")),
                    Map.entry("pack", Set.of("table", "describe", "vocab")),
                    Map.entry("link", Set.of("table", "describe", "vocab")),
                    Map.entry("reconcile", Set.of("release", "search", "time", "vocab")),
                    Map.entry("guard", Set.of("release", "search", "vocab")),
                    Map.entry("page", Set.of("release", "search", "time", "vocab")),
                    Map.entry(
                            "serve",
                            Set.of(
                                    "release",
                                    "guard",
                                    "page",
                                    "reconcile",
                                    "search",
                                    "view",
                                    "vocab")),
                    Map.entry(
                            "cli",
                            Set.of(
                                    "vocab",
                                    "pack",
                                    "table",
                                    "time",
                                    "measure",
                                    "describe",
                                    "check",
                                    "infer",
                                    "map",
                                    "evidence",
                                    "follow",
                                    "judge",
                                    "release",
                                    "search",
                                    "guard",
                                    "page",
                                    "view",
                                    "link",
                                    "serve")));

    /// Third-party packages that one room alone may import.
    private static final Map<String, Set<String>> AT_HOME_IN =
            Map.ofEntries(
                    Map.entry("org.apache.commons.csv", Set.of("table")),
                    Map.entry("com.fasterxml.jackson", Set.of("describe", "reconcile")),
                    Map.entry("com.dynatrace.hash4j", Set.of("check")),
                    Map.entry("org.mozilla", Set.of("infer")),
                    Map.entry("com.github.luben", Set.of("release", "serve")),
                    Map.entry("com.github.benmanes", Set.of("serve")),
                    Map.entry("freemarker", Set.of("page")),
                    Map.entry("org.apache.lucene", Set.of("search")),
                    Map.entry("org.apache.jena.query.text", Set.of("search")),
                    Map.entry("org.apache.jena.tdb2", Set.of("release", "guard")),
                    Map.entry("org.apache.jena.fuseki", Set.of("serve", "guard")),
                    Map.entry("org.apache.hc", Set.of("guard")),
                    Map.entry("io.micrometer", Set.of("serve")),
                    Map.entry("picocli", Set.of("cli")),
                    Map.entry("me.tongfei", Set.of("cli")));

    private static final Pattern OURS = Pattern.compile("^import (?:static )?chancery\\.(\\w+)\\.");
    private static final Pattern ANY = Pattern.compile("^import (?:static )?([\\w.]+)");

    @Test
    void roomsImportOnlyTheRoomsBeforeThem() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : sources()) {
            String room = room(file);
            for (String line : Files.readAllLines(file)) {
                Matcher imported = OURS.matcher(line);
                if (imported.find()
                        && !imported.group(1).equals(room)
                        && !MAY_IMPORT.getOrDefault(room, Set.of()).contains(imported.group(1))) {
                    broken.add(file + ": " + line);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyRoomIsInTheTable() throws IOException {
        for (Path file : sources()) {
            assertTrue(MAY_IMPORT.containsKey(room(file)), "no such room: " + file);
        }
    }

    @Test
    void librariesStayInTheirRooms() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : sources()) {
            for (String line : Files.readAllLines(file)) {
                Matcher imported = ANY.matcher(line);
                if (imported.find()) {
                    AT_HOME_IN.forEach(
                            (library, rooms) -> {
                                if (imported.group(1).startsWith(library)
                                        && !rooms.contains(room(file))) {
                                    broken.add(file + ": " + line);
                                }
                            });
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void noFileIsLongerThanTheLimit() throws IOException {
        for (Path file : sources()) {
            long lines = Files.readAllLines(file).size();
            assertTrue(lines <= LINES_AT_MOST, file + " has " + lines + " lines");
        }
    }

    @Test
    void everyRoomSaysWhatItDoes() throws IOException {
        for (Path file : sources()) {
            Path info = file.resolveSibling("package-info.java");
            assertTrue(Files.exists(info), "missing: " + info);
            assertTrue(Files.readString(info).contains("@NullMarked"), info.toString());
        }
    }

    @Test
    void onlyMainPrints() throws IOException {
        for (Path file : sources()) {
            String text = Files.readString(file);
            boolean prints = text.contains("System.out") || text.contains("System.err");
            assertFalse(prints && !file.endsWith("cli/Main.java"), file + " prints");
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java")).toList();
            assertFalse(found.isEmpty());
            return found;
        }
    }

    private static String room(Path file) {
        return MAIN.relativize(file).getName(0).toString();
    }
}
