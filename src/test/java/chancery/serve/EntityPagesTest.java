package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.release.ReleaseFixture;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of things that are hard to show: with 5,000 claims, with hostile names, with none.
@Timeout(120)
class EntityPagesTest {
    private static final int HEAVIEST_BYTES = 150_000;
    private static final int CLAIMS = 5_000;

    /// Ends elements and attributes, turns the writing round, and has no end.
    private static final String HOSTILE =
            "\\\"><script>alert(1)</script><img src=x onerror=alert(1)>' \\u202Eסוף\\u200F "
                    + "x".repeat(10_000);

    @TempDir static Path folder;
    private static Served served;
    private static Site site;

    @BeforeAll
    static void open() throws Exception {
        String trig = Gazette.TRIG + big() + hostile() + "<id/event/nameless> a chy:Event .\n";
        served = Served.open(ReleaseFixture.write(folder, "r1", trig));
        site = new Site(new Pages(), List.of(), Optional.empty());
    }

    @AfterAll
    static void close() {
        served.release().close();
    }

    /// A state with 4,000 accepted claims, 1,000 others, and 3,000 dated events that name it.
    private static String big() {
        StringBuilder trig =
                new StringBuilder("<id/state/big> a chy:State ; rdfs:label \"Big\"@en .\n");
        for (int i = 0; i < CLAIMS; i++) {
            boolean accepted = i % 5 > 0;
            String value = "<id/place/p%04d>".formatted(i);
            if (accepted) {
                trig.append("<id/state/big> chy:capital %s .\n".formatted(value));
            }
            trig.append(
                    """
                    <id/claim/b%04d> a chy:Claim ; rdf:subject <id/state/big> ;
                        rdf:predicate chy:capital ; rdf:object %s ; chy:stance chy:asserts ;
                        chy:statedIn <id/source/gazette> ; chy:verdict chy:%s .
                    """
                            .formatted(i, value, accepted ? "Accepted" : "Outweighed"));
        }
        for (int i = 0; i < 3_000; i++) {
            trig.append(
                    """
                    <id/event/e%1$04d> a chy:Event ; rdfs:label "Event %1$d"@en ;
                        chy:participant <id/state/big> ; chy:time <id/time/%2$d> .
                    """
                            .formatted(i, 1000 + i % 900));
        }
        for (int year = 1000; year < 1900; year++) {
            trig.append(
                    """
                    <id/time/%1$d> a chy:Time ; chy:edtf "%1$d" ;
                        chy:startEarliest "%1$d-01-01"^^xsd:date ;
                        chy:endLatest "%1$d-12-31"^^xsd:date .
                    """
                            .formatted(year));
        }
        return trig.toString();
    }

    /// Everything that has a name has a hostile one, and there is a lot of it.
    private static String hostile() {
        String things =
                IntStream.range(0, 60)
                        .mapToObj(
                                i ->
                                        """
                                        <id/event/h%1$d> a chy:Event ; rdfs:label "%1$d %2$s"@en ;
                                            chy:participant <id/person/hostile> ;
                                            chy:time <id/time/1%1$03d> .
                                        """
                                                .formatted(i, HOSTILE))
                        .collect(Collectors.joining());
        return things
                + """
                <id/source/hostile> a chy:Source ; rdfs:label "%1$s"@en .
                <id/person/hostile> a chy:Person ; rdfs:label "%1$s"@en , "%1$s"@he ;
                    skos:altLabel "%1$s" ; skos:exactMatch <http://www.wikidata.org/entity/Q%%22> ;
                    chy:parentOf <id/event/h1> ; chy:note "%1$s" .
                <id/claim/h1> a chy:Claim ; rdf:subject <id/person/hostile> ;
                    rdf:predicate chy:parentOf ; rdf:object <id/event/h1> ;
                    chy:stance chy:asserts ; chy:gist "%1$s"@en ; chy:asWritten "%1$s" ;
                    chy:statedIn <id/source/hostile> ; chy:verdict chy:Accepted .
                <id/claim/h2> a chy:Claim ; rdf:subject <id/person/hostile> ;
                    rdf:predicate chy:parentOf ; rdf:object "%1$s" ;
                    chy:stance chy:denies ; chy:gist "%1$s"@en ; chy:asWritten "%1$s" ;
                    chy:statedIn <id/source/hostile> ; chy:verdict chy:NotAsserted .
                <id/disagreement/h> a chy:Disagreement ; rdfs:label "%1$s" ;
                    chy:about <id/person/hostile> ; chy:onProperty chy:parentOf ;
                    chy:position <id/claim/h1> , <id/claim/h2> ; chy:rule "%1$s" ;
                    chy:rationale "%1$s"@en .
                """
                        .formatted(HOSTILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/state/big.html",
                "/id/state/big.html?list=values&of=capital&page=40",
                "/id/state/big.html?list=incoming&of=participant&page=2",
                "/id/state/big.html?list=said&page=20",
                "/id/state/big.html?list=times&page=30",
                "/id/claim/b0001",
                "/claims?subject=id/state/big&page=125",
                "/id/person/hostile.html",
                "/id/person/hostile.html?list=times",
                "/id/event/h1.html",
                "/id/event/nameless.html",
            })
    void pageIsNeverTooHeavy(String path) {
        int bytes = page(path).getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= HEAVIEST_BYTES, path + " has " + bytes + " bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/person/hostile.html",
                "/id/person/hostile.html?list=incoming&of=participant",
                "/id/claim/h1",
                "/id/claim/h2",
                "/id/disagreement/h",
                "/claims?subject=id/person/hostile"
            })
    void hostileNameStaysAText(String path) {
        String page = page(path);
        assertTrue(page.contains("&lt;script&gt;alert(1)"), path);
        assertFalse(page.contains("<script>alert"), path);
        assertFalse(page.contains("<img"), path);
        // no attribute ends early: each tag is one that a template wrote
        String bare = page.replaceAll("\"[^\"]*\"", "\"\"");
        Matcher tags = Pattern.compile("<[a-zA-Z][^<>]*\\son[a-z]+=").matcher(bare);
        assertFalse(tags.find(), path);
    }

    @Test
    void everyClaimIsOnSomePageOfTheList() {
        Set<String> claims = new HashSet<>();
        String next = "/claims?subject=id/state/big";
        int pages = 0;
        while (!next.isEmpty()) {
            String page = page(next);
            Matcher links = Pattern.compile("href=\"/id/claim/(b\\d{4})\"").matcher(page);
            while (links.find()) {
                claims.add(links.group(1));
            }
            next = rel("next", page);
            pages++;
        }
        assertEquals(CLAIMS, claims.size());
        assertEquals(CLAIMS / 40, pages);
    }

    @Test
    void longRowLeadsToPagesThatLeadForthAndBack() {
        String page = page("/id/state/big.html");
        assertTrue(page.contains("?list=values&amp;of=capital\">All 4,000</a>"), page);
        assertTrue(page.contains("?list=incoming&amp;of=participant\">All 3,000</a>"), page);
        assertTrue(page.contains("?list=said\">All 1,000</a>"), page);
        String second = page("/id/state/big.html?list=said&page=2");
        assertEquals("/id/state/big.html?list=said", rel("prev", second));
        assertEquals("/id/state/big.html?list=said&page=3", rel("next", second));
        String last = page("/id/state/big.html?list=said&page=20");
        assertEquals("", rel("next", last));
        assertTrue(last.contains("951 to 1,000 of 1,000"), last);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id/state/big.html?list=everything | 400 | expected one of values, incoming",
                "/id/state/big.html?list=said&page=0 | 400 | expected a number",
                "/id/state/big.html?list=said&page=x | 400 | expected a number",
                "/claims?subject=id/state/big&page=-1 | 400 | expected a number",
                "/id/state/big.html?list=said&page=21 | 404 | Not found",
                "/id/state/big.html?list=values | 404 | Not found",
                "/id/state/big.html?list=values&of=nothing | 404 | Not found",
                "/claims?subject=id/state/big&page=126 | 404 | Not found",
            })
    void whatIsNoListIsRefused(String path, int status, String text) {
        Reply reply = answer(path);
        String body =
                status == 400
                        ? assertInstanceOf(Reply.BadRequest.class, reply, path).reason()
                        : assertInstanceOf(Reply.NotFound.class, reply, path).body();
        assertTrue(body.contains(text), body);
    }

    @Test
    void thingWithoutANameSaysWhatItIs() {
        String page = page("/id/event/nameless.html");
        assertTrue(page.contains("Event without a name (nameless)</h1>"), page);
        assertTrue(page.contains("It is known as <code>id/event/nameless</code>"), page);
        assertTrue(page.contains("Recorded as an event."), page);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id/agreement/lease.bib | application/x-bibtex; charset=utf-8 | title = {{Lease of the radar}}",
                "/id/agreement/lease.csl.json | application/vnd.citationstyles.csl+json; charset=utf-8 | \"Lease of the radar\"",
                "/id/claim/01.bib | application/x-bibtex; charset=utf-8 | Lease of the radar: signed: 25 January 2002",
                "/id/disagreement/01.csl.json | application/vnd.citationstyles.csl+json; charset=utf-8 | Lease of the radar: signed",
            })
    void thingCanBeCited(String path, String type, String text) {
        Reply.Found found = assertInstanceOf(Reply.Found.class, answer(path), path);
        assertEquals(type, found.type());
        assertTrue(found.body().contains(text), found.body());
        assertTrue(found.body().contains("https://w3id.org/chancery/release/r1"), found.body());
    }

    @Test
    void pageTellsHowToCiteItAndLeadsThere() {
        for (String path :
                List.of("/id/agreement/lease.html", "/id/claim/01", "/id/disagreement/01")) {
            String page = page(path);
            String id = path.substring(1).replace(".html", "");
            assertTrue(page.contains("<code>https://w3id.org/chancery/" + id + "</code>"), page);
            assertTrue(page.contains("<code>https://w3id.org/chancery/release/r1</code>"), page);
            assertTrue(page.contains("href=\"/" + id + ".bib\""), page);
            assertTrue(page.contains("href=\"/" + id + ".csl.json\""), page);
        }
    }

    @Test
    void disagreementThatCannotBeJudgedAgainSaysSo() {
        String page = page("/id/disagreement/01");
        assertTrue(page.contains("What changes if the other side is right"), page);
        assertTrue(page.contains("The release does not say by what it was found"), page);
    }

    private static String rel(String rel, String page) {
        Matcher link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(page);
        return link.find() ? link.group(1).replace("&amp;", "&") : "";
    }

    private static String page(String path) {
        Reply reply = answer(path);
        return assertInstanceOf(Reply.Found.class, reply, path).body();
    }

    private static Reply answer(String address) {
        String[] parts = address.split("\\?", 2);
        Map<String, String> parameters = new HashMap<>();
        List<String> pairs = new ArrayList<>();
        if (parts.length > 1) {
            pairs.addAll(List.of(parts[1].split("&")));
        }
        for (String pair : pairs) {
            String[] sides = pair.split("=", 2);
            parameters.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return site.answer(Request.get(parts[0], parameters, "text/html"), served);
    }
}
