package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of a dataset that are not what its pack describes: what is refused changes nothing, what
/// is left out is told.
class PackBadInputTest {
    private static final String HEADER =
            "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n";
    private static final String AZERBAIJAN = "AZE,373,Azerbaijan,1991,12,26,2016,12,31,2016\n";
    private static final String RUSSIA = "RUS,365,Russia,1816,1,1,2016,12,31,2016\n";

    @TempDir private Path folder;
    private Path seeds = Path.of("");

    @BeforeEach
    void copyWhatPacksNeed() throws IOException {
        seeds = Files.createDirectories(folder.resolve("seeds"));
        for (String table : List.of("changes", "concepts", "schemes", "states", "state-codes")) {
            for (String end : List.of(".csv", ".csv-metadata.json")) {
                Files.copy(Path.of("seeds", table + end), seeds.resolve(table + end));
            }
        }
        Folders.copy(
                Path.of("seeds/packs/cow-states"),
                Files.createDirectories(seeds.resolve("packs")).resolve("cow-states"));
    }

    private Result add(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return Result.of(
                "pack",
                "add",
                "cow-states",
                file.toString(),
                "--seeds",
                seeds.toString(),
                "--packs",
                folder.resolve("packs").toString(),
                "--releases",
                folder.resolve("releases").toString());
    }

    private Result add(String table) throws IOException {
        return add("states2016.csv", table.getBytes(StandardCharsets.UTF_8));
    }

    private void isRefused(Result added, String... words) throws IOException {
        assertTrue(added.exit() != 0, added.out() + added.err());
        for (String word : words) {
            assertTrue(added.err().contains(word), word + " is not in " + added.err());
        }
        assertFalse(Files.exists(folder.resolve("packs/cow-states")), "a file was left");
        assertFalse(Files.exists(folder.resolve("releases/current")), "a release was made");
    }

    private void isBuilt(Result added, String... words) {
        assertEquals(0, added.exit(), added.out() + added.err());
        for (String word : words) {
            assertTrue(added.err().contains(word), word + " is not in " + added.err());
        }
    }

    @Test
    void aFileAsDescribedIsBuiltWithoutAFinding() throws IOException {
        Result added = add(HEADER + AZERBAIJAN + RUSSIA);
        isBuilt(added, "pack cow-states: states2016.csv: 2 rows, ");
        assertFalse(added.err().contains("findings in the files"), added.err());
    }

    @Test
    void aFileOfAnotherVersionIsRefusedAndItsColumnsNamed() throws IOException {
        String renamed = HEADER.replace("ccode", "cowcode").replace(",version", "");
        isRefused(
                add(renamed + "AZE,373,Azerbaijan,1991,12,26,2016,12,31\n"),
                "cowcode",
                "found no columns \"ccode\", \"version\"",
                "missing-column");
    }

    @Test
    void aFileThatIsRefusedLeavesTheOneThatItWasToReplace() throws IOException {
        isBuilt(add(HEADER + AZERBAIJAN + RUSSIA));
        Path kept = folder.resolve("packs/cow-states/states2016.csv");
        String list = Files.readString(folder.resolve("packs/cow-states/files.tsv"));
        String release = Files.readString(folder.resolve("releases/current"));
        Result added = add(HEADER.replace("ccode", "cowcode") + AZERBAIJAN);
        assertTrue(added.exit() != 0, added.out() + added.err());
        assertEquals(HEADER + AZERBAIJAN + RUSSIA, Files.readString(kept));
        assertEquals(list, Files.readString(folder.resolve("packs/cow-states/files.tsv")));
        assertEquals(release, Files.readString(folder.resolve("releases/current")));
        isBuilt(add(HEADER + AZERBAIJAN));
        assertEquals(HEADER + AZERBAIJAN, Files.readString(kept));
        assertFalse(Files.exists(kept.resolveSibling("states2016.csv.former")));
    }

    @Test
    void columnsInAnotherOrderAreRefused() throws IOException {
        String other = HEADER.replace("stateabb,ccode", "ccode,stateabb");
        isRefused(add(other + "373,AZE,Azerbaijan,1991,12,26,2016,12,31,2016\n"), "column-order");
    }

    @Test
    void halfAnArchiveIsRefused() throws IOException {
        List<String> rows = new ArrayList<>(Collections.nCopies(5000, AZERBAIJAN));
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, rows.get(i).replace("1991", Integer.toString(1000 + i)));
        }
        byte[] whole = (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(whole);
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("states2016.csv"));
            out.write(whole);
        }
        byte[] half = Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2);
        isRefused(
                add("states2016.csv.gz", half),
                folder.resolve("states2016.csv.gz") + ": cannot be read on");
        byte[] halfZip = Arrays.copyOf(zip.toByteArray(), zip.size() / 2);
        isRefused(add("states2016.csv.zip", halfZip), "states2016.csv.zip", "cannot be read on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AZE,373,Azer", "AZE,373,Azerbaijan,1991,12,26,2016,12,31"})
    void aFileThatEndsWithinARecordIsRefused(String cut) throws IOException {
        isRefused(
                add(HEADER + RUSSIA + cut),
                "states2016.csv:3: found that the file ends within a row, after ",
                "of 10 fields, expected all of it; is it half a download?");
    }

    @Test
    void aShortRecordInAWholeFileIsToldAndLeftOut() throws IOException {
        isBuilt(
                add(HEADER + "AZE,373,Azer\n" + RUSSIA),
                "states2016.csv:2: found 3 fields, expected 10 [field-count]");
    }

    @Test
    void aPageThatSaysThatThereIsNoSuchFileIsRefused() throws IOException {
        byte[] page = "\n<!DOCTYPE html>\n<title>404</title>\n".getBytes(StandardCharsets.UTF_8);
        isRefused(add("states2016.csv", page), "states2016.csv: found a web page", "a table");
        isRefused(add("states2016.csv.gz", page), "states2016.csv.gz: found a web page");
    }

    @Test
    void whatIsEmptyIsRefused() throws IOException {
        isRefused(add(""), "states2016.csv: found an empty file, expected a table");
        isRefused(add("states2016.csv.gz", new byte[0]), "found an empty file");
        isRefused(add(HEADER), "states2016.csv: found no rows, expected at least one");
    }

    @Test
    void whatIsCalledAnArchiveAndIsNoneIsRefused() throws IOException {
        byte[] table = (HEADER + AZERBAIJAN).getBytes(StandardCharsets.UTF_8);
        isRefused(add("states2016.csv.gz", table), "states2016.csv.gz: found no archive");
        isRefused(add("states2016.csv.zip", table), "found no file in the archive");
    }

    @Test
    void anEventBeforeItsStateExistedIsToldAndItsOtherCellsStay() throws IOException {
        isBuilt(
                add(HEADER + "TAW,713,Taiwan,1900,1,1,2016,12,31,2016\n"),
                "pack cow-states: states2016.csv: 1 rows, ",
                "states2016.csv:2: column \"state\": found \"713 at 1900-01-01\"",
                "taiwan from 1949-10-01 to ..",
                "[code-at-another-time]");
    }

    @Test
    void aRecordCutWithinQuotesIsRefused() throws IOException {
        isRefused(add(HEADER + RUSSIA + "AZE,373,\"Azerb"), "states2016.csv:3");
    }

    @Test
    void twoEncodingsInOneFileAreRefusedWithTheLine() throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes((HEADER + "CDI,437,Côte d'").getBytes(StandardCharsets.UTF_8));
        table.writeBytes("Ivoire,1960,8,7,2016,12,31,2016\n".getBytes(StandardCharsets.UTF_8));
        table.writeBytes(
                "CDI,437,Côte,1961,8,7,2016,12,31,2016\n".getBytes(StandardCharsets.ISO_8859_1));
        isRefused(
                add("states2016.csv", table.toByteArray()),
                "states2016.csv:3: found the byte 0xF4, expected text in UTF-8");
    }

    @Test
    void aCodeThatNobodyHasIsToldAndLeftOut() throws IOException {
        isBuilt(
                add(HEADER + AZERBAIJAN + "XXX,999,Nowhere,1991,12,26,2016,12,31,2016\n"),
                "states2016.csv:3: column \"state\": found \"999\", expected a code of cow",
                "[unknown-code]",
                "1 findings in the files of packs");
    }

    @Test
    void aCodeThatNoStateHadAtThatDateIsToldWithWhatItNamedWhen() throws IOException {
        isBuilt(
                add(HEADER + AZERBAIJAN + "GMY,255,Germany,1950,1,1,2016,12,31,2016\n"),
                "states2016.csv:3: column \"state\": found \"255 at 1950-01-01\"",
                "german-reich from 1871-01-18 to 1945-05-08",
                "[code-at-another-time]");
    }

    @Test
    void aFileOfAnotherNameIsRefusedWithTheNamesThatFit() throws IOException {
        isRefused(
                add("states.csv", (HEADER + AZERBAIJAN).getBytes(StandardCharsets.UTF_8)),
                "found the name states.csv",
                "states2016.csv");
    }
}
