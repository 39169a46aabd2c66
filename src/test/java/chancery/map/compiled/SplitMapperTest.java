package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.check.GroupKeys;
import chancery.check.Validator;
import chancery.check.Web;
import chancery.describe.TableGroup;
import chancery.map.Mode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts of a table that are mapped by themselves give what the whole table gives.
class SplitMapperTest {
    private static final String METADATA =
            """
            {"@context": "http://www.w3.org/ns/csvw", "url": "t.csv",
             "dialect": {"commentPrefix": "#"},
             "tableSchema": {"primaryKey": "id", "columns": [
               {"name": "id", "required": true}, {"name": "text"},
               {"name": "number", "datatype": "integer"}]}}
            """;

    private static String table(long seed, boolean broken) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("id,text,number\n");
        for (int row = 0; row < 400; row++) {
            if (random.nextInt(40) == 0) {
                csv.append("# \"a comment\n");
            }
            csv.append(random.nextInt(900)).append(',');
            switch (random.nextInt(6)) {
                case 0 -> csv.append("\"two\nlines, \"\"quoted\"\"\"");
                case 1 -> csv.append("\"\"");
                case 2 -> csv.append("ä\" stray");
                case 3 -> csv.append("\"\n\n\"");
                default -> csv.append("plain");
            }
            csv.append(',').append(random.nextInt(12) == 0 ? "no number" : "" + row);
            csv.append(random.nextInt(50) == 0 ? ",too many" : "");
            csv.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return broken ? csv.append("1,\"never closed\n2,a,3\n").toString() : csv.toString();
    }

    private static StreamConverter.Settings settings(Mode mode) {
        return new StreamConverter.Settings(
                mode, 2, Optional.of("https://example.org/g"), true, (bytes, rows) -> {});
    }

    private static void assertPartsGiveTheWhole(String csv, Mode mode, int bytes) throws Exception {
        int parts =
                assertPartsGiveTheWhole(
                        csv.getBytes(StandardCharsets.UTF_8), METADATA, mode, bytes);
        assertTrue(parts > 1, "one part only");
    }

    /// @return how many parts there are
    private static int assertPartsGiveTheWhole(byte[] table, String metadata, Mode mode, int bytes)
            throws Exception {
        Web web =
                new Web()
                        .with("t.csv", table, "text/csv", "")
                        .with("t.csv-metadata.json", metadata);
        TableGroup group = web.metadata("t.csv-metadata.json").orElseThrow();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Findings ofWhole = new Findings();
        new StreamConverter(web, settings(mode), ofWhole).convert(group, whole);

        SplitMapper first = SplitMapper.of(web, group, 1, settings(mode), new Findings());
        List<Split> splits = first.splits(new ByteArrayInputStream(table), bytes);
        List<byte[]> parts = new ArrayList<>(Collections.nCopies(splits.size(), new byte[0]));
        List<Long> keys = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        Findings ofParts = new Findings();
        ofParts.addAll(first.head().findings());
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < splits.size(); i++) {
            order.add(i);
        }
        // by whom and in which order a part is mapped makes no difference
        Collections.shuffle(order, new Random(bytes));
        for (int i : order) {
            Split split = splits.get(i);
            int to = (int) Math.min(split.to(), table.length);
            int length = to - (int) split.from();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SplitMapper.Outcome outcome =
                    SplitMapper.of(web, group, 1, settings(mode), ofParts)
                            .map(
                                    new ByteArrayInputStream(table, (int) split.from(), length),
                                    split,
                                    out);
            outcome.keys().each((key, high, low, line, row) -> keys.add(high ^ low));
            parts.set(i, out.toByteArray());
            List<Long> read = new ArrayList<>();
            SplitMapper.of(web, group, 1, settings(mode), new Findings())
                    .read(
                            new ByteArrayInputStream(table, (int) split.from(), length),
                            split,
                            row -> read.add(row.position().row()));
            assertEquals(outcome.rows(), read.size());
            rows.addAll(read);
        }
        assertEquals(
                LongStream.rangeClosed(1, rows.size()).boxed().toList(),
                rows.stream().sorted().toList());
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        SplitMapper.writeGroup(group, Map.of(1, first.head().comments()), settings(mode), together);
        for (byte[] part : parts) {
            together.writeBytes(part);
        }
        assertEquals(
                whole.toString(StandardCharsets.UTF_8), together.toString(StandardCharsets.UTF_8));
        Set<Long> different = new HashSet<>(keys);
        long twice = ofWhole.sorted().stream().filter(f -> f.code() == Code.DUPLICATE_KEY).count();
        assertEquals(twice > 0, different.size() < keys.size());
        assertEquals(ofWhole.size() - twice, ofParts.size());
        return splits.size();
    }

    private static String metadata(String dialect) {
        return METADATA.replace("{\"commentPrefix\": \"#\"}", "{" + dialect + "}");
    }

    /// Each is read from its header on, by whatever the dialect says, and has its numbers.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"encoding\": \"iso-8859-1\"",
                "\"commentPrefix\": \"#\", \"skipBlankRows\": true",
                "\"commentPrefix\": \"#\", \"trim\": true",
                "\"commentPrefix\": \"#\", \"skipRows\": 2",
                "\"skipColumns\": 1",
                "\"lineTerminators\": [\"\\n\"]",
                "\"encoding\": \"iso-8859-1\", \"header\": false"
            })
    void aTableThatCannotBeCutIsReadAsAWhole(String dialect) throws Exception {
        String csv = "# made 2020\nsecond\n" + table(3, false) + "\n\n 7 , ä ,8\n";
        byte[] bytes =
                csv.getBytes(
                        dialect.contains("iso")
                                ? StandardCharsets.ISO_8859_1
                                : StandardCharsets.UTF_8);
        for (Mode mode : List.of(Mode.MINIMAL, Mode.STANDARD)) {
            assertEquals(1, assertPartsGiveTheWhole(bytes, metadata(dialect), mode, 500));
        }
    }

    @Test
    void commentsBeforeTheFirstRowAreWrittenOnce() throws Exception {
        String csv = "# made 2020\n" + table(5, false).replaceFirst("\n", "\n# and counted\n");
        assertPartsGiveTheWhole(csv, Mode.STANDARD, 500);
    }

    @Test
    void commentsOfATableWithoutRowsAreWritten() throws Exception {
        byte[] csv = "# made 2020\nid,text,number\n# none\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(0, assertPartsGiveTheWhole(csv, METADATA, Mode.STANDARD, 500));
    }

    @Test
    void aHeaderThatDoesNotFitIsToldOnceForAllParts() throws Exception {
        String csv = table(5, false).replaceFirst("number", "number,more");
        assertPartsGiveTheWhole(csv, Mode.MINIMAL, 500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 3000})
    void partsOfAnySizeGiveTheWhole(int bytes) throws Exception {
        for (long seed = 0; seed < 5; seed++) {
            assertPartsGiveTheWhole(table(seed, false), Mode.MINIMAL, bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"MINIMAL", "STANDARD"})
    void aTableThatCannotBeReadToItsEndGivesWhatStandsBefore(Mode mode) throws Exception {
        assertPartsGiveTheWhole(table(7, true), mode, 500);
    }

    private static final String TWO_TABLES =
            """
            {"@context": "http://www.w3.org/ns/csvw", "tables": [
             {"url": "places.csv", "suppressOutput": true,
              "tableSchema": {"primaryKey": ["a", "b"], "columns": [
                {"name": "a"}, {"name": "b", "datatype": "integer"}, {"name": "c"}]}},
             {"url": "t.csv", "tableSchema": {"columns": [
                {"name": "x", "null": ["", "none"]},
                {"name": "y", "datatype": "integer"}, {"name": "z", "default": "z1"}],
               "foreignKeys": [
                 {"columnReference": ["x", "y"],
                  "reference": {"resource": "places.csv", "columnReference": ["a", "b"]}},
                 {"columnReference": "z",
                  "reference": {"resource": "places.csv", "columnReference": "c"}}]}}]}
            """;

    /// A key as it was noted.
    private record Noted(int key, long high, long low, long row) {
        boolean meets(int number, Noted other) {
            return number == other.key && high == other.high && low == other.low;
        }
    }

    private static List<Noted> noted(Web web, TableGroup group, int number, String csv)
            throws Exception {
        byte[] table = csv.getBytes(StandardCharsets.UTF_8);
        List<Noted> noted = new ArrayList<>();
        for (Split split :
                SplitMapper.of(web, group, number, settings(Mode.MINIMAL), new Findings())
                        .splits(new ByteArrayInputStream(table), 200)) {
            int to = (int) Math.min(split.to(), table.length);
            SplitMapper.of(web, group, number, settings(Mode.MINIMAL), new Findings())
                    .map(
                            new ByteArrayInputStream(
                                    table, (int) split.from(), to - (int) split.from()),
                            split,
                            OutputStream.nullOutputStream())
                    .keys()
                    .each((key, high, low, line, row) -> noted.add(new Noted(key, high, low, row)));
        }
        return noted;
    }

    /// What refers to nothing, one row or several is told by the digests of all parts as it is told
    /// by the checker, which reads the tables as a whole.
    @Test
    void referencesOfPartsLeadWhereThoseOfTheWholeDo() throws Exception {
        Random random = new Random(11);
        StringBuilder places = new StringBuilder("a,b,c\n");
        for (int row = 0; row < 60; row++) {
            places.append("\"p \"\"%d\"\"\",%d,z%d\n".formatted(row, row % 7, row % 40));
        }
        StringBuilder csv = new StringBuilder("x,y,z\n");
        for (int row = 0; row < 300; row++) {
            int place = random.nextInt(66);
            String x = "\"p \"\"%d\"\"\"".formatted(place);
            csv.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "";
                        case 1 -> "none";
                        case 2 -> "\"p\n\"";
                        default -> x;
                    });
            csv.append(',');
            csv.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "";
                        case 1 -> "no number";
                        case 2 -> "+0" + place % 7;
                        default -> "" + place % 7;
                    });
            csv.append(',').append(random.nextBoolean() ? "z" + random.nextInt(45) : "");
            csv.append(random.nextInt(50) == 0 ? ",too many\n" : "\n");
        }
        Web web =
                new Web()
                        .with("places.csv", places.toString())
                        .with("t.csv", csv.toString())
                        .with("m.json", TWO_TABLES);
        TableGroup group = web.metadata("m.json").orElseThrow();
        Findings whole = new Findings();
        new Validator(web, whole).validate(group);

        GroupKeys keys = GroupKeys.of(group.tables());
        List<Noted> targets = noted(web, group, 1, places.toString());
        List<String> broken = new ArrayList<>();
        for (Noted reference : noted(web, group, 2, csv.toString())) {
            int number = -1 - reference.key();
            assertEquals(reference.key(), SplitMapper.number(number));
            int target = keys.references().get(number).target().orElseThrow();
            long met = targets.stream().filter(it -> reference.meets(target, it)).count();
            if (met != 1) {
                broken.add(reference.row() + " " + number + " " + (met == 0 ? "none" : "several"));
            }
        }
        List<String> expected =
                whole.sorted().stream()
                        .filter(f -> f.code().name().endsWith("_REFERENCE"))
                        .map(
                                f ->
                                        f.position().row()
                                                + (f.columnNumber() == 1 ? " 0 " : " 1 ")
                                                + (f.code() == Code.DANGLING_REFERENCE
                                                        ? "none"
                                                        : "several"))
                        .toList();
        assertTrue(expected.size() > 50);
        assertEquals(expected.stream().sorted().toList(), broken.stream().sorted().toList());
    }
}
