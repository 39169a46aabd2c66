package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Findings;
import chancery.check.RowCells;
import chancery.check.Web;
import chancery.check.derive.CodeLists;
import chancery.describe.TableGroup;
import chancery.map.BlankNodes;
import chancery.map.Mode;
import chancery.map.NTriples;
import chancery.map.RowTriples;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.TableReader;
import chancery.time.BadTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Derived cells come out of the fast path as they come out of the other one.
class DerivedColumnsTest {
    private static final String CHY = "https://w3id.org/chancery/ontology#";
    private static final String BASE = "https://example.org/";
    private static final String COLUMNS =
            """
            {"name": "id", "required": true, "suppressOutput": true},
            {"name": "code", "suppressOutput": true},
            {"name": "day", "suppressOutput": true, "datatype": {"base": "date", "format": "yyyyMMdd"}},
            {"name": "y", "suppressOutput": true}, {"name": "m", "suppressOutput": true},
            {"name": "state", "virtual": true, "CHYcodeOf": "code", "CHYcodeScheme": "x",
             "CHYcodeAt": "day", "propertyUrl": "CHYagent",
             "valueUrl": "https://w3id.org/chancery/id/state/{state}"},
            {"name": "month", "virtual": true, "CHYdateOf": ["y", "m"], "CHYreadAs": ["2016-12=>"],
             "propertyUrl": "CHYtime", "valueUrl": "https://w3id.org/chancery/id/time/{month}"},
            {"name": "note", "virtual": true, "CHYtextOf": "{code} in {month}",
             "propertyUrl": "rdfs:comment"},
            {"name": "row", "virtual": true, "propertyUrl": "CHYpassage",
             "valueUrl": "https://w3id.org/chancery/id/passage/t-row-{_sourceRow}"}
            """;

    private static CodeLists codes() throws BadTime {
        CodeLists lists = new CodeLists();
        lists.add("x", "A", "old-a", "", "1999");
        lists.add("x", "A", "new-a", "2000", "");
        lists.add("x", "B", "b", "1950", "");
        lists.add("x", "R", "", "", "");
        return lists;
    }

    private static TableGroup group(Web web) {
        String metadata =
                "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t.csv\","
                        + " \"tableSchema\": {\"aboutUrl\": \"https://w3id.org/chancery/id/event/{id}\","
                        + " \"columns\": ["
                        + COLUMNS.replace("CHY", CHY)
                        + "]}}";
        return web.with("t.csv-metadata.json", metadata)
                .metadata("t.csv-metadata.json")
                .orElseThrow();
    }

    private static String table(long seed) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("id,code,day,y,m\n");
        String[] some = {"A", "B", "R", "", "Z", "\"A\"", "a \"\"quote"};
        for (int row = 0; row < 300; row++) {
            csv.append(row).append(',').append(some[random.nextInt(some.length)]).append(',');
            csv.append(random.nextInt(9) == 0 ? "" : 1940 + random.nextInt(80) + "0131");
            csv.append(',').append(random.nextInt(9) == 0 ? "" : "2016").append(',');
            csv.append(random.nextInt(3) == 0 ? "12" : random.nextInt(9)).append('\n');
        }
        return csv.toString();
    }

    @Test
    void bothWaysGiveTheSame() throws Exception {
        Directives directives = new Directives(BASE, codes());
        for (long seed = 0; seed < 20; seed++) {
            Web web = new Web().with("t.csv", table(seed));
            TableGroup group = group(web);
            Findings slowly = new Findings();
            String expected = reference(group, directives, web, slowly);
            Findings fast = new Findings();
            String found = stream(group, directives, web, fast);
            assertEquals(expected, found, "seed " + seed);
            assertEquals(slowly.lines(), fast.lines(), "seed " + seed);
            assertTrue(found.contains("<https://example.org/id/state/old-a>"), found);
            assertTrue(found.contains("<https://example.org/id/passage/t-row-2>"), found);
        }
    }

    @Test
    void aTableWithDerivedColumnsIsCompiled() throws Exception {
        TableGroup group = group(new Web().with("t.csv", table(1)));
        assertTrue(
                RowProgram.of(
                                group.tables().getFirst(),
                                Mode.EVIDENCE,
                                Optional.of(new Directives(BASE, codes())),
                                java.util.List.of(),
                                new BlankNodes(""),
                                new BlankNodes("").table(),
                                " .\n")
                        .isPresent());
    }

    private static String stream(
            TableGroup group, Directives directives, Web web, Findings findings)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StreamConverter(
                        web,
                        new StreamConverter.Settings(
                                Mode.EVIDENCE,
                                2,
                                Optional.empty(),
                                false,
                                (bytes, rows) -> {},
                                Optional.of(directives)),
                        findings,
                        512)
                .convert(group, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String reference(
            TableGroup group, Directives directives, Web web, Findings findings)
            throws IOException, MalformedTable {
        var table = group.tables().getFirst();
        StringBuilder lines = new StringBuilder();
        RowCells cells = new RowCells(table, false, Optional.of(directives.codes()), findings);
        RowTriples triples =
                new RowTriples(
                        table,
                        directives.base(),
                        Mode.EVIDENCE,
                        new BlankNodes(""),
                        new BlankNodes("").table(),
                        findings);
        var into = NTriples.lines(NTriples.end(Optional.empty()), lines::append);
        var source =
                new chancery.table.Source(
                        table.source().name(), () -> web.open(table.iri()).content());
        try (TableReader reader = TableReader.open(source, table.dialect())) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                triples.write(cells.read(row.get()), into);
            }
        }
        return lines.toString();
    }
}
