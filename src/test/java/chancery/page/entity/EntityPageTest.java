package chancery.page.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.Backing;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.entity.picture.TimeLine;
import chancery.page.entity.sentence.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityPageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id/state/north | An island.",
                "id/state/north | It came after Old Realm.",
                "id/state/north | It is a party to one agreement, takes part in 2 events and has one office.",
                "id/state/old | A state.",
                "id/state/old | It was followed by North.",
                "id/agreement/lease | A lease between North and South, signed on 25 January 2002.",
                "id/agreement/lease | It was to last 10 years.",
                "id/event/meeting | Recorded as an event, in December 1991.",
                "id/event/meeting | Taking part: North.",
                "id/person/anna | Held the office of Chief of North, begun in December 1991.",
                "id/office/chief | An office of North.",
                "id/office/chief | Held by Anna, begun in December 1991.",
                "id/tenure/anna-chief | Anna as Chief of North, begun in December 1991.",
            })
    void whatIsKnownIsToldInSentences(String path, String sentence) {
        List<String> told = page(path).sentences().stream().map(Sentence::text).toList();
        assertTrue(told.contains(sentence), told.toString());
    }

    @Test
    void valueInASentenceHasItsEvidenceBehindIt() {
        Sentence first = page("id/agreement/lease").sentences().getFirst();
        Sentence.Part date = part(first, "on 25 January 2002");
        assertEquals("/id/time/2002-01-25", date.link().href());
        assertEquals(List.of("/id/claim/01"), claims(date.backing().orElseThrow()));
        assertEquals(
                List.of(), claims(part(first, "South").backing().orElseThrow()), "nobody says so");
    }

    @Test
    void tableOfFactsTellsWhatItIsThenWhoThenWhen() {
        List<String> properties =
                page("id/agreement/lease").facts().rows().stream()
                        .map(row -> row.property().text())
                        .toList();
        assertEquals(
                List.of("agreementType", "party", "signed", "duration", "earliest"), properties);
    }

    @Test
    void valuesLeadToTheirClaimsOrSayWhereTheyAreFrom() {
        Table facts = page("id/agreement/lease").facts();
        assertEquals(List.of("/id/claim/01"), claims(value(facts, "signed", 0)));
        assertEquals(List.of("/id/claim/02"), claims(value(facts, "party", 0)));
        assertEquals(List.of(), claims(value(facts, "party", 1)));
        Backing computed = value(facts, "earliest", 0);
        assertEquals("computed", computed.basis());
        assertEquals(List.of("/id/claim/01"), claims(computed));
        assertEquals("register", value(page("id/state/north").facts(), "predecessor", 0).basis());
    }

    @Test
    void daysAndDurationsAreInWords() {
        Table facts = page("id/agreement/lease").facts();
        assertEquals("25 January 2002", row(facts, "earliest").values().getFirst().link().text());
        assertEquals("10 years", row(facts, "duration").values().getFirst().link().text());
    }

    @Test
    void timeLineIsInOrderAndADayWithoutAYearComesLast() {
        TimeLine line = page("id/state/north").timeLine();
        assertEquals(
                List.of("Meeting", "Lease of the radar", "Dinner"),
                line.entries().stream().map(entry -> entry.thing().text()).toList());
        assertEquals("December 1991", line.entries().getFirst().time().text());
        assertEquals("22 April, year not given", line.entries().getLast().time().text());
        assertEquals(2, line.drawing().orElseThrow().bars().size());
    }

    @Test
    void relationsPassThroughWhatOnlyStandsBetween() {
        var relations = page("id/person/anna").relations();
        assertEquals(
                List.of("/id/office/chief"),
                relations.neighbours().stream().map(one -> one.thing().href()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id/state/north",
                "id/agreement/lease",
                "id/person/anna",
                "id/time/2002-01-25",
                "id/state/old"
            })
    void queryGivesTheRowsOfItsTable(String path) {
        DatasetGraph dataset = SmallGraph.dataset(SmallGraph.STATES);
        GraphView graph = new GraphView(dataset, SmallGraph.BASE);
        EntityPage page = EntityPage.of(graph, graph.node(path), path);
        assertEquals(pairs(page.facts()), answers(graph, dataset, page.facts().query(), "value"));
        assertEquals(
                pairs(page.incoming()), answers(graph, dataset, page.incoming().query(), "thing"));
        Set<String> claims = new HashSet<>();
        page.said().rows().forEach(row -> claims.add(row.href()));
        Set<String> found = new HashSet<>();
        rows(dataset, page.said().query())
                .forEachRemaining(row -> found.add(graph.link(row.get("claim")).href()));
        assertEquals(claims, found);
    }

    @Test
    void thingWithoutALabelSaysWhatItIs() {
        EntityPage page = page("id/event/e1", "<id/event/e1> a chy:Event .");
        assertFalse(page.isNamed());
        assertEquals("Event without a name (e1)", page.heading().text());
        assertEquals("Recorded as an event.", page.sentences().getFirst().text());
        EntityPage bare = page("id/event/e2", "<id/event/e2> chy:concerns <id/state/north> .");
        assertEquals("Event without a name (e2)", bare.heading().text());
    }

    @Test
    void longLabelIsCutEverywhereButNotInTwo() {
        String longest = "😀".repeat(10_000);
        EntityPage page =
                page(
                        "id/event/e1",
                        "<id/event/e1> rdfs:label \"%1$s\" ; chy:concerns <id/event/e2> . <id/event/e2> rdfs:label \"%1$s\" ."
                                .formatted(longest));
        assertEquals(300, page.heading().text().codePointCount(0, page.heading().text().length()));
        String value = page.facts().rows().getFirst().values().getFirst().link().text();
        assertTrue(value.endsWith("😀…"), value);
        assertEquals(160, value.codePointCount(0, value.length()));
    }

    @Test
    void rowsThatAreTooLongAreCutAndLeadToTheRest() {
        StringBuilder trig = new StringBuilder();
        IntStream.range(0, 250)
                .forEach(
                        i ->
                                trig.append(
                                        "<id/event/e> chy:concerns <id/place/p%03d> .\n"
                                                .formatted(i)));
        GraphView graph = SmallGraph.of(trig.toString());
        Node event = graph.node("id/event/e");
        EntityPage page = EntityPage.of(graph, event, "id/event/e");
        Row row = row(page.facts(), "concerns");
        assertEquals(12, row.values().size());
        assertEquals(250, row.total());
        assertEquals("/id/event/e.html?list=values&of=concerns", row.all());

        EntityList second = list(graph, event, 2).orElseThrow();
        assertEquals(100, second.values().size());
        assertEquals("p100", second.values().getFirst().link().text());
        assertEquals("/id/event/e.html?list=values&of=concerns", second.previous());
        assertEquals("/id/event/e.html?list=values&of=concerns&page=3", second.next());
        assertEquals(201, list(graph, event, 3).orElseThrow().first());
        assertEquals("", list(graph, event, 3).orElseThrow().next());
        assertEquals(Optional.empty(), list(graph, event, 4), "there is no fourth page");
    }

    @Test
    void manyClaimsBehindOneValueAreCounted() {
        StringBuilder trig = new StringBuilder("<id/event/e> chy:concerns <id/place/p> .\n");
        IntStream.range(0, 20)
                .forEach(
                        i ->
                                trig.append(
                                        ("<id/claim/%02d> a chy:Claim ; rdf:subject <id/event/e> ;"
                                                        + " rdf:predicate chy:concerns ; rdf:object"
                                                        + " <id/place/p> ; chy:verdict chy:Accepted"
                                                        + " .\n")
                                                .formatted(i)));
        Backing backing = value(page("id/event/e", trig.toString()).facts(), "concerns", 0);
        assertEquals(6, backing.claims().size());
        assertEquals(14, backing.left());
        assertTrue(backing.all().startsWith("/claims?subject="), backing.all());
    }

    private static Optional<EntityList> list(GraphView graph, Node event, int page) {
        return EntityList.of(graph, event, "id/event/e", ListKind.VALUES, "concerns", page);
    }

    private static EntityPage page(String path) {
        return page(path, SmallGraph.STATES);
    }

    private static EntityPage page(String path, String trig) {
        GraphView graph = SmallGraph.of(trig);
        return EntityPage.of(graph, graph.node(path), path);
    }

    private static Sentence.Part part(Sentence sentence, String text) {
        return sentence.parts().stream()
                .filter(part -> part.link().text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(sentence.text()));
    }

    private static Row row(Table table, String property) {
        return table.rows().stream()
                .filter(row -> row.property().text().equals(property))
                .findFirst()
                .orElseThrow(() -> new AssertionError(table.toString()));
    }

    private static Backing value(Table table, String property, int index) {
        return row(table, property).values().get(index).backing();
    }

    private static List<String> claims(Backing backing) {
        return backing.claims().stream().map(Backing.Mark::href).toList();
    }

    private static Set<String> pairs(Table table) {
        Set<String> pairs = new HashSet<>();
        for (Row row : table.rows()) {
            for (Row.Value value : row.values()) {
                pairs.add(row.property().href() + " " + value.link().text());
            }
        }
        return pairs;
    }

    private static Set<String> answers(
            GraphView graph, DatasetGraph dataset, String query, String column) {
        Set<String> pairs = new HashSet<>();
        rows(dataset, query)
                .forEachRemaining(
                        row -> {
                            Link value = Labels.shown(graph, row.get(column));
                            pairs.add(graph.link(row.get("property")).href() + " " + value.text());
                        });
        return pairs;
    }

    private static RowSet rows(DatasetGraph dataset, String query) {
        return QueryExec.dataset(dataset).query(QueryFactory.create(query)).select().materialize();
    }
}
