package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Findings;
import chancery.check.Web;
import chancery.describe.TableGroup;
import chancery.map.Mode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
        Web web = new Web().with("t.csv", csv).with("t.csv-metadata.json", METADATA);
        TableGroup group = web.metadata("t.csv-metadata.json").orElseThrow();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Findings ofWhole = new Findings();
        new StreamConverter(web, settings(mode), ofWhole).convert(group, whole);

        Findings ofParts = new Findings();
        byte[] table = csv.getBytes(StandardCharsets.UTF_8);
        List<Split> splits =
                SplitMapper.of(web, group, 1, settings(mode), new Findings())
                        .splits(new ByteArrayInputStream(table), bytes);
        assertTrue(splits.size() > 1, "one part only");
        List<byte[]> parts = new ArrayList<>(Collections.nCopies(splits.size(), new byte[0]));
        List<SplitMapper.Key> keys = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < splits.size(); i++) {
            order.add(i);
        }
        // by whom and in which order a part is mapped makes no difference
        Collections.shuffle(order, new Random(bytes));
        for (int i : order) {
            Split split = splits.get(i);
            int to = (int) Math.min(split.to(), table.length);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            keys.addAll(
                    SplitMapper.of(web, group, 1, settings(mode), new Findings())
                            .map(
                                    new ByteArrayInputStream(
                                            table, (int) split.from(), to - (int) split.from()),
                                    split,
                                    out)
                            .keys());
            parts.set(i, out.toByteArray());
        }
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        SplitMapper.writeGroup(group, settings(mode), together);
        for (byte[] part : parts) {
            together.writeBytes(part);
        }
        assertEquals(
                whole.toString(StandardCharsets.UTF_8), together.toString(StandardCharsets.UTF_8));
        Set<Long> different = new HashSet<>();
        keys.forEach(key -> different.add(key.high() ^ key.low()));
        long twice =
                ofWhole.sorted().stream()
                        .filter(f -> f.code() == chancery.check.Finding.Code.DUPLICATE_KEY)
                        .count();
        assertEquals(twice > 0, different.size() < keys.size());
        assertTrue(ofParts.isEmpty());
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
}
