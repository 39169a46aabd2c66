package chancery.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.check.Findings;
import chancery.check.TableFixture;
import chancery.check.Value;
import chancery.describe.TableDescription;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;

class MapperTest {
    private static final String OURS = "https://w3id.org/chancery/";
    private static final String CHY = "https://w3id.org/chancery/ontology#";
    private static final String PREFIXES =
            """
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX id: <https://w3id.org/chancery/id/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;
    private static final String STATE_ABOUT =
            "\"aboutUrl\": \"https://w3id.org/chancery/id/state/{id}\"";
    private static final String STATE =
            """
            {"name": "id", "suppressOutput": true},
            {"name": "kind", "propertyUrl": "https://w3id.org/chancery/ontology#stateKind",
             "valueUrl": "https://w3id.org/chancery/id/concept/{kind}"},
            {"name": "label", "lang": "en", "propertyUrl": "rdfs:label"},
            {"name": "alt", "separator": ";", "propertyUrl": "skos:altLabel"},
            {"name": "area", "datatype": "decimal", "propertyUrl": "chy:area"},
            {"name": "type", "virtual": true, "propertyUrl": "rdf:type",
             "valueUrl": "https://w3id.org/chancery/ontology#State"}\
            """
                    .replace("chy:", CHY);
    private static final String FACT =
            """
            {"name": "id", "suppressOutput": true},
            {"name": "party", "separator": ";", "propertyUrl": "chy:party",
             "chy:itemUrl": "https://w3id.org/chancery/id/{+item}", "chy:makesClaims": true},
            {"name": "signed", "propertyUrl": "chy:signed", "chy:valueForm": "time",
             "chy:makesClaims": true},
            {"name": "attested", "separator": ";", "propertyUrl": "chy:attested",
             "chy:valueForm": "timeOrReference"}\
            """
                    .replace("chy:", CHY);
    private static final String FACT_ABOUT =
            "\"aboutUrl\": \"https://w3id.org/chancery/id/agreement/{id}\"";

    private static List<Statement> map(TableDescription table, String csv, String base, Mode mode) {
        Findings findings = new Findings();
        Mapper mapper = new Mapper(table, base, mode, findings);
        List<Statement> statements = new ArrayList<>();
        TableFixture.check(table, csv, findings).forEach(row -> mapper.map(row, statements::add));
        assertEquals(List.of(), findings.lines());
        return statements;
    }

    private static void assertGraph(String turtle, List<Statement> statements) {
        Graph expected = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(expected);
        Graph found = GraphFactory.createDefaultGraph();
        statements.forEach(statement -> found.add(statement.triple()));
        assertTrue(expected.isIsomorphicWith(found), () -> "found " + SSE.str(found));
    }

    @Test
    void aRegisterRowBecomesAThing() {
        assertGraph(
                """
                id:state/azerbaijan a chy:State ; chy:stateKind id:concept/sovereign-state ;
                  rdfs:label "Azerbaijan"@en ; skos:altLabel "Azerbaidjan", "Azerbaijan Republic" ;
                  chy:area 86600 .
                id:state/georgia a chy:State ; rdfs:label "Georgia"@en .
                """
                        .replace("id:state/", "id:state\\/")
                        .replace("id:concept/", "id:concept\\/")
                        .replace("86600", "\"86600\"^^xsd:decimal"),
                map(
                        TableFixture.describe("states", STATE, STATE_ABOUT),
                        """
                        id,kind,label,alt,area
                        azerbaijan,sovereign-state,Azerbaijan,Azerbaidjan;Azerbaijan Republic,86600
                        georgia,,Georgia,,
                        """,
                        OURS,
                        Mode.EVIDENCE));
    }

    private static final String AGREEMENT =
            """
            id,party,signed,attested
            gabala,state/russia;state/azerbaijan,2002-01-25,event/visit;2006-01
            """;

    @Test
    void directivesMakeThingsAndTimes() {
        List<Statement> statements =
                map(
                        TableFixture.describe("agreement-facts", FACT, FACT_ABOUT),
                        AGREEMENT,
                        OURS,
                        Mode.EVIDENCE);
        assertGraph(
                """
                <https://w3id.org/chancery/id/agreement/gabala>
                  chy:party <https://w3id.org/chancery/id/state/russia>,
                    <https://w3id.org/chancery/id/state/azerbaijan> ;
                  chy:signed <https://w3id.org/chancery/id/time/2002-01-25> ;
                  chy:attested <https://w3id.org/chancery/id/event/visit>,
                    <https://w3id.org/chancery/id/time/2006-01> .
                """,
                statements);
        assertEquals(
                List.of("party 2", "party 2", "signed 2", "attested 2", "attested 2"),
                statements.stream()
                        .map(s -> s.column().name() + " " + s.position().line())
                        .toList());
        assertEquals(
                new Value.Iri("https://w3id.org/chancery/id/state/russia", "state/russia"),
                statements.get(0).value());
    }

    @Test
    void withoutDirectivesTheyAreStrings() {
        assertGraph(
                """
                <https://w3id.org/chancery/id/agreement/gabala>
                  chy:party "state/russia", "state/azerbaijan" ;
                  chy:signed "2002-01-25" ;
                  chy:attested "event/visit", "2006-01" .
                """,
                map(
                        TableFixture.describe("agreement-facts", FACT, FACT_ABOUT),
                        AGREEMENT,
                        OURS,
                        Mode.MINIMAL));
    }

    @Test
    void minimalOutputIsTheSameWithoutOurProperties() {
        String bare = FACT.replaceAll(",\\s*\"" + CHY + "\\w+\": (\"[^\"]*\"|true)", "");
        assertFalse(bare.contains("valueForm") || bare.contains("makesClaims"));
        assertEquals(
                triples(TableFixture.describe("agreement-facts", bare, FACT_ABOUT)),
                triples(TableFixture.describe("agreement-facts", FACT, FACT_ABOUT)));
    }

    private static List<Triple> triples(TableDescription table) {
        return map(table, AGREEMENT, OURS, Mode.MINIMAL).stream().map(Statement::triple).toList();
    }

    @Test
    void aBuildMayHaveItsOwnBaseButTheOntologyStays() {
        assertGraph(
                """
                <http://localhost/id/agreement/gabala>
                  chy:party <http://localhost/id/state/russia>,
                    <http://localhost/id/state/azerbaijan> ;
                  chy:signed <http://localhost/id/time/2002-01-25> ;
                  chy:attested <http://localhost/id/event/visit>,
                    <http://localhost/id/time/2006-01> .
                """,
                map(
                        TableFixture.describe("agreement-facts", FACT, FACT_ABOUT),
                        AGREEMENT,
                        "http://localhost/",
                        Mode.EVIDENCE));
        TableDescription table = TableFixture.describe("states", STATE, STATE_ABOUT);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Mapper(table, "http://localhost", Mode.EVIDENCE, new Findings()));
    }

    @Test
    void defaultsAreThoseOfTheStandard() {
        assertGraph(
                """
                _:row1 <http://example.org/t.csv#a> "1" ; <http://example.org/t.csv#b> "2" .
                _:row2 <http://example.org/t.csv#a> "3" .
                """,
                map(
                        TableFixture.describe("t", "{\"name\": \"a\"}, {\"name\": \"b\"}", ""),
                        "a,b\n1,2\n3,\n",
                        OURS,
                        Mode.MINIMAL));
    }

    @Test
    void relativeTemplatesAreResolvedAndKnowTheRow() {
        assertGraph(
                """
                <http://example.org/t.csv#row-2>
                  <http://example.org/p/a> <http://example.org/v/x%20y?3=a-2> .
                """,
                map(
                        TableFixture.describe(
                                "t",
                                """
                                {"name": "b", "suppressOutput": true},
                                {"name": "a", "aboutUrl": "#row-{_row}",
                                 "propertyUrl": "p/{_name}",
                                 "valueUrl": "v/{a}?{_sourceRow}={_name}-{_column}"}
                                """,
                                ""),
                        "b,a\n1,\n2,x y\n",
                        OURS,
                        Mode.MINIMAL));
    }

    @Test
    void anOrderedListIsAListOfTheGraph() {
        assertGraph(
                "<http://example.org/x> chy:steps (\"b\" \"a\") .",
                map(
                        TableFixture.describe(
                                "t",
                                """
                                {"name": "a", "aboutUrl": "x", "separator": " ", "ordered": true,
                                 "propertyUrl": "https://w3id.org/chancery/ontology#steps"},
                                {"name": "b"}
                                """,
                                ""),
                        "a,b\nb a,\n",
                        OURS,
                        Mode.MINIMAL));
    }

    @Test
    void aTemplateThatYieldsNoIriIsAFinding() {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\", \"valueUrl\": \"{+a}\"}, {\"name\": \"b\"}",
                        "\"aboutUrl\": \"x\"");
        Findings findings = new Findings();
        Mapper mapper = new Mapper(table, OURS, Mode.EVIDENCE, findings);
        List<Statement> statements = new ArrayList<>();
        TableFixture.check(table, "a,b\n1:2:3,\n", findings)
                .forEach(row -> mapper.map(row, statements::add));
        assertEquals(List.of(), statements);
        assertEquals(
                List.of(
                        "seeds/t.csv:2: column \"a\": found \"1:2:3\", expected an absolute IRI"
                                + " [bad-iri]"),
                findings.lines());
    }

    @Test
    void rowsOfAnotherLengthSayNothing() {
        TableDescription table = TableFixture.describe("states", STATE, STATE_ABOUT);
        Findings findings = new Findings();
        Mapper mapper = new Mapper(table, OURS, Mode.EVIDENCE, findings);
        List<Statement> statements = new ArrayList<>();
        TableFixture.check(table, "id,kind,label,alt,area\na,b,c\n", findings)
                .forEach(row -> mapper.map(row, statements::add));
        assertEquals(List.of(), statements);
        assertEquals(1, findings.size());
    }
}
