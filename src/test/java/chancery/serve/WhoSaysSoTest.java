package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.TextFolder;
import chancery.release.ReleaseFixture;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From any triple, on any page, to who says so, where, in what words, who disagrees and why.
@Timeout(60)
class WhoSaysSoTest {
    private static final String MORE =
            """
            chy:stateKind rdfs:label "state kind"@en .
            chy:party rdfs:subPropertyOf chy:involved .
            chy:involved rdfs:label "involved"@en .
            chy:describedAs rdfs:label "described as"@en ; chy:evaluative true .
            <id/state/north> chy:stateKind "republic" .
            <id/state/north> chy:party <id/state/south> ; chy:involved <id/state/south> .
            <id/agreement/lease> chy:earliest "2002-01-25"^^xsd:date .
            <id/source/second> a chy:Source ; rdfs:label "Second edition"@en ;
                chy:origin <id/work/gazette> .
            <id/source/gazette> chy:origin <id/work/gazette> .
            <id/claim/05> a chy:Claim ; rdf:subject <id/agreement/lease> ;
                rdf:predicate chy:signed ; rdf:object <id/time/2002-01-25> ;
                chy:statedIn <id/source/second> ; chy:stance chy:asserts ;
                chy:verdict chy:Accepted .
            <id/claim/06> a chy:Claim ; rdf:subject <id/state/north> ;
                rdf:predicate chy:describedAs ; rdf:object "windy"@en ;
                chy:statedIn <id/source/gazette> ; chy:stance chy:asserts ;
                chy:verdict chy:NotAsserted .
            <id/claim/07> a chy:Claim ; rdf:subject <id/agreement/lease> ;
                rdf:predicate chy:party ; rdf:object <id/state/north> ;
                chy:statedIn <id/source/gazette> ; chy:passage <id/passage/gazette-27-68> ;
                chy:gist "The lease was signed"@en ;
                chy:stance chy:asserts ; chy:verdict chy:Accepted .
            GRAPH <graph/register> {
                <id/state/north> chy:stateKind "republic" .
            }
            GRAPH <graph/derived> {
                <id/agreement/lease> chy:earliest "2002-01-25"^^xsd:date .
                <id/state/north> chy:involved <id/state/south> .
            }
            """;

    @TempDir static Path folder;
    private static Served served;
    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        String trig = Gazette.TRIG + Gazette.DISPUTES + MORE;
        served = Served.open(ReleaseFixture.write(folder, "r1", trig));
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("gazette.txt"), Gazette.TEXT);
        site = new Site(new Pages(), List.of(), Optional.of(new TextFolder(texts)));
    }

    @AfterAll
    static void close() {
        served.release().close();
    }

    @Test
    void valueThatSomethingSpeaksAgainstLeadsToTheDisagreement() {
        String row = row(page("/id/agreement/lease.html"), "#signed");
        assertTrue(row.contains("href=\"/id/disagreement/01\""), row);
        assertTrue(row.contains("≠"), row);
        assertFalse(row(page("/id/agreement/lease.html"), "#party").contains("≠"));
    }

    @Test
    void valueOfARegisterSaysSo() {
        String row = row(page("/id/state/north.html"), "#stateKind");
        assertTrue(row.contains("republic</span> <small class=\"basis\" title=\"entered by"), row);
        assertTrue(row.contains(">register</small>"), row);
    }

    @Test
    void computedValueLeadsToTheClaimsItFollowsFrom() {
        String day = row(page("/id/agreement/lease.html"), "#earliest");
        assertTrue(day.contains("/id/claim/01") && day.contains("/id/claim/05"), day);
        assertTrue(day.contains("computed"), day);
        String above = row(page("/id/state/north.html"), "#involved");
        assertTrue(above.contains("/id/claim/04") && above.contains("computed"), above);
    }

    @Test
    void whatPointsHereLeadsToItsClaimsToo() {
        String page = page("/id/time/2002-01-25");
        String incoming = page.substring(page.indexOf("What points here"));
        assertTrue(incoming.contains("/id/claim/01") && incoming.contains("≠"), incoming);
    }

    @Test
    void whatIsOnlySaidWithAThingAsValueIsOnItsPageToo() {
        String page = page("/id/time/1991");
        String elsewhere = page.substring(page.indexOf("Said of other things"));
        assertTrue(elsewhere.contains("/id/claim/02"), elsewhere);
    }

    @Test
    void claimSaysWhoDisagreesInWhatWordsByWhichRuleAndWhy() {
        String page = page("/id/claim/02");
        assertTrue(page.contains("A disagreement was decided against it"), page);
        assertTrue(page.contains("the narrator first"), page);
        assertTrue(page.contains("The narrator answers for what he says."), page);
        assertTrue(page.contains("The narrator gives a day, Anna a year"), page);
        String against = page.substring(page.indexOf("Who disagrees"));
        assertTrue(against.contains("<q>25 January 2002</q>"), against);
        assertTrue(against.contains("href=\"/id/claim/01\""), against);
        assertTrue(page("/id/claim/01").contains("This claim was preferred."));
    }

    @Test
    void claimThatNothingSpeaksAgainstSaysSo() {
        assertTrue(page("/id/claim/05").contains("nothing speaks against it"));
        assertTrue(page("/id/claim/05").contains("no disagreement is registered"));
        assertFalse(page("/id/claim/01").contains("no disagreement is registered"));
    }

    @Test
    void claimThatIsNotAssertedSaysWhy() {
        String denied = page("/id/claim/03");
        assertTrue(denied.contains("it passes on what somebody said"), denied);
        assertTrue(denied.contains("does not assert it; the stance is"), denied);
        assertTrue(denied.contains("<li><a href=\"/id/person/boris\""), denied);
        assertTrue(page("/id/claim/06").contains("opinions are never accepted"));
        assertFalse(page("/id/claim/06").contains("it passes on"));
    }

    @Test
    void denialIsNoAgreement() {
        String page = page("/id/claim/04");
        assertFalse(page.contains("Others that say the same"), page);
        String contrary = page.substring(page.indexOf("The same with another stance"));
        assertTrue(contrary.contains("/id/claim/03"), contrary);
    }

    @Test
    void editionsOfOneWorkAreOneVoice() {
        assertTrue(page("/id/claim/01").contains("2 sources, one voice"));
        assertTrue(page("/id/claim/02").contains("this source alone"));
    }

    @Test
    void passageShowsItsSentenceAndItsClaims() {
        String page = page("/id/passage/gazette-27-68");
        assertTrue(page.contains("<mark>They signed the lease on 25 January 2002.</mark>"), page);
        assertTrue(page.contains("/id/claim/01"), page);
    }

    @Test
    void oneAddressAnswersForATriple() {
        String page =
                get("/claims", "text/html", "id/agreement/lease", "signed", "25 January 2002");
        assertTrue(page.contains("2 sources say something of it"), page);
        assertTrue(page.contains("/id/claim/01") && page.contains("/id/claim/05"), page);
        assertFalse(page.contains("/id/claim/02\""), page);
        assertTrue(page.contains("<mark>They signed the lease on 25 January 2002.</mark>"), page);
        assertTrue(page.contains("The narrator gives a day, Anna a year"), page);
        String any = get("/claims", "text/html", "/id/agreement/lease", "", "");
        assertTrue(
                any.contains("The Gazette</a> <span class=\"quiet\">1991</span>: 3 claims"), any);
        assertTrue(any.contains("Second edition</a>: one claim, nothing that no other says"), any);
        String none = get("/claims", "text/html", "id/state/north", "stateKind", "republic");
        assertTrue(none.contains("No source claims it.") && none.contains("register"), none);
    }

    @Test
    void citingAClaimNamesTheSourceAndItsWords() {
        String page = page("/id/claim/01");
        String cite = page.substring(page.indexOf("data-copy-text"));
        cite = cite.substring(0, cite.indexOf("</p>"));
        assertTrue(cite.contains("“They signed the lease on 25 January 2002.”, The Gazette"), cite);
        assertTrue(cite.contains("(1991), characters 27–68"), cite);
        assertTrue(
                cite.contains("<i>Chancery</i>, release") && cite.contains("/id/claim/01"), cite);
        String silent = page("/id/claim/05");
        assertTrue(silent.contains("data-copy-text>Second edition; read as"), silent);
    }

    @Test
    void passageStandsOnceWithAllThatWasReadOutOfIt() {
        String page = get("/claims", "text/html", "id/agreement/lease", "", "");
        String passage = "<mark>They signed the lease on 25 January 2002.</mark>";
        assertEquals(page.indexOf(passage), page.lastIndexOf(passage));
        String below =
                page.substring(page.indexOf(passage), page.indexOf("Second edition</a></h2>"));
        assertTrue(below.contains("/id/claim/01") && below.contains("/id/claim/07"), below);
        assertEquals(below.indexOf("The lease was signed"), below.lastIndexOf("The lease was"));
        String before = page.substring(page.indexOf("id=\"from-gazette\""), page.indexOf(passage));
        assertTrue(before.contains("/id/claim/02") && before.contains("passed on"), before);
    }

    @Test
    void whereSourcesAgreeAndDisagreeIsSaidFirst() {
        String page = get("/claims", "text/html", "id/agreement/lease", "", "");
        String first = page.substring(0, page.indexOf("<blockquote"));
        assertTrue(first.contains("2 sources say something of it"), first);
        assertTrue(first.contains("editions of one work, so one voice"), first);
        assertTrue(first.contains("They disagree</b> on one point"), first);
        assertTrue(first.contains("<b>25 January 2002</b>"), first);
        String both =
                first.substring(first.indexOf("Both say"), first.indexOf("<ul class=\"sources"));
        assertTrue(both.contains("25 January 2002") && !both.contains("North"), both);
        String peaceful = get("/claims", "text/html", "id/agreement/lease", "party", "");
        assertTrue(peaceful.contains("No disagreement about it is registered."), peaceful);
    }

    @Test
    void programsGetTheSameAsJsonAndTurtle() {
        String base = ReleaseFixture.BASE;
        JsonObject json =
                JSON.parse(
                        get(
                                "/claims",
                                "application/json",
                                base + "id/agreement/lease",
                                "https://w3id.org/chancery/ontology#signed",
                                base + "id/time/1991"));
        assertEquals(1, json.get("count").getAsNumber().value().intValue());
        JsonObject claim = json.get("claims").getAsArray().get(0).getAsObject();
        assertEquals(base + "id/claim/02", claim.get("claim").getAsString().value());
        JsonObject against = json.get("disagreements").getAsArray().get(0).getAsObject();
        assertEquals(2, against.get("positions").getAsArray().size());
        String turtle = get("/claims.ttl", "*/*", "id/agreement/lease", "signed", "1991");
        assertTrue(turtle.contains("id/claim/02") && turtle.contains("Anna says when"), turtle);
    }

    @Test
    void questionWithoutASubjectIsRefusedAndAnUnknownOneIsNotFound() {
        assertInstanceOf(Reply.BadRequest.class, answer("/claims", "*/*", "", "signed", ""));
        assertInstanceOf(Reply.NotFound.class, answer("/claims", "*/*", "id/state/none", "", ""));
        assertInstanceOf(
                Reply.NotAcceptable.class, answer("/claims", "image/png", "id/x/y", "", ""));
    }

    /// The cells of the row of one property.
    private static String row(String page, String property) {
        int start = page.indexOf(property + "\"");
        assertTrue(start >= 0, page);
        return page.substring(start, page.indexOf("</tr>", start));
    }

    private static String page(String path) {
        Reply reply = site.answer(Request.get(path, "text/html"), served);
        return assertInstanceOf(Reply.Found.class, reply).body();
    }

    private static String get(
            String path, String accept, String subject, String property, String value) {
        Reply reply = answer(path, accept, subject, property, value);
        return assertInstanceOf(Reply.Found.class, reply).body();
    }

    private static Reply answer(
            String path, String accept, String subject, String property, String value) {
        Map<String, String> parameters =
                Map.of("subject", subject, "property", property, "value", value);
        return site.answer(Request.get(path, parameters, accept), served);
    }

    /// A link of ours as the request that following it makes.
    static Request follow(String href) {
        String[] parts = href.replace("&amp;", "&").split("\\?", 2);
        Map<String, String> parameters = new HashMap<>();
        for (String part : parts[1].split("&")) {
            String[] pair = part.split("=", 2);
            parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return Request.get(parts[0], parameters, "text/html");
    }
}
