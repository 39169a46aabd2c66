package chancery.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tables that others wrote, and our own. The project holds no copy of those of others: they are
/// looked for in `../shared`, and a test without them is skipped.
class PublicTablesTest {
    private static final Path NONE = Path.of("no tables of others here");
    private static final Path SHARED = Path.of("../shared");

    /// Tables with faults, and what they are.
    private static final Map<String, String> FAULTY =
            Map.of(
                    "leaderlist_3_21.csv",
                    "the table cannot be read on from line 2451: found the byte 0x85",
                    "un_roll_calls.csv",
                    "8 fields with characters that XML does not allow (the first on line 5,821)",
                    "manifest.csv",
                    "93 rows with another number of fields than 11");

    static List<Path> tables() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("datasets", "csvw-tests")) {
            if (Files.isDirectory(SHARED.resolve(folder))) {
                try (Stream<Path> files = Files.walk(SHARED.resolve(folder))) {
                    files.filter(file -> file.toString().matches("(?i).*\\.(?:csv|tsv|csv\\.gz)"))
                            .sorted()
                            .forEach(all::add);
                }
            }
        }
        return all.isEmpty() ? List.of(NONE) : all;
    }

    private static Source source(Path file) {
        return new Source(
                String.valueOf(file.getFileName()),
                () ->
                        file.toString().endsWith(".gz")
                                ? new GZIPInputStream(Files.newInputStream(file))
                                : Files.newInputStream(file));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aDescriptionIsValidButForTheFaultsOfItsTable(Path file) throws Undescribable {
        assumeTrue(!file.equals(NONE), NONE.toString());
        Described described = Described.ofSources(Map.of("t.csv", source(file)), 0);
        String fault = FAULTY.getOrDefault(String.valueOf(file.getFileName()), "");
        if (fault.isEmpty()) {
            assertEquals(List.of(), described.faults());
            assertEquals(List.of(), described.findings());
        } else {
            assertEquals(1, described.faults().size(), described.faults().toString());
            assertTrue(
                    described.faults().getFirst().contains(fault), described.faults().toString());
        }
    }

    private static Described named(String folder, String... names) throws Undescribable {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (String name : names) {
            Path file = SHARED.resolve("datasets").resolve(folder).resolve(name);
            assumeTrue(Files.exists(file), NONE.toString());
            sources.put(name.replace(".gz", ""), source(file));
        }
        return Described.ofSources(sources, 0);
    }

    @Test
    void namibiaVotes() throws Undescribable {
        Described votes =
                named(
                        "un-votes",
                        "un_votes.csv.gz",
                        "un_roll_calls.csv",
                        "un_roll_call_issues.csv");
        assertEquals(1, votes.faults().size(), votes.faults().toString());
        assertEquals("['rcid', 'country']", votes.key());
        assertTrue(!votes.column(3).contains("NA"), votes.column(3));
        assertEquals("'rcid'", votes.key(1));
        assertEquals(
                "[{'columnReference': 'rcid', 'reference': {'resource': 'un_roll_calls.csv',"
                        + " 'columnReference': 'rcid'}}]",
                votes.references(0));
        assertEquals(votes.references(0), votes.references(2));
    }

    @Test
    void eventCodesKeepTheirZeros() throws Undescribable {
        Described events = named("gdelt", "20180101000000.export.CSV");
        assertTrue(events.dialect().contains("'delimiter': '\\t', 'header': false"));
        assertEquals("'column_1'", events.key());
        assertEquals("{'base': 'date', 'format': 'yyyyMMdd'}", events.datatype(2));
        assertEquals("'string'", events.datatype(27));
        assertEquals("{'base': 'dateTime', 'format': 'yyyyMMddHHmmss'}", events.datatype(60));
        assertEquals("'anyURI'", events.datatype(61));
    }

    @Test
    void yearsNextToNotAvailable() throws Undescribable {
        Described agreements = named("desta", "DESTA.csv");
        assertTrue(agreements.dialect().contains("'delimiter': ';'"), agreements.dialect());
        assertEquals("'number'", agreements.key());
        assertEquals("'gYear'", agreements.datatype(6));
        assertTrue(agreements.column(6).contains("'null': ['', 'NA']"), agreements.column(6));
    }

    @Test
    void ourOwnTablesTogetherAreValid() throws Undescribable, IOException {
        Map<String, Source> sources = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(Path.of("seeds"))) {
            files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .forEach(
                            file ->
                                    sources.put(
                                            String.valueOf(file.getFileName()), Source.of(file)));
        }
        Described described = Described.ofSources(sources, 0);
        assertEquals(List.of(), described.findings());
        assertEquals(List.of(), described.faults());
    }
}
