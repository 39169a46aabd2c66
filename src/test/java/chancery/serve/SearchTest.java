package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.release.ReleaseFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    @TempDir static Path folder;
    private static Served seeds;
    private static Served gazette;
    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        seeds = Served.open(SeedRelease.folder());
        gazette = Served.open(ReleaseFixture.write(folder, "r1", Gazette.TRIG));
        site = new Site(new Pages(), List.of(), Optional.empty());
    }

    @AfterAll
    static void close() {
        seeds.release().close();
        gazette.release().close();
    }

    @ParameterizedTest
    @CsvSource({
        "Heydar Aliyev, person/heydar-aliyev",
        "гейдар алиев, person/heydar-aliyev",
        "Һејдәр Әлијев, person/heydar-aliyev",
        "HEYDƏR ƏLİYEV, person/heydar-aliyev",
        "Heidar Alijew, person/heydar-aliyev",
        "Пашинян, person/nikol-pashinyan",
        "Qarabağ, place/nagorno-karabakh",
        "Карабах, place/nagorno-karabakh",
        "Azerbaycan, state/azerbaijan",
        "Азербайджан, state/azerbaijan",
        "Türkiye, state/turkey",
        "turkiye, state/turkey",
        "Gülüstan, agreement/treaty-of-gulistan",
        "Xocalı, place/khojaly",
        "Naxçıvan, place/nakhchivan",
        "Екатеринбург, place/yekaterinburg",
        "Rosneft, organisation/rosneft",
        "Роснефть, organisation/rosneft",
        "Gabala radar station, facility/gabala-radar-station",
        "Vladmir Putn, person/vladimir-putin"
    })
    void whatIsLookedForComesFirst(String typed, String expected) {
        List<String> found = iris(typed, Map.of());
        assertFalse(found.isEmpty(), "found nothing");
        assertEquals("https://w3id.org/chancery/id/" + expected, found.getFirst());
    }

    @Test
    void aKindNarrowsIt() {
        assertTrue(iris("Aliyev", Map.of()).size() > 2);
        List<String> leaders = iris("Aliyev", Map.of("type", "Leader"));
        assertFalse(leaders.isEmpty());
        assertTrue(
                leaders.stream().allMatch(iri -> iri.contains("/id/person/")), leaders.toString());
        assertEquals(
                List.of(
                        "https://w3id.org/chancery/id/state/azerbaijan",
                        "https://w3id.org/chancery/id/relation/azerbaijan-russia"),
                iris("Azerbaijan", Map.of("in", "az")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Azerbaijan Russia agreements 2002 | kind=agreement&from=2002&to=2002",
                "which agreements did Azerbaijan and Russia sign in 2002?"
                        + " | kind=agreement&from=2002&to=2002",
                "What was signed by Russia and Azerbaijan in January 2002"
                        + " | kind=agreement&from=2002-01&to=2002-01",
                "Russian treaties with Azerbaijan from 1992 to 2002"
                        + " | kind=agreement&from=1992&to=2002",
                "Azerbaijani-Russian meetings since 2000 | kind=event&from=2000",
                "какие соглашения подписали Азербайджан и Россия в 2002 году"
                        + " | kind=agreement&from=2002&to=2002",
                "Azərbaycan və Rusiya sazişləri 2002 | kind=agreement&from=2002&to=2002",
                "disputed figures of Azerbaijan and Russia | kind=figure&disputed=yes",
                "Azerbaijan Russia in the 1990s | from=1990&to=1999"
            })
    void twoStatesWithAKindAndATimeLeadToWhatIsBetweenThem(String typed, String query) {
        String page = page(Map.of("q", typed), seeds);
        String link = "<a href=\"/between/azerbaijan/russia?" + query.replace("&", "&amp;") + "\"";
        assertTrue(page.contains(link), typed + page);
        assertTrue(page.indexOf(link) < page.indexOf("class=\"results\""), typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what do the sources disagree about",
                "disagreements",
                "contradictions between sources"
            })
    void whoAsksForDisagreementsIsLedToTheirRegister(String typed) {
        String page = page(Map.of("q", typed), seeds);
        String link = "<a href=\"/disagreements\"><b>What the sources disagree about</b></a>";
        assertTrue(page.contains(link), page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "какие договоры между Россией и Азербайджаном 2002",
                "какие соглашения подписала Россия с Азербайджаном в 2002 году"
            })
    void statesAreFoundInTheCasesOfRussianAndNoQuestionWordIsOne(String typed) {
        String page = page(Map.of("q", typed), seeds);
        assertTrue(page.contains("<a href=\"/between/azerbaijan/russia?"), page);
        assertFalse(page.contains("Kenya"), page);
        assertFalse(page.contains("Macao"), page);
    }

    @Test
    void whatIsOfferedNamesTheThingsThatThePageShows() {
        String page =
                page(Map.of("q", "which agreements did Azerbaijan and Russia sign in 2002"), seeds);
        assertTrue(page.contains("Agreement on the Gabala Radar Station (2002)</a>"), page);
        assertTrue(page.contains("\">what each source says</a>"), page);
        assertTrue(page.contains("on border service representatives (2002)</a>"), page);
        String none = page(Map.of("q", "Azerbaijan Russia agreements 1905"), seeds);
        assertTrue(none.contains("nothing in this release"), none);
        assertTrue(none.contains("<a href=\"/between/azerbaijan/russia\">All between"), none);
        String one = page(Map.of("q", "agreements since 2010"), seeds);
        assertTrue(one.contains("<a href=\"/browse?from=2010&amp;kind=Agreement\""), one);
        String names = page(Map.of("q", "Heydar Aliyev"), seeds);
        assertFalse(names.contains("class=\"offers\""), names);
    }

    @Test
    void wordsOfAQuestionFindNothingByThemselves() {
        List<String> asked =
                iris("which agreements did Azerbaijan and Russia sign in 2002", Map.of());
        assertEquals(iris("agreements Azerbaijan Russia sign 2002", Map.of()), asked);
        assertTrue(asked.size() < 20, asked.toString());
    }

    @Test
    void whatIsOnlyLikeItIsLeftOutWhereANameHasTheVeryWords() {
        List<String> found = iris("Алиев", Map.of("limit", "100"));
        assertTrue(found.size() > 2, found.toString());
        assertTrue(found.stream().noneMatch(iri -> iri.endsWith("/allied")), found.toString());
    }

    @Test
    void gistsAreFoundToo() {
        JsonObject found = json("/search.json", Map.of("q", "lease"), gazette);
        List<String> parts =
                found.getArray("results")
                        .map(it -> it.getAsObject().getObj("matched"))
                        .map(it -> it.getString("property"))
                        .toList();
        assertEquals(List.of("label", "gist"), parts);
    }

    /// A program needs to parse no words.
    @Test
    void datesAreGivenAsEdtfBesideTheirWords() {
        JsonObject found = json("/search.json", Map.of("q", "Gabala radar station 2002"), seeds);
        JsonObject agreement = found.get("results").getAsArray().get(0).getAsObject();
        assertEquals("25 January 2002", agreement.getString("dates"));
        JsonObject signed = agreement.get("times").getAsArray().get(0).getAsObject();
        assertEquals("https://w3id.org/chancery/ontology#signed", signed.getString("property"));
        assertEquals("2002-01-25", signed.getString("edtf"));
        assertEquals("25 January 2002", signed.getString("words"));
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        List<String> whole = iris("Azerbaijan Russia", Map.of("limit", "100"));
        assertTrue(whole.size() > 10, whole.toString());
        List<String> first = iris("Azerbaijan Russia", Map.of("limit", "5"));
        List<String> second = iris("Azerbaijan Russia", Map.of("limit", "5", "offset", "5"));
        assertEquals(whole.subList(0, 10), Stream.concat(first.stream(), second.stream()).toList());
        String page = page(Map.of("q", "Azerbaijan Russia", "limit", "5", "offset", "5"), seeds);
        assertTrue(page.contains("rel=\"prev\""), page);
        assertTrue(page.contains("/search?q=Azerbaijan%20Russia&amp;limit=5&amp;offset=10"), page);
    }

    @Test
    void thePageSaysKindDatesAndWikidata() {
        String page = page(Map.of("q", "Гейдар Алиев"), seeds);
        assertTrue(
                page.contains("<a href=\"/id/person/heydar-aliyev\" lang=\"en\">Heydar Aliyev</a>"),
                page);
        assertTrue(page.contains("<span class=\"kind\">leader</span>"), page);
        assertTrue(page.contains("href=\"http://www.wikidata.org/entity/Q157451\""), page);
        String agreement = page(Map.of("q", "Gabala radar", "type", "Agreement"), seeds);
        assertTrue(agreement.contains("25 January 2002"), agreement);
    }

    @Test
    void whatWasTypedAndWhatIsNamedIsEscaped() {
        String page = page(Map.of("q", "<script>alert(1)</script>"), gazette);
        assertFalse(page.contains("<script>alert"), page);
        assertTrue(page.contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\""), page);
        assertTrue(page.contains("<a href=\"/id/state/south\""), page);
    }

    @Test
    void withoutWordsThereIsTheFormOnly() {
        assertTrue(page(Map.of(), seeds).contains("<input id=\"words\""));
        assertEquals(List.of(), iris("", Map.of()));
        assertEquals(List.of(), iris("  ?! ", Map.of()));
        assertTrue(page(Map.of("q", "Reykjavik"), seeds).contains("Nothing is called like that"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type | Planet | parameter type: found \"Planet\", expected one of Actor, Agreement",
                "limit | 0 | parameter limit: found \"0\", expected a number from 1 to 100",
                "limit | 101 | parameter limit: found \"101\", expected a number from 1 to 100",
                "limit | ten | parameter limit: found \"ten\", expected a number from 1 to 100",
                "offset | -1 | parameter offset: found \"-1\", expected a number from 0",
                "in | a_z | parameter in: found \"a_z\", expected a language tag"
            })
    void whatCannotBeAskedIsRefused(String name, String value, String reason) {
        Reply.BadRequest bad =
                assertInstanceOf(
                        Reply.BadRequest.class,
                        ask("/search", Map.of("q", "x", name, value), "text/html", seeds));
        assertTrue(bad.reason().contains(reason), bad.reason());
    }

    @Test
    void aQueryOfTenThousandCharactersIsRefused() {
        for (String path : List.of("/search", "/search.json", "/search/suggest")) {
            Reply.BadRequest bad =
                    assertInstanceOf(
                            Reply.BadRequest.class,
                            ask(path, Map.of("q", "ə".repeat(10_000)), "*/*", seeds));
            assertEquals(
                    "/search: parameter q: found 10000 characters, expected at most 500",
                    bad.reason());
        }
    }

    @Test
    void theFormGoesByAcceptAndByEnding() {
        Map<String, String> query = Map.of("q", "Baku");
        Reply.Found page =
                assertInstanceOf(Reply.Found.class, ask("/search", query, "text/html", seeds));
        assertEquals("text/html; charset=utf-8", page.type());
        assertTrue(page.varies());
        Reply.Found data =
                assertInstanceOf(
                        Reply.Found.class, ask("/search", query, "application/json", seeds));
        assertEquals("application/json; charset=utf-8", data.type());
        assertInstanceOf(Reply.NotAcceptable.class, ask("/search", query, "image/png", seeds));
        assertInstanceOf(Reply.NotFound.class, ask("/search.xml", query, "*/*", seeds));
        assertTrue(page.body().contains("href=\"/search.json?q=Baku&amp;limit=20&amp;offset=0\""));
    }

    @ParameterizedTest
    @CsvSource({
        "Hey, Heydar Aliyev",
        "Гейд, Heydar Aliyev",
        "vladim, Vladimir Putin",
        "Nak, Nakhchivan"
    })
    void namesAreSuggestedWhileTyping(String typed, String expected) {
        Reply.Found found =
                assertInstanceOf(
                        Reply.Found.class,
                        ask("/search/suggest", Map.of("q", typed), "*/*", seeds));
        assertEquals("application/x-suggestions+json; charset=utf-8", found.type());
        List<JsonValue> parts = new ArrayList<>();
        JSON.parseAny(found.body()).getAsArray().forEach(parts::add);
        assertEquals(4, parts.size());
        assertEquals(typed, parts.getFirst().getAsString().value());
        assertEquals(
                expected, parts.get(1).getAsArray().get(0).getAsString().value(), found.body());
        assertTrue(
                parts.get(3).getAsArray().get(0).getAsString().value().startsWith("http://"),
                found.body());
    }

    @Test
    void browsersLearnOfIt() {
        Reply.Found found =
                assertInstanceOf(Reply.Found.class, ask("/opensearch.xml", Map.of(), "*/*", seeds));
        assertTrue(found.body().contains("template=\"http://localhost/search?q={searchTerms}"));
        assertTrue(page(Map.of(), seeds).contains("href=\"/opensearch.xml\""));
    }

    @Test
    void aReleaseWithoutATextIndexSaysSo(@TempDir Path other) throws Exception {
        Path release = ReleaseFixture.write(other, "r0", Gazette.TRIG);
        try (Stream<Path> files = Files.walk(release.resolve("text"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Served old = Served.open(release);
        try {
            Reply.Unavailable not =
                    assertInstanceOf(
                            Reply.Unavailable.class,
                            ask("/search", Map.of("q", "North"), "text/html", old));
            assertEquals(
                    "/search: found no text index in release r0, expected one made by a newer build",
                    not.reason());
            assertTrue(old.note().startsWith("release r0 has no text index"), old.note());
            assertInstanceOf(Reply.Found.class, ask("/", Map.of(), "text/html", old));
        } finally {
            old.release().close();
        }
    }

    private static Reply ask(
            String path, Map<String, String> parameters, String accept, Served served) {
        return site.answer(Request.get(path, parameters, accept), served);
    }

    private static String page(Map<String, String> parameters, Served served) {
        return assertInstanceOf(Reply.Found.class, ask("/search", parameters, "text/html", served))
                .body();
    }

    private static JsonObject json(String path, Map<String, String> parameters, Served served) {
        return JSON.parse(
                assertInstanceOf(Reply.Found.class, ask(path, parameters, "*/*", served)).body());
    }

    private static List<String> iris(String typed, Map<String, String> others) {
        Map<String, String> parameters = new HashMap<>(others);
        parameters.put("q", typed);
        return json("/search.json", parameters, seeds)
                .getArray("results")
                .map(it -> it.getAsObject().getString("iri"))
                .toList();
    }
}
