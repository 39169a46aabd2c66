package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.pack.PackStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `pack list`, `add` and `remove` do to the folder of files: what is refused leaves it, byte
/// by byte, as it was.
class PackCommandsTest {
    private static final String FIRST = "20180101000000.export.CSV";
    private static final String SECOND = "20180101001500.export.CSV";
    private static final String STATES = "states2016.csv";
    private static final String AZERBAIJAN =
            """
            stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
            AZE,373,Azerbaijan,1991,12,26,2016,12,31,2016
            """;
    private static final String KINDS = "CAMEO.eventcodes.txt";

    @TempDir private Path folder;
    private Path seeds = Path.of("");
    private Path packs = Path.of("");

    @BeforeEach
    void copyWhatPacksNeed() throws IOException {
        seeds = Files.createDirectories(folder.resolve("seeds"));
        packs = folder.resolve("packs");
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
        Files.createDirectories(seeds.resolve("packs"));
        for (String pack : List.of("gdelt", "un-votes", "cow-states")) {
            Folders.copy(Path.of("seeds/packs", pack), seeds.resolve("packs").resolve(pack));
        }
    }

    private Result pack(String... words) {
        List<String> all = new ArrayList<>(List.of("pack"));
        all.addAll(List.of(words));
        all.addAll(List.of("--seeds", seeds.toString(), "--packs", packs.toString()));
        all.addAll(List.of("--releases", folder.resolve("releases").toString()));
        return Result.of(all.toArray(String[]::new));
    }

    /// One event between Azerbaijan and Russia.
    private static String event(String number) {
        String[] cells = new String[61];
        Arrays.fill(cells, "");
        cells[0] = number;
        cells[1] = "20180101";
        cells[7] = "AZE";
        cells[17] = "RUS";
        cells[26] = "036";
        cells[53] = "AJ";
        return String.join("\t", cells) + "\n";
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String states() throws IOException {
        return file(STATES, utf8(AZERBAIJAN));
    }

    private String kinds() throws IOException {
        return file(KINDS, utf8("CAMEOEVENTCODE\tEVENTDESCRIPTION\n4\tMaterial conflict\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < names.length; i++) {
                zip.putNextEntry(new ZipEntry(names[i]));
                zip.write(utf8(event("1" + i)));
            }
        }
        return bytes.toByteArray();
    }

    /// Names and contents of all files that were added.
    private String kept() throws IOException {
        if (!Files.isDirectory(packs)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(packs)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            List<String> shown = new ArrayList<>();
            for (Path file : all) {
                if (!file.getFileName().toString().equals(".lock")) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    shown.add(packs.relativize(file) + "=" + text);
                }
            }
            return shown.stream().collect(Collectors.joining("\n"));
        }
    }

    private void isBuilt(Result result) {
        assertEquals(0, result.exit(), result.out() + result.err());
    }

    private void isRefused(Result result, String... words) {
        assertEquals(3, result.exit(), result.out() + result.err());
        for (String word : words) {
            assertTrue(result.err().contains(word), word + " is not in " + result.err());
        }
    }

    @Test
    void takesArchivesAsTheyArePublishedSeveralAtOnce() throws IOException {
        isBuilt(
                pack(
                        "add",
                        "gdelt",
                        file(FIRST + ".zip", zip(FIRST)),
                        file(SECOND, utf8(event("7")))));
        Result list = pack("list");
        isBuilt(list);
        assertTrue(list.out().contains(FIRST + ".zip: 1 row, "), list.out());
        assertTrue(list.out().contains(SECOND + ": 1 row, "), list.out());
    }

    @Test
    void refusesArchivesOfAnotherNumberOfFiles() throws IOException {
        isRefused(
                pack("add", "gdelt", file(FIRST + ".zip", zip("a.CSV", "b.CSV"))),
                FIRST + ".zip: ",
                "found several files in the archive, expected one");
        isRefused(
                pack("add", "gdelt", file(FIRST + ".zip", zip())),
                FIRST + ".zip: found no file in the archive, or no archive, expected one");
        assertEquals("", kept());
    }

    @Test
    void refusesTheSameFileTwiceUnderTwoNamesOrTwoFilesOfOneName() throws IOException {
        String one = file(FIRST, utf8(event("1")));
        isRefused(
                pack("add", "gdelt", one, file(SECOND, utf8(event("1")))),
                SECOND + ": found the same file as " + one + ", expected each once");
        Path other = Files.createDirectories(folder.resolve("other")).resolve(FIRST);
        Files.writeString(other, event("2"));
        isRefused(pack("add", "gdelt", one, other.toString()), "found the same file as " + one);
        assertEquals("", kept());
    }

    @Test
    void replacesAFileThatIsPackedOtherwise() throws IOException {
        isBuilt(pack("add", "gdelt", file(FIRST, utf8(event("1")))));
        isBuilt(pack("add", "gdelt", file(FIRST + ".zip", zip(FIRST))));
        assertFalse(Files.exists(packs.resolve("gdelt").resolve(FIRST)));
        assertEquals(1, Files.readAllLines(packs.resolve("gdelt/files.tsv")).size());
    }

    @Test
    void addingAFileAgainChangesNothing() throws IOException {
        isBuilt(pack("add", "cow-states", states()));
        String before = kept();
        String release = Files.readString(folder.resolve("releases/current"));
        isBuilt(pack("add", "cow-states", states()));
        assertEquals(before, kept());
        assertEquals(release, Files.readString(folder.resolve("releases/current")));
    }

    @Test
    void votesWithoutTheirRollCallsAreRefused() throws IOException {
        String votes = "rcid,country,country_code,vote\n3,Azerbaijan,AZ,yes\n";
        isRefused(
                pack("add", "un-votes", file("un_votes.csv", utf8(votes))),
                "un_votes.csv: found it without un_roll_calls.csv",
                "give both to pack add un-votes");
        assertEquals("", kept());
    }

    @Test
    void aFileThatHasGoneIsToldWithTheWayBack() throws IOException {
        isBuilt(pack("add", "cow-states", states()));
        Path gone = packs.resolve("cow-states").resolve(STATES);
        Files.delete(gone);
        Result list = pack("list");
        isBuilt(list);
        assertTrue(list.out().contains(STATES + ": gone"), list.out());
        isRefused(
                pack("add", "gdelt", kinds()),
                gone + ": found no such file",
                "pack add cow-states FILE brings it back, pack remove cow-states takes the pack");
        isBuilt(pack("add", "cow-states", states()));
        assertTrue(Files.exists(gone));
        Files.delete(gone);
        isBuilt(pack("remove", "cow-states"));
        assertEquals("", kept());
    }

    @Test
    void whatIsNotThereCannotBeRemoved() throws IOException {
        Path beside = Files.createDirectories(folder.resolve("beside"));
        Files.createDirectories(packs);
        isRefused(pack("remove", "gdelt"), "found no files of gdelt", "there are files of no pack");
        isRefused(pack("remove", "../beside"), "found no pack \"../beside\"");
        assertTrue(Files.isDirectory(beside), "a folder beside it was removed");
    }

    @Test
    void anotherNameIsAnsweredWithTheNearest() throws IOException {
        isRefused(
                pack("add", "gdlt", file(FIRST, utf8(event("1")))),
                "found no pack \"gdlt\", expected one of cow-states, gdelt, un-votes",
                "did you mean gdelt?");
        Result other = pack("remove", "weather");
        isRefused(other, "found no pack \"weather\"");
        assertFalse(other.err().contains("did you mean"), other.err());
    }

    @Test
    void whoeverComesWhileFilesAreBeingChangedIsToldAndChangesNothing() throws IOException {
        isBuilt(pack("add", "cow-states", states()));
        String before = kept();
        try (var claim = new PackStore(packs).claim()) {
            assertNotNull(claim);
            isRefused(pack("add", "gdelt", kinds()), "found another pack add or pack remove");
            isRefused(pack("remove", "cow-states"), "found another pack add or pack remove");
        }
        assertEquals(before, kept());
        isBuilt(pack("add", "gdelt", kinds()));
        assertNotEquals(before, kept());
    }

    /// What a process leaves that is ended while it adds.
    @Test
    void halfAnAdditionIsForgotten() throws IOException {
        isBuilt(pack("add", "cow-states", states()));
        String before = kept();
        Path half = Files.createDirectories(packs.resolve("cow-states/.new"));
        Files.writeString(half.resolve(STATES), "half");
        isBuilt(pack("add", "cow-states", states()));
        assertEquals(before, kept());
    }

    @Test
    void aReleaseThatCannotBeMadeWithoutAPackLeavesItsFiles() throws IOException {
        isBuilt(pack("add", "cow-states", states()));
        String before = kept();
        Path states = seeds.resolve("states.csv");
        Files.writeString(states, Files.readString(states).replaceFirst("\nabkhazia,", "\n,"));
        assertEquals(1, pack("remove", "cow-states").exit());
        assertEquals(before, kept());
    }
}
