package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.page.ReportAddress;
import chancery.page.entity.EntityPage;
import chancery.page.entity.Row;
import chancery.vocab.Chy;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages of the seeds' release, as a reader goes through them.
@Timeout(180)
class SeedPagesTest {
    private static final Pattern THING =
            Pattern.compile(
                    "id/(state|person|office|tenure|agreement|event|organisation|place|membership"
                            + "|condition|facility|observation|group|possibility|relation)/.+");
    private static final Pattern CLAIMS = Pattern.compile("href=\"(/claims\\?[^\"]+)\"");

    private static LiveServer server;
    private static Served served;

    @BeforeAll
    static void open() throws Exception {
        served = Served.open(SeedRelease.folder());
        server =
                LiveServer.of(
                        SeedRelease.releases(),
                        usual ->
                                usual.withQueries(Path.of("queries"))
                                        .withReport(new ReportAddress("https://r.example/new")));
    }

    @AfterAll
    static void close() {
        server.close();
        served.release().close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id/state/russia.html | id/state/russia",
                "/id/source/wikipedia-2016.html | id/source/wikipedia-2016",
                "/dumps/ | Download",
            })
    void everyPageLeadsToWhereMistakesAreTold(String path, String about) throws Exception {
        String base = served.release().description().base();
        String page = new Web(server.port()).get(path, "text/html").body();
        String expected =
                "https://r.example/new?about="
                        + URLEncoder.encode(
                                about.startsWith("id/") ? base + about : about,
                                StandardCharsets.UTF_8)
                        + "&amp;release="
                        + URLEncoder.encode(
                                base + "release/" + served.id(), StandardCharsets.UTF_8);
        assertTrue(
                page.contains("<a class=\"report\" href=\"" + expected + "\">Report a mistake</a>"),
                page);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/graph/best | text/turtle | /dumps/best.ttl",
                "/graph/source/wikipedia-2016 | */* | /dumps/sources/wikipedia-2016.ttl",
                "/graph/register | */* | /dumps/chancery.trig",
                "/graph/ontology | text/turtle | /ontology",
                "/graph/nothing | */* | 404",
                "/graph/source/nothing | */* | 404",
                "/ontology/core | */* | /ontology",
                "/release/ID/class/w3id-org-chancery-ontology-State | */* | /release/ID",
                "/release/0000000000000000/class/x | */* | 404",
                "/ | text/turtle | /.well-known/void",
                "/ | text/html, application/ld+json;q=0.5 | 200",
                "/ | image/png | 200",
            })
    void nameInTheDataThatIsNoThingLeadsToWhereItIs(String path, String accept, String expected)
            throws Exception {
        String asked = path.replace("ID", served.id());
        HttpResponse<String> response = new Web(server.port()).get(asked, accept);
        if (expected.startsWith("/")) {
            assertEquals(303, response.statusCode());
            assertEquals(expected.replace("ID", served.id()), Web.header(response, "Location"));
            HttpResponse<String> there =
                    new Web(server.port()).get(expected.replace("ID", served.id()), accept);
            assertEquals(200, there.statusCode());
        } else {
            assertEquals(Integer.parseInt(expected), response.statusCode());
        }
    }

    /// An IRI of the ontology has its name behind `#`: a browser opens the page and goes there.
    @Test
    void everyTermOfTheOntologyHasItsPlaceOnItsPage() throws Exception {
        String base = served.release().description().base();
        Web web = server.web();
        String page = web.get("/ontology", "text/html").body();
        List<String> missing =
                served.release()
                        .read(
                                dataset ->
                                        Iter.asStream(
                                                        dataset.find(
                                                                NodeFactory.createURI(
                                                                        base + "graph/ontology"),
                                                                Node.ANY,
                                                                Node.ANY,
                                                                Node.ANY))
                                                .map(quad -> quad.getSubject().toString())
                                                .filter(iri -> iri.startsWith(Chy.NS))
                                                .map(iri -> iri.substring(Chy.NS.length()))
                                                .distinct()
                                                .filter(n -> !page.contains("id=\"" + n + "\""))
                                                .toList());
        assertEquals(List.of(), missing);
        String leader = between(page, "id=\"Leader\"", "</dd>");
        assertTrue(leader.contains("A kind of: <a href=\"/ontology#Person\">chy:Person"), leader);
        assertTrue(leader.contains("Used by: <a href=\"/q/"), leader);
        assertTrue(leader.contains("<a href=\"/class/Leader\">All of them"), leader);
        String person = between(page, "id=\"Person\"", "</dd>");
        assertTrue(person.contains("href=\"https://schema.org/Person\""), person);
        assertTrue(between(page, "id=\"asserts\"", "</dd>").contains("<p>"), "a value");
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertTrue(start >= 0, from);
        return page.substring(start, page.indexOf(to, start));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/turtle | text/turtle",
                "application/ld+json | application/ld+json",
                "application/rdf+xml;q=0.9, text/html;q=0.1 | application/rdf+xml",
                "*/* | text/html",
                "image/png | 406",
            })
    void ontologyComesInTheFormAskedFor(String accept, String expected) throws Exception {
        HttpResponse<String> response = new Web(server.port()).get("/ontology", accept);
        if (expected.equals("406")) {
            assertEquals(406, response.statusCode());
        } else {
            assertEquals(200, response.statusCode());
            assertTrue(Web.type(response).startsWith(expected), Web.type(response));
            assertEquals(
                    expected.equals("text/html")
                            ? "Accept, Accept-Language, Accept-Encoding"
                            : "Accept, Accept-Encoding",
                    Web.header(response, "Vary"));
            String location = Web.header(response, "Content-Location");
            HttpResponse<String> same = new Web(server.port()).get(location, "image/png");
            assertEquals(response.body(), same.body());
        }
    }

    @Test
    void everyValueOnThePageOfAThingLeadsToAClaimOrSaysWhereElseItIsFrom() {
        List<String> without = new ArrayList<>();
        int values = 0;
        for (String path : things()) {
            EntityPage page = served.read(graph -> EntityPage.of(graph, graph.node(path), path));
            for (Row fact : page.facts().rows()) {
                for (Row.Value value : fact.values()) {
                    values++;
                    if (value.backing().claims().isEmpty() && value.backing().basis().isEmpty()) {
                        without.add(path + " " + fact.property().text());
                    }
                }
            }
        }
        assertTrue(values > 1_500, values + " values");
        assertEquals(List.of(), without);
    }

    @Test
    void computedValueHasTheClaimsItFollowsFromBesideIt() {
        List<String> without = new ArrayList<>();
        int computed = 0;
        for (String path : things()) {
            EntityPage page = served.read(graph -> EntityPage.of(graph, graph.node(path), path));
            for (Row fact : page.facts().rows()) {
                for (Row.Value value : fact.values()) {
                    if (value.backing().basis().equals("computed")) {
                        computed++;
                        if (value.backing().claims().isEmpty()) {
                            without.add(path + " " + fact.property().text());
                        }
                    }
                }
            }
        }
        assertTrue(computed > 100, computed + " computed values");
        assertEquals(List.of(), without);
    }

    @Test
    void answerThatGivesLabelsLeadsToTheThingsAndTheirClaims() throws Exception {
        String query = Files.readString(Path.of("queries/agreements-by-signing.rq"));
        HttpResponse<String> answer =
                new Web(server.port())
                        .get(
                                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                                "text/html");
        assertTrue(
                answer.body().contains("<a href=\"/id/agreement/gabala-radar-station-2002\""),
                answer.body());
        Matcher links = CLAIMS.matcher(answer.body());
        int followed = 0;
        Site site = new Site(new Pages(), List.of(), Optional.empty());
        while (links.find()) {
            Reply reply = site.answer(WhoSaysSoTest.follow(links.group(1)), served);
            String page = assertInstanceOf(Reply.Found.class, reply, links.group(1)).body();
            assertTrue(page.contains("href=\"/id/claim/"), links.group(1));
            followed++;
        }
        assertTrue(followed >= 14, followed + " links");
    }

    private static List<String> things() {
        String base = served.release().description().base();
        TreeSet<String> paths = new TreeSet<>();
        served.release()
                .read(
                        dataset -> {
                            dataset.getDefaultGraph()
                                    .find()
                                    .mapWith(triple -> triple.getSubject())
                                    .filterKeep(Node::isURI)
                                    .forEach(
                                            node -> {
                                                String iri = node.getURI();
                                                if (iri.startsWith(base)) {
                                                    paths.add(iri.substring(base.length()));
                                                }
                                            });
                            return null;
                        });
        return paths.stream().filter(path -> THING.matcher(path).matches()).toList();
    }
}
