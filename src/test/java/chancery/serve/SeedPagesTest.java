package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.page.ThingPage;
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
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The pages of the seeds' release, as a reader goes through them.
@Timeout(180)
class SeedPagesTest {
    private static final Pattern THING =
            Pattern.compile(
                    "id/(state|person|office|tenure|agreement|event|organisation|place|membership"
                            + "|condition|facility|observation|group|possibility|relation)/.+");
    private static final Pattern CLAIMS = Pattern.compile("href=\"(/claims\\?[^\"]+)\"");

    private static ChanceryServer server;
    private static Served served;

    @BeforeAll
    static void open() throws Exception {
        served = Served.open(SeedRelease.folder());
        server = ChanceryServer.start(ServerSettings.of(SeedRelease.releases(), 0), notice -> {});
    }

    @AfterAll
    static void close() {
        server.close();
        served.release().close();
    }

    @Test
    void everyValueOnThePageOfAThingLeadsToAClaimOrSaysWhereElseItIsFrom() {
        List<String> without = new ArrayList<>();
        int values = 0;
        for (String path : things()) {
            ThingPage page = served.read(graph -> ThingPage.of(graph, graph.node(path), path));
            for (ThingPage.Fact fact : page.facts()) {
                for (ThingPage.Value value : fact.values()) {
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
            ThingPage page = served.read(graph -> ThingPage.of(graph, graph.node(path), path));
            for (ThingPage.Fact fact : page.facts()) {
                for (ThingPage.Value value : fact.values()) {
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
