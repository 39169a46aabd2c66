package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Both versions of the protocol over HTTP, in the shapes their specifications give.
@Timeout(60)
class ReconcileTest {
    private static final String MORE =
            """
            chy:Person a owl:Class ; rdfs:label "person"@en .
            chy:Event a owl:Class ; rdfs:label "event"@en .
            chy:edtf a owl:DatatypeProperty ; rdfs:label "EDTF"@en .
            chy:population a owl:DatatypeProperty ; rdfs:label "population"@en .
            <id/time/2002-01-25> chy:edtf "2002-01-25" .
            <id/state/north> chy:notSameAs <http://www.wikidata.org/entity/Q99> ;
                chy:population 1200 .
            <id/person/anna> skos:exactMatch <http://www.wikidata.org/entity/Q2> .
            <id/person/anne> a chy:Person ; rdfs:label "Anna"@en .
            <id/person/hannibal> a chy:Person ; rdfs:label "Hannibal the Longest"@en .
            <id/event/visit> a chy:Event ; rdfs:label "Visit of the radar"@en ;
                chy:signed <id/time/2002-01-25> .
            """;

    @TempDir static Path releases;
    private static LiveServer server;
    private static Web web;

    @BeforeAll
    static void start() throws Exception {
        server =
                LiveServer.with(
                        Gazette.TRIG.replace("GRAPH <graph/best>", MORE + "GRAPH <graph/best>"),
                        releases);
        web = server.web();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theManifestOfVersion02HasWhatClientsNeed() throws Exception {
        HttpResponse<String> response = web.get("/reconcile", "*/*");
        assertEquals(200, response.statusCode());
        assertEquals("*", Web.header(response, "Access-Control-Allow-Origin"));
        JsonObject manifest = JSON.parse(response.body());
        assertEquals(
                List.of("0.2", "1.0-draft"),
                manifest.getArray("versions").map(it -> it.getAsString().value()).toList());
        assertEquals("https://w3id.org/chancery/id/", manifest.getString("identifierSpace"));
        assertEquals("https://w3id.org/chancery/ontology#", manifest.getString("schemaSpace"));
        assertTrue(manifest.getObj("view").getString("url").endsWith("/view?id={{id}}"));
        assertTrue(manifest.getObj("preview").getString("url").endsWith("/preview?id={{id}}"));
        assertEquals(50, manifest.getNumber("batchSize").intValue());
        assertEquals(
                "/suggest/entity",
                manifest.getObj("suggest").getObj("entity").getString("service_path"));
        assertTrue(
                manifest.getArray("defaultTypes")
                        .anyMatch(it -> it.getAsObject().getString("id").equals("Person")));
    }

    @Test
    void theManifestOfTheDraftHasItsOwnForm() throws Exception {
        JsonObject manifest = JSON.parse(web.get("/reconcile/1.0-draft", "*/*").body());
        assertTrue(manifest.getObj("view").getString("url").endsWith("/id/{+id}"));
        assertTrue(manifest.getObj("suggest").getBoolean("entity"));
        assertTrue(manifest.getObj("extend").getBoolean("proposeProperties"));
        assertTrue(manifest.getBoolean("standardizedScore"));
        assertFalse(manifest.hasKey("identifierSpace"));
    }

    @Test
    void aBatchOfVersion02ComesByGetAndByForm() throws Exception {
        String queries = "{\"a\":{\"query\":\"Север\"},\"b\":{\"query\":\"Atlantis\"}}";
        HttpResponse<String> got =
                web.get("/reconcile?queries=" + Web.encode(queries), "application/json");
        HttpResponse<String> posted =
                post(
                        "/reconcile",
                        "application/x-www-form-urlencoded",
                        "queries=" + Web.encode(queries));
        assertEquals(200, got.statusCode());
        assertEquals(got.body(), posted.body());
        JsonObject results = JSON.parse(got.body());
        assertEquals(0, results.getObj("b").getArray("result").count());
        JsonObject first = first(results.getObj("a"), "result");
        assertEquals("state/north", first.getString("id"));
        assertEquals("North", first.getString("name"));
        assertEquals(100.0, first.getNumber("score").doubleValue());
        assertTrue(first.getBoolean("match"));
        JsonObject type = first.getArray("type").findFirst().orElseThrow().getAsObject();
        assertEquals("State", type.getString("id"));
        JsonObject feature = first.getArray("features").findFirst().orElseThrow().getAsObject();
        assertEquals("name", feature.getString("id"));
        assertEquals("name: \"Север\" (ru)", feature.getString("name"));
    }

    @ParameterizedTest
    @CsvSource({"/reconcile/match", "/reconcile/1.0-draft/match", "/reconcile/reconcile"})
    void aBatchOfTheDraftIsAList(String path) throws Exception {
        String body =
                "{\"queries\":[{\"type\":\"Agreement\",\"limit\":2,\"conditions\":["
                        + "{\"matchType\":\"name\",\"propertyValue\":\"Lease of teh radar\"},"
                        + "{\"matchType\":\"property\",\"propertyId\":\"signed\","
                        + "\"propertyValue\":\"2002\"}]}]}";
        HttpResponse<String> response = post(path, "application/json", body);
        assertEquals(200, response.statusCode(), response.body());
        JsonObject result =
                JSON.parse(response.body())
                        .getArray("results")
                        .findFirst()
                        .orElseThrow()
                        .getAsObject();
        assertEquals("agreement/lease", first(result, "candidates").getString("id"));
    }

    /// Date that is asked for, and how well the day 2002-01-25 agrees with it.
    @ParameterizedTest
    @CsvSource({
        "2002-01-25, 100",
        "2002-01, 80",
        "2002, 80",
        "[2001-12-01..2002-06-30], 80",
        "2003, 0",
        "2002-01-26, 0"
    })
    void aYearAgreesWithADayButNotAsStrongly(String asked, long expected) throws Exception {
        for (String property : List.of("signed", "date")) {
            JsonObject found = first(ask("Lease of the radar", property, asked), "result");
            assertEquals("agreement/lease", found.getString("id"));
            assertEquals(expected, feature(found, property));
            assertEquals(expected > 0, found.getBoolean("match"), found.toString());
        }
    }

    @Test
    void theCountryIsAnyStateItIsAbout() throws Exception {
        JsonObject found = first(ask("Lease of the radar", "country", "Northland"), "result");
        assertEquals(100, feature(found, "country"));
        assertEquals(
                0,
                feature(first(ask("Lease of the radar", "country", "East"), "result"), "country"));
    }

    @Test
    void aLinkToWikidataDecides() throws Exception {
        JsonObject linked = first(ask("Somebody", "wikidata", "Q2"), "result");
        assertEquals("person/anna", linked.getString("id"));
        assertEquals(100.0, linked.getNumber("score").doubleValue());
        assertTrue(linked.getBoolean("match"));
        JsonObject other = first(ask("Hannibal the Longest", "wikidata", "Q77"), "result");
        assertEquals("person/hannibal", other.getString("id"));
    }

    @Test
    void whatIsRegisteredAsSomethingElseIsNeverMatched() throws Exception {
        JsonObject north = first(ask("North", "wikidata", "Q99"), "result");
        assertEquals("state/north", north.getString("id"));
        assertEquals(0.0, north.getNumber("score").doubleValue());
        assertFalse(north.getBoolean("match"));
        assertTrue(
                north.getArray("features")
                        .anyMatch(
                                it ->
                                        it.getAsObject()
                                                .getString("name")
                                                .equals(
                                                        "Q99 is registered as not the same as this")),
                north.toString());
        JsonObject elsewhere = first(ask("North", "wikidata", "Q5"), "result");
        assertFalse(elsewhere.getBoolean("match"), "linked to Q1");
    }

    @Test
    void twoOfOneNameAreNoMatch() throws Exception {
        JsonObject result = ask("Anna", "", "");
        assertTrue(result.getArray("result").count() >= 2);
        assertFalse(first(result, "result").getBoolean("match"));
        JsonObject linked = first(ask("Anna", "wikidata", "Q2"), "result");
        assertTrue(linked.getBoolean("match"));
    }

    @Test
    void anIdOrAnIriIsFoundAsItIs() throws Exception {
        for (String id : List.of("state/north", "https://w3id.org/chancery/id/state/north")) {
            JsonObject found = first(ask(id, "", ""), "result");
            assertEquals("state/north", found.getString("id"));
            assertEquals(100.0, found.getNumber("score").doubleValue());
        }
    }

    @Test
    void whatIsNotKnownIsLeftOutAndSaid() throws Exception {
        JsonObject found = first(ask("North", "colour", "blue"), "result");
        assertEquals(100.0, found.getNumber("score").doubleValue());
        assertTrue(found.toString().contains("property \\\"colour\\\" is not known here"));
        JsonObject typed =
                first(
                        JSON.parse(
                                        web.get(
                                                        "/reconcile?queries="
                                                                + Web.encode(
                                                                        "{\"q\":{\"query\":\"North\",\"type\":\"Planet\"}}"),
                                                        "*/*")
                                                .body())
                                .getObj("q"),
                        "result");
        assertFalse(typed.getBoolean("match"), "of what kind it should be is not known");
    }

    /// What is sent, and what the refusal says.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":{\"query\":\"x\" | 400 | /reconcile: queries:1:",
                "[] | 400 | /reconcile: queries: found a list, expected an object of queries",
                "{\"a\":1} | 400 | /reconcile: queries/a: found a biginteger, expected an object",
                "{\"a\":{}} | 400 | /reconcile: queries/a: found neither a name nor a property",
                "{\"a\":{\"query\":\"x\",\"limit\":0}} | 400 | queries/a/limit: found \"0\", expected",
                "{\"a\":{\"query\":\"x\",\"properties\":[{\"v\":1}]}} | 400 | found nothing, expected a text"
            })
    void whatCannotBeReadIsRefusedWithItsPlace(String queries, int status, String reason)
            throws Exception {
        HttpResponse<String> response = web.get("/reconcile?queries=" + Web.encode(queries), "*/*");
        assertEquals(status, response.statusCode());
        assertTrue(Web.detail(response).contains(reason), response.body());
    }

    @Test
    void aBatchOfTenThousandIsRefusedWithTheLimit() throws Exception {
        String queries =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "\"q" + i + "\":{\"query\":\"North\"}")
                        .collect(Collectors.joining(",", "{", "}"));
        HttpResponse<String> response =
                post(
                        "/reconcile",
                        "application/x-www-form-urlencoded",
                        "queries=" + Web.encode(queries));
        assertEquals(413, response.statusCode());
        assertEquals(
                "/reconcile: queries: found 10000 queries in one batch, expected at most 50\n",
                Web.detail(response));
        HttpResponse<String> huge =
                post("/reconcile/match", "application/json", " ".repeat(2_000_000));
        assertEquals(413, huge.statusCode());
        HttpResponse<String> deep =
                post("/reconcile/match", "application/json", "[".repeat(100_000));
        assertEquals(400, deep.statusCode());
    }

    @Test
    void valuesAreAddedInBothForms() throws Exception {
        String wanted =
                "{\"ids\":[\"state/north\",\"state/none\"],\"properties\":[{\"id\":\"label\"},"
                        + "{\"id\":\"population\"},{\"id\":\"wikidata\"}]}";
        JsonObject old =
                JSON.parse(
                        post(
                                        "/reconcile",
                                        "application/x-www-form-urlencoded",
                                        "extend=" + Web.encode(wanted))
                                .body());
        JsonObject row = old.getObj("rows").getObj("state/north");
        assertEquals("[ { \"str\" : \"North\" } , { \"str\" : \"Север\" } ]", flat(row, "label"));
        assertEquals("[ { \"int\" : 1200 } ]", flat(row, "population"));
        assertEquals("[ { \"str\" : \"Q1\" } ]", flat(row, "wikidata"));
        assertEquals("[ ]", flat(old.getObj("rows").getObj("state/none"), "label"));
        JsonObject draft = JSON.parse(post("/reconcile/extend", "application/json", wanted).body());
        assertEquals(
                "state/north",
                draft.getArray("rows").findFirst().orElseThrow().getAsObject().getString("id"));
        JsonObject lease =
                JSON.parse(
                        post(
                                        "/reconcile/extend",
                                        "application/json",
                                        "{\"ids\":[\"agreement/lease\"],\"properties\":[{\"id\":\"signed\"},{\"id\":\"party\"}]}")
                                .body());
        assertTrue(lease.toString().contains("2002-01-25"), lease.toString());
        assertTrue(lease.toString().contains("\"id\" : \"state/north\""), lease.toString());
        assertEquals(
                400,
                post(
                                "/reconcile/extend",
                                "application/json",
                                "{\"ids\":[],\"properties\":[{\"id\":\"nonsense\"}]}")
                        .statusCode());
    }

    @Test
    void entitiesTypesAndPropertiesAreSuggested() throws Exception {
        JsonObject entity =
                first(
                        JSON.parse(web.get("/reconcile/suggest/entity?prefix=Nor", "*/*").body()),
                        "result");
        assertEquals("state/north", entity.getString("id"));
        assertEquals("state", entity.getString("description"));
        JsonObject type =
                first(
                        JSON.parse(web.get("/reconcile/suggest/type?prefix=agr", "*/*").body()),
                        "result");
        assertEquals("Agreement", type.getString("id"));
        JsonObject property =
                first(
                        JSON.parse(
                                web.get("/reconcile/suggest/property?prefix=popu", "*/*").body()),
                        "result");
        assertEquals("population", property.getString("id"));
        JsonObject proposed =
                JSON.parse(web.get("/reconcile/extend/propose?type=Agreement", "*/*").body());
        assertTrue(proposed.toString().contains("\"signed\""), proposed.toString());
    }

    @Test
    void aPreviewMayStandInAPageOfOthersAndOnlyIt() throws Exception {
        HttpResponse<String> preview = web.get("/reconcile/preview?id=state/south", "text/html");
        assertEquals(200, preview.statusCode());
        assertTrue(Web.header(preview, "Content-Security-Policy").contains("frame-ancestors *"));
        assertFalse(preview.body().contains("<script>alert"), preview.body());
        assertTrue(
                Web.header(web.get("/", "text/html"), "Content-Security-Policy")
                        .contains("frame-ancestors 'none'"));
        HttpResponse<String> view = web.get("/reconcile/view?id=state%2Fnorth", "*/*");
        assertEquals(303, view.statusCode());
        assertEquals("/id/state/north", Web.header(view, "Location"));
        assertEquals(404, web.get("/reconcile/preview?id=../x", "*/*").statusCode());
        assertEquals(404, web.get("/reconcile/nothing", "*/*").statusCode());
    }

    @Test
    void otherMethodsAreRefusedAndBrowsersMayAsk() throws Exception {
        assertEquals(405, web.send("PUT", "/reconcile", "*/*", "").statusCode());
        assertEquals(405, web.get("/reconcile/match", "*/*").statusCode());
        HttpResponse<String> options = web.send("OPTIONS", "/reconcile", "*/*", "");
        assertEquals(204, options.statusCode());
        assertTrue(Web.header(options, "Access-Control-Allow-Methods").contains("POST"));
    }

    /// Quantifier, items, whether it is required; whether North (Q1) is there, and matched.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "any | Q1 Q5 | false | true | true",
                "any | wd:q1 | false | true | true",
                "all | Q1 Q5 | false | true | false",
                "all | Q1 | true | true | true",
                "none | Q1 | false | true | false",
                "none | Q5 | true | true | true",
                "none | Q1 | true | false | false",
                "any | Q5 | true | false | false"
            })
    void aQuantifierCountsForWikidataToo(
            String quantifier, String items, boolean isRequired, boolean isThere, boolean isMatch)
            throws Exception {
        List<JsonObject> found = draft("wikidata", quantifier, items, isRequired);
        List<JsonObject> north =
                found.stream().filter(it -> it.getString("id").equals("state/north")).toList();
        assertEquals(isThere, !north.isEmpty(), found.toString());
        assertEquals(
                isMatch, north.stream().anyMatch(it -> it.getBoolean("match")), found.toString());
    }

    @Test
    void whatIsNotKnownDoesNotMeetWhatIsRequired() throws Exception {
        assertEquals(List.of(), draft("colour", "any", "blue", true));
        assertEquals(List.of(), draft("signed", "any", "2002", true));
        assertFalse(draft("signed", "any", "2002", false).isEmpty());
    }

    private static List<JsonObject> draft(
            String property, String quantifier, String values, boolean isRequired)
            throws Exception {
        String body =
                """
                {"queries":[{"conditions":[{"matchType":"name","propertyValue":"North"},
                {"matchType":"property","propertyId":"%s","matchQuantifier":"%s",
                "propertyValue":[%s],"required":%s}]}]}
                """
                        .formatted(
                                property,
                                quantifier,
                                "\"" + values.replace(" ", "\",\"") + "\"",
                                isRequired);
        HttpResponse<String> response = post("/reconcile/match", "application/json", body);
        assertEquals(200, response.statusCode(), response.body());
        return JSON.parse(response.body())
                .getArray("results")
                .findFirst()
                .orElseThrow()
                .getAsObject()
                .getArray("candidates")
                .map(it -> it.getAsObject())
                .toList();
    }

    @Test
    void tooManyConditionsAndValuesAreRefusedWithTheLimitAndPlace() throws Exception {
        String one = "{\"pid\":\"signed\",\"v\":\"2002\"}";
        String many = String.join(",", Collections.nCopies(21, one));
        String values = String.join(",", Collections.nCopies(51, "\"x\""));
        refused(many, "queries/q/properties: found 21 conditions, expected at most 20");
        refused(
                "{\"pid\":\"signed\",\"v\":[" + values + "]}",
                "queries/q/properties/0/v: found 51 values, expected at most 50");
        refused(
                "{\"pid\":\"signed\",\"v\":\"" + "x".repeat(1_001) + "\"}",
                "queries/q/properties/0/v: found 1001 characters, expected at most 1000");
    }

    private static void refused(String properties, String reason) throws Exception {
        HttpResponse<String> response =
                post(
                        "/reconcile",
                        "application/x-www-form-urlencoded",
                        "queries="
                                + Web.encode(
                                        "{\"q\":{\"query\":\"North\",\"properties\":["
                                                + properties
                                                + "]}}"));
        assertEquals(400, response.statusCode(), response.body());
        assertEquals("/reconcile: " + reason + "\n", Web.detail(response));
    }

    @Test
    void aPropertyAloneIsRefusedUnlessThingsAreFoundByIt() throws Exception {
        String query = "{\"q\":{\"properties\":[{\"pid\":\"%s\",\"v\":\"%s\"}]}}";
        assertEquals(
                400,
                web.get(
                                "/reconcile?queries="
                                        + Web.encode(query.formatted("signed", "2002")),
                                "*/*")
                        .statusCode());
        HttpResponse<String> found =
                web.get(
                        "/reconcile?queries=" + Web.encode(query.formatted("wikidata", "q2")),
                        "*/*");
        assertTrue(found.body().contains("person/anna"), found.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en, ru;q=0.9 | en",
                "en;q=0.5, RU;q=0.9 | ru",
                "ru-RU | ru",
                "ru;q=0, en;q=0.1 | en",
                "ru;q=x, az | az"
            })
    void theLanguageThatIsWantedMostIsTaken(String header, String expected) {
        assertEquals(expected, Reconcile.language(header));
    }

    @Test
    void anAnswerVariesWithTheLanguage() throws Exception {
        assertEquals(
                "Accept-Language, Accept-Encoding",
                Web.header(web.get("/reconcile", "*/*"), "Vary"));
    }

    private static JsonObject ask(String name, String property, String value) throws Exception {
        String conditions =
                property.isEmpty()
                        ? ""
                        : ",\"properties\":[{\"pid\":\"%s\",\"v\":\"%s\"}]"
                                .formatted(property, value);
        String queries = "{\"q\":{\"query\":\"%s\"%s}}".formatted(name, conditions);
        HttpResponse<String> response = web.get("/reconcile?queries=" + Web.encode(queries), "*/*");
        assertEquals(200, response.statusCode(), response.body());
        return JSON.parse(response.body()).getObj("q");
    }

    private static long feature(JsonObject candidate, String id) {
        return candidate
                .getArray("features")
                .map(it -> it.getAsObject())
                .filter(it -> it.getString("id").equals(id))
                .findFirst()
                .orElseThrow()
                .getNumber("value")
                .longValue();
    }

    private static JsonObject first(JsonObject result, String member) {
        return result.getArray(member)
                .findFirst()
                .orElseThrow(() -> new AssertionError("found none: " + result))
                .getAsObject();
    }

    private static String flat(JsonObject row, String property) {
        return row.get(property).toString().replaceAll("\\s+", " ").strip();
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + server.port() + path))
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }
}
