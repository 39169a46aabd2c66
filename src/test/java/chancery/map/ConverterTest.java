package chancery.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Findings;
import chancery.check.Web;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;

class ConverterTest {
    private static final String PREFIXES =
            """
            BASE <http://example.org/>
            PREFIX csvw: <http://www.w3.org/ns/csvw#>
            PREFIX dc: <http://purl.org/dc/terms/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private static Graph convert(Web web, String path, Mode mode) {
        Graph found = GraphFactory.createDefaultGraph();
        boolean whole =
                new Converter(web, mode, web.findings)
                        .convert(
                                (path.endsWith(".json") ? web.metadata(path) : web.table(path))
                                        .orElseThrow(),
                                found::add);
        assertTrue(whole, web.findings.lines().toString());
        return found;
    }

    private static void assertGraph(String turtle, Graph found) {
        Graph expected = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(expected);
        assertTrue(expected.isIsomorphicWith(found), () -> "found " + SSE.str(found));
    }

    @Test
    void aTableWithoutMetadataSpeaksTheLanguageThatItsServerNames() {
        Web web =
                new Web()
                        .with(
                                "t.csv",
                                "ad,yer\nBakı,\n".getBytes(StandardCharsets.UTF_8),
                                "text/csv",
                                "az");
        assertGraph("[] <t.csv#ad> \"Bakı\"@az .", convert(web, "t.csv", Mode.MINIMAL));
        assertEquals(List.of(), web.findings.lines());
    }

    private static Web annotated() {
        return new Web()
                .with("t.csv", "#by hand\n#\nid,label\nfirst row\n1,One\n,\n2,\"Two, three\",4\n")
                .with(
                        "m.json",
                        """
                        {
                          "@context": ["http://www.w3.org/ns/csvw",
                                       {"@language": "en", "@base": "http://example.org/"}],
                          "@id": "group", "@type": "TableGroup",
                          "dc:title": ["Numbers", {"@value": "Zahlen", "@language": "de"}],
                          "notes": [{"@type": "csvw:Row", "dc:extent": 3, "dc:valid": true}],
                          "tables": [{
                            "url": "t.csv", "@id": "table",
                            "dc:license": {"@id": "licence"},
                            "dc:modified": {"@value": "2010-12-31", "@type": "date"},
                            "dialect": {"skipRows": 2, "headerRowCount": 2},
                            "tableSchema": {
                              "aboutUrl": "{?id}",
                              "rowTitles": "label",
                              "columns": [
                                {"name": "id", "titles": "id", "suppressOutput": true},
                                {"name": "label", "titles": ["label", "first row"],
                                 "propertyUrl": "rdfs:label"}]
                            }
                          }]
                        }
                        """);
    }

    @Test
    void theWholeOutputHasTablesRowsNotesAndAnnotations() {
        Web web = annotated();
        assertGraph(
                """
                <group> a csvw:TableGroup ; dc:title "Numbers"@en, "Zahlen"@de ;
                  csvw:note [ a csvw:Row ; dc:extent 3 ; dc:valid true ] ; csvw:table <table> .
                <table> a csvw:Table ; csvw:url <t.csv> ; dc:license <licence> ;
                  dc:modified "2010-12-31"^^xsd:date ; rdfs:comment "by hand" ;
                  csvw:row [ a csvw:Row ; csvw:rownum 1 ; csvw:url <t.csv#row=5> ;
                      csvw:title "One" ; csvw:describes <t.csv?id=1> ],
                    [ a csvw:Row ; csvw:rownum 2 ; csvw:url <t.csv#row=6> ;
                      csvw:describes <t.csv?id=> ],
                    [ a csvw:Row ; csvw:rownum 3 ; csvw:url <t.csv#row=7> ;
                      csvw:title "Two, three" ; csvw:describes <t.csv?id=2> ] .
                <t.csv?id=1> rdfs:label "One" .
                <t.csv?id=2> rdfs:label "Two, three" ; <t.csv#_col.3> "4" .
                """,
                convert(web, "m.json", Mode.STANDARD));
        assertEquals(
                List.of("t.csv:7: found 3 fields, expected 2 [field-count]"), web.findings.lines());
    }

    @Test
    void theMinimalOutputHasTheRowsAlone() {
        assertGraph(
                """
                <t.csv?id=1> rdfs:label "One" .
                <t.csv?id=2> rdfs:label "Two, three" ; <t.csv#_col.3> "4" .
                """,
                convert(annotated(), "m.json", Mode.MINIMAL));
    }

    @Test
    void directivesOfOursAreNoneOfTheStandards() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Converter(new Web(), Mode.EVIDENCE, new Findings()));
    }
}
